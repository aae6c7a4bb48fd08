package np.saathi.dev.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** A server in a process of its own; it can be stopped, killed, frozen and started again. */
public abstract class ServerProcess {
    private final String name;
    private final Path home;
    private final Duration patience;
    private @Nullable Child child;

    /**
     * @param home private directory of all that it writes
     * @param patience how long it may take to end in order
     */
    public ServerProcess(String name, Path home, Duration patience) {
        this.name = name;
        this.home = home;
        this.patience = patience;
    }

    public final Path home() {
        return home;
    }

    /** Starts it and returns when it is up; fails with what it said where it does not come up. */
    public final void launch(List<String> command, Duration atMost, BooleanSupplier isUp) {
        Child started = Child.start(name, home, Map.of(), command);
        child = started;
        boolean up = Wait.until(atMost, () -> {
            boolean is = isUp.getAsBoolean();
            return is || !started.isAlive() ? Optional.of(is) : Optional.empty();
        }).orElse(false);
        if (!up) {
            String said = started.said();
            started.kill9();
            throw new DevServiceException(name + " did not start (" + home + "). It said:\n" + said);
        }
    }

    public boolean isAlive() {
        return child != null && child.isAlive();
    }

    public long pid() {
        return running().pid();
    }

    /** The last lines that it wrote to its console: warnings and errors. */
    public String said() {
        return running().said();
    }

    /** Ends it in order. Does nothing where it does not run. */
    public void stop() {
        if (isAlive()) {
            running().stop(patience);
        }
    }

    /** Ends it as a power cut would: no farewell, no last event. */
    public void kill9() {
        running().kill9();
    }

    /** Stops its clock: connections stay open and nothing is answered. */
    public void freeze() {
        running().freeze();
    }

    public void thaw() {
        running().thaw();
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return child;
    }
}
