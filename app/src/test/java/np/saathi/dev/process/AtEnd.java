package np.saathi.dev.process;

import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.boot.SpringApplication;

/**
 * What is done when the JVM ends, in order: Spring's applications close, then the services that they stand on stop, then
 * the directories go. The JVM runs its own shutdown hooks all at once: applications would look for a database that is
 * just going, for some seconds each.
 */
final class AtEnd {
    private static final Deque<Runnable> FIRST = new ArrayDeque<>();
    private static final Deque<Runnable> THEN = new ArrayDeque<>();

    static {
        SpringApplication.getShutdownHandlers().add(AtEnd::run);
    }

    private AtEnd() {}

    static synchronized void firstly(Runnable action) {
        FIRST.push(action);
    }

    static synchronized void lastly(Runnable action) {
        THEN.push(action);
    }

    private static synchronized void run() {
        FIRST.forEach(AtEnd::quietly);
        THEN.forEach(AtEnd::quietly);
    }

    /** One failing ending must not keep the others from happening; it is said, since nobody is left to catch it. */
    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            System.err.println("[saathi] while ending: " + e);
        }
    }
}
