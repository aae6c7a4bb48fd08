package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps each processor of the machine busy by a process of its own, until closed. */
public final class BusyProcessors implements AutoCloseable {
    /** A loop that a killed JVM leaves behind ends itself after so many seconds of a processor. */
    private static final String LOOP = "ulimit -t 120; while :; do :; done";
    private final List<Process> loops = new ArrayList<>();

    public BusyProcessors() {
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                loops.add(new ProcessBuilder("/bin/sh", "-c", LOOP).start());
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        loops.forEach(Process::destroyForcibly);
    }
}
