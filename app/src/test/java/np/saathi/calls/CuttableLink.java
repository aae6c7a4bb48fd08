package np.saathi.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP link that leads on to a server and can be cut: then nothing gets through until it is mended. */
final class CuttableLink implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean whole = true;

    CuttableLink(InetSocketAddress server) {
        this.server = server;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("cuttable-link").start(this::accept);
    }

    int port() {
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

    private static void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed: that is how a cut looks.
        }
    }

    void cut() {
        whole = false;
        open.forEach(CuttableLink::end);
        open.clear();
    }

    void mend() {
        whole = true;
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
