package np.saathi.dev;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import np.saathi.dev.process.BusyProcessors;

/** How long the app takes from its process's start until it leads calls: see app/bench/README.md. */
class StartBench {
    private static final int STARTS = 5;

    /**
     * @param took until health is UP
     * @param computed what it took of processors until then: hardly more on a machine that does other things too
     */
    private record Start(Duration took, Duration computed) {}

    @Test
    void theAppLeadsCalls() {
        AppCommand built = AppCommand.ofThisBuild();
        try (DevelopmentLine line = DevelopmentLine.temporary(LineVoice.coded()).start()) {
            for (AppCommand command : List.of(built, built.asInProduction(), AppCommand.fromClasses())) {
                start(line, command); // the database is migrated, files are in memory
                System.out.println(command.says());
                tell("idle", line, command);
                try (BusyProcessors _ = new BusyProcessors()) {
                    tell("all processors busy", line, command);
                }
            }
        }
    }

    private static void tell(String machine, DevelopmentLine line, AppCommand command) {
        List<Start> starts = Stream.generate(() -> start(line, command)).limit(STARTS).toList();
        System.out.printf("  %s: leads calls after %.1f s, %.1f s of processors (medians of %d)%n", machine,
                median(starts, Start::took), median(starts, Start::computed), STARTS);
    }

    private static double median(List<Start> starts, Function<Start, Duration> of) {
        return starts.stream().map(of).sorted().skip(STARTS / 2).findFirst().orElseThrow().toMillis() / 1e3;
    }

    private static Start start(DevelopmentLine line, AppCommand command) {
        try (AppProcess app = new AppProcess(line.home().resolve("app"), line.settings(), command)) {
            long began = System.nanoTime();
            app.start();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Duration computed = ProcessHandle.of(app.pid()).flatMap(process -> process.info().totalCpuDuration())
                    .orElseThrow();
            app.kill9();
            return new Start(took, computed);
        }
    }
}
