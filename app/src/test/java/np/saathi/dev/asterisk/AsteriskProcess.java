package np.saathi.dev.asterisk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.ServerProcess;
import np.saathi.dev.process.Tools;

/** One Asterisk instance with a configuration of its own. */
public final class AsteriskProcess extends ServerProcess {
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(6);

    private final AsteriskInstall install;
    private final Path configuration;

    /**
     * @param home private directory, in which the configuration lies
     * @param configuration its asterisk.conf
     */
    public AsteriskProcess(AsteriskInstall install, Path home, Path configuration) {
        super("asterisk", home, STOP);
        this.install = install;
        this.configuration = configuration;
    }

    /** Starts and returns when it is fully booted; fails with what Asterisk said where it is not. */
    public void start() {
        launch(command("-f"), BOOT, () -> rasterisk("core waitfullybooted").exit() == 0);
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
}
