package np.saathi.dev.pstn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.process.Wait;

/** Where the exchange brings the sound of its calls to: each call that is answered appears here under its id. */
final class SoundServer implements AutoCloseable {
    private final ServerSocket server;
    private final PromptLibrary prompts;
    private final Map<UUID, SoundLink> links = new ConcurrentHashMap<>();

    SoundServer(PromptLibrary prompts) {
        this.prompts = prompts;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("sound-server").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> take(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void take(Socket socket) {
        try {
            SoundLink link = new SoundLink(socket, prompts);
            links.put(link.id(), link);
            link.run();
        } catch (IOException e) {
            // The call ended in the same moment: whoever waits for it hears of that by the waiting's end.
            System.err.println("[saathi] a call came without sound: " + e);
        }
    }

    Optional<SoundLink> await(UUID id, Duration atMost) {
        return Wait.until(atMost, () -> Optional.ofNullable(links.get(id)));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.values().forEach(SoundLink::close);
    }
}
