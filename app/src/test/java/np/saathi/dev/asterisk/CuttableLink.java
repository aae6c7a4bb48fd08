package np.saathi.dev.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A TCP link that leads on to a server. Cut, it ends and nobody gets through; held up, it is there and silent. */
public final class CuttableLink implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean whole = true;
    private volatile CountDownLatch flow = new CountDownLatch(0);

    public CuttableLink(InetSocketAddress server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("cuttable-link").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (whole) {
                    Socket on = new Socket(server.getAddress(), server.getPort());
                    open.add(on);
                    Thread.ofVirtual().start(() -> carry(client, on));
                    Thread.ofVirtual().start(() -> carry(on, client));
                } else {
                    client.close();
                }
            } catch (IOException closed) {
                // The door was closed, or the server is away: whoever came finds a link that ends.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from; to) {
            byte[] some = new byte[8192];
            for (int read = from.getInputStream().read(some); read >= 0; read = from.getInputStream().read(some)) {
                flow.await();
                to.getOutputStream().write(some, 0, read);
            }
        } catch (IOException cut) {
            // Both ends are closed: that is how a cut looks.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is sent from now on does not arrive before {@link #mend}. */
    public void holdUp() {
        flow = new CountDownLatch(1);
    }

    public void cut() {
        whole = false;
        flow.countDown();
        open.forEach(CuttableLink::end);
        open.clear();
    }

    public void mend() {
        whole = true;
        flow.countDown();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
