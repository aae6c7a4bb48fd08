package np.saathi.dev.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends our processes when this JVM can't: a tiny shell reads from a pipe of ours until it closes, which the kernel
 * does for us even after {@code kill -9}. It is told each process with a mark that stands in the process's arguments,
 * so that it never ends a stranger who got the same id.
 */
final class Watchdog {
    private static final String SCRIPT = """
        trap '' INT TERM HUP
        all=$(cat)
        ours() {
            printf '%s\\n' "$all" | grep -v '^rm ' | while read -r pid mark; do
                tr '\\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$mark" && echo "$pid"
            done
        }
        end() { for pid in $(ours); do kill "-$1" "$pid" 2>/dev/null; done; }
        end TERM
        end CONT
        for tenth in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
            test -z "$(ours)" && break
            sleep 0.1
        done
        end KILL
        printf '%s\\n' "$all" | while read -r rm directory; do
            test "$rm" = rm && rm -rf -- "$directory"
        done
        """;
    private static final Process SHELL = start();

    private Watchdog() {}

    private static Process start() {
        try {
            return new ProcessBuilder(List.of("setsid", "sh", "-c", SCRIPT, "saathi-watchdog"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the process ends with this JVM. */
    static void guard(long pid, String mark) {
        tell(pid + " " + mark);
    }

    /** From now on the directory goes with this JVM, after the processes. */
    static void guard(Path directory) {
        tell("rm " + directory);
    }

    private static synchronized void tell(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line break in " + line);
        }
        try {
            OutputStream pipe = SHELL.getOutputStream();
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog is gone", e);
        }
    }
}
