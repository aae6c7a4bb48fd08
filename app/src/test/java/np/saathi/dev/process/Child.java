package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server process of ours. Its home directory stands in its arguments: by that a predecessor left behind by a killed
 * JVM is known and ended, and by that the watchdog knows it.
 */
public final class Child {
    private final String name;
    private final Path home;
    private final Process process;

    private Child(String name, Path home, Process process) {
        this.name = name;
        this.home = home;
        this.process = process;
    }

    /** Starts it in a session of its own: Ctrl-C in the terminal reaches this JVM, which stops its servers in order. */
    static Child start(String name, Path home, Map<String, String> environment, List<String> command) {
        if (command.stream().noneMatch(argument -> argument.contains(home.toString()))) {
            throw new IllegalArgumentException(name + ": no argument names " + home);
        }
        endPredecessor(name, home);
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        try {
            ProcessBuilder builder = new ProcessBuilder(detached).directory(home.toFile()).redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null")).redirectOutput(output(name, home).toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Watchdog.guard(process.pid(), home.toString());
            Files.writeString(pidFile(name, home), process.pid() + " " + ProcessHandle.current().pid());
            Child child = new Child(name, home, process);
            AtEnd.firstly(() -> child.stop(Duration.ofSeconds(8)));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a killed JVM left running on this home; refuses where that JVM still lives. */
    public static void endPredecessor(String name, Path home) {
        String[] ids = ids(name, home);
        Optional<ProcessHandle> orphan = process(ids[0]).filter(process -> names(process, home));
        if (orphan.isEmpty()) {
            return;
        }
        boolean ours = ids[1].equals(Long.toString(ProcessHandle.current().pid()));
        if (!ours && process(ids[1]).isPresent()) {
            throw new DevServiceException("Another run (process " + ids[1] + ") uses " + home + ": end it first");
        }
        Progress.step("Ending %s left behind by an earlier run (process %s)", name, ids[0]);
        orphan.get().destroyForcibly();
        orphan.get().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** The server's process and the JVM that started it. */
    private static String[] ids(String name, Path home) {
        try {
            String[] ids = Files.readString(pidFile(name, home)).strip().split(" ", -1);
            return ids.length == 2 ? ids : new String[]{"", ""};
        } catch (IOException none) {
            return new String[]{"", ""};
        }
    }

    private static Optional<ProcessHandle> process(String id) {
        return id.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
    }

    private static boolean names(ProcessHandle process, Path home) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                    StandardCharsets.UTF_8).contains(home.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path pidFile(String name, Path home) {
        return home.resolve(name + ".pid");
    }

    private static Path output(String name, Path home) {
        return home.resolve(name + ".out");
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines it said: for messages. */
    String said() {
        try {
            List<String> lines = new String(Files.readAllBytes(output(name, home)), StandardCharsets.UTF_8).lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(its output can't be read: " + e + ")";
        }
    }

    /** Asks it to end, and ends it by force after the given time; returns when it is gone. */
    void stop(Duration patience) {
        process.destroy();
        // A frozen process takes no signal but KILL and CONT.
        thaw();
        if (!isGoneWithin(patience)) {
            kill9();
        }
    }

    /** As if the machine had lost it. */
    void kill9() {
        process.destroyForcibly();
        if (!isGoneWithin(Duration.ofSeconds(10))) {
            throw new DevServiceException(name + " can't be ended (process " + pid() + ")");
        }
    }

    /** Stops its clock: it holds its ports and answers nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        if (process.isAlive()) {
            Tools.run(Duration.ofSeconds(5), Map.of(), List.of("/bin/sh", "-c", "kill -" + signal + " " + pid()));
        }
    }

    private boolean isGoneWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while " + name + " ended", e);
        }
    }
}
