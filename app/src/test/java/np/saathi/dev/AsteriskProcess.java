package np.saathi.dev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Asterisk instance with a configuration of its own; it can be stopped, killed, frozen and started again. */
public final class AsteriskProcess {
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(6);

    private final AsteriskInstall install;
    private final Path home;
    private final Path configuration;
    private @Nullable Child child;

    /**
     * @param home private directory, in which the configuration lies
     * @param configuration its asterisk.conf
     */
    AsteriskProcess(AsteriskInstall install, Path home, Path configuration) {
        this.install = install;
        this.home = home;
        this.configuration = configuration;
    }

    /** Starts and returns when it is fully booted; fails with what Asterisk said where it is not. */
    public void start() {
        Child started = Child.start("asterisk", home, Map.of(), command("-f"));
        child = started;
        boolean booted = Wait.until(BOOT, () -> {
            boolean up = rasterisk("core waitfullybooted").exit() == 0;
            return up || !started.isAlive() ? Optional.of(up) : Optional.empty();
        }).orElse(false);
        if (!booted) {
            String said = started.said();
            started.kill9();
            throw new DevServiceException("Asterisk did not start (" + home + "). It said:\n" + said);
        }
    }

    /** The answer of Asterisk's command line, e.g. to {@code core show channels}. */
    public String ask(String command) {
        Tools.Outcome outcome = rasterisk(command);
        if (outcome.exit() != 0) {
            throw new DevServiceException("Asterisk did not answer `" + command + "`: " + outcome.output());
        }
        return outcome.output();
    }

    private Tools.Outcome rasterisk(String command) {
        return Tools.run(BOOT, Map.of(), command("-rx", command));
    }

    private List<String> command(String... arguments) {
        return Stream.of(install.command().stream(), Stream.of("-C", configuration.toString()),
                Stream.of(arguments)).flatMap(part -> part).toList();
    }

    public boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** What it wrote to its console: warnings and errors. */
    public String said() {
        return running().said();
    }

    public long pid() {
        return running().pid();
    }

    /** Ends it in order. Does nothing where it does not run. */
    public void stop() {
        if (isAlive()) {
            running().stop(STOP);
        }
    }

    /** Ends it as a power cut would: no BYE, no last event. */
    public void kill9() {
        running().kill9();
    }

    /** Stops its clock: calls hang silent, links stay open, nobody answers. */
    public void freeze() {
        running().freeze();
    }

    public void thaw() {
        running().thaw();
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException("Asterisk was not started");
        }
        return child;
    }
}
