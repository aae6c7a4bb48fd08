package np.saathi.dev.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Free ports on loopback. They are taken below the range from which the kernel gives ports to outgoing connections,
 * and never given twice by one JVM, so that a port stays free until its service binds it.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /** One port, free for TCP and UDP. */
    public static int free() {
        return freeRange(1);
    }

    /** The first of so many free ports in a row, even (RTP wants even ports). */
    public static synchronized int freeRange(int length) {
        for (int tries = 0; tries < 2_000; tries++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, END - length) & ~1;
            if (IntStream.range(first, first + length).allMatch(port -> !GIVEN.contains(port) && isFree(port))) {
                IntStream.range(first, first + length).forEach(GIVEN::add);
                return first;
            }
        }
        throw new DevServiceException("No " + length + " free ports in a row between " + FIRST + " and " + END);
    }

    /** Whether nobody listens there on loopback, by TCP or by UDP. */
    public static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket tcp = new ServerSocket(); DatagramSocket udp = new DatagramSocket(null)) {
            // As servers do: connections that end leave the port in TIME_WAIT, which is no hindrance.
            tcp.setReuseAddress(true);
            tcp.bind(address);
            udp.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * A port that people know: the property's value, else the default. A taken one is refused with the name of the
     * property to change; 0 means any free one.
     */
    public static int wanted(String property, int byDefault) {
        int port = Settings.text(property).map(Integer::parseInt).orElse(byDefault);
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new DevServiceException("Port %d on 127.0.0.1 is taken. Choose another with -D%s=… (0: any free one)"
                    .formatted(port, property));
        }
        return port;
    }
}
