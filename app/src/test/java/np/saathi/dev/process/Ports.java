package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Free ports on loopback. They are taken below the range from which the kernel gives ports to outgoing connections, and
 * never given twice by one JVM, nor by two of one user as long as both live, so that a port stays free until its service
 * binds it: a place in a file of the machine's temporary directory is locked for each.
 */
public final class Ports {
    private static final int FIRST = 10_000;
    /** Single ports lie above: scattered among the rows they would leave no room for a long one. */
    private static final int FIRST_SINGLE = 28_000;
    private static final int END = 32_000;
    /** Rows begin at multiples of this, so that each that ends leaves room for another. */
    private static final int LONGEST_ROW = 200;
    private static final Set<Integer> GIVEN = new HashSet<>();
    /** Closed by the end of the JVM, which gives all its locks back. */
    private static final FileChannel RESERVED = reserved();

    private Ports() {}

    /** One port, free for TCP and UDP. */
    public static int free() {
        return free(1, FIRST_SINGLE, END, 1);
    }

    /** The first of so many free ports in a row, even (RTP wants even ports); 200 at most. */
    public static int freeRange(int length) {
        if (length > LONGEST_ROW) {
            throw new IllegalArgumentException("at most " + LONGEST_ROW + " ports in a row");
        }
        return free(length, FIRST, FIRST_SINGLE, LONGEST_ROW);
    }

    private static synchronized int free(int length, int from, int end, int step) {
        for (int tries = 0; tries < 2_000; tries++) {
            int first = from + step * ThreadLocalRandom.current().nextInt((end - from) / step);
            if (IntStream.range(first, first + length).noneMatch(GIVEN::contains) && take(first, length)) {
                IntStream.range(first, first + length).forEach(GIVEN::add);
                return first;
            }
        }
        throw new DevServiceException("No " + length + " free ports in a row between " + from + " and " + end);
    }

    private static boolean take(int first, int length) {
        try {
            FileLock lock = RESERVED.tryLock(first, length, false);
            if (lock == null) {
                return false;
            }
            if (IntStream.range(first, first + length).allMatch(Ports::isFree)) {
                return true;
            }
            lock.release();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel reserved() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "saathi-ports-" + System.getProperty("user.name"));
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
