package np.saathi.dev.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of ours never outlives the JVM that started it. */
class ChildTests {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path home;

    /** Started as a JVM of its own by a test: starts a child, names it, and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            Path temporary = PrivateDirectory.temporary("parent");
            System.out.println(sleeper(Path.of(args[0])).pid());
            System.out.println(temporary);
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    private static Child sleeper(Path home) {
        return Child.start("sleeper", home, Map.of(),
                List.of("sh", "-c", "while :; do sleep 0.2; done", home.toString()));
    }

    @Test
    void killedJvmTakesItsChildrenAlong() throws Exception {
        // A path with a space: people have such project directories.
        Process jvm = parent(Files.createDirectory(home.resolve("a home")));
        ProcessHandle child = childOf(jvm);
        jvm.destroyForcibly();
        assertThat(child.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void killedJvmTakesItsTemporaryDirectoriesAlong() throws Exception {
        Process jvm = parent(home);
        var lines = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        lines.readLine();
        Path temporary = Path.of(lines.readLine());
        assertThat(temporary).isDirectory();
        jvm.destroyForcibly();
        assertThat(Wait.isTrue(SOON, () -> Files.notExists(temporary))).isTrue();
    }

    @Test
    void endingJvmStopsItsChildren() throws Exception {
        Process jvm = parent(home);
        ProcessHandle child = childOf(jvm);
        jvm.destroy();
        assertThat(child.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void directoryOfALivingRunIsNotTakenOver() throws Exception {
        Process jvm = parent(home);
        try {
            ProcessHandle child = childOf(jvm);
            assertThatThrownBy(() -> sleeper(home)).hasMessageContaining("Another run");
            assertThat(child.isAlive()).isTrue();
        } finally {
            jvm.destroy();
            jvm.waitFor();
        }
    }

    @Test
    void orphanOnTheSameDirectoryIsEndedAndAStrangerIsNot() throws Exception {
        Process orphan = new ProcessBuilder("sh", "-c", "while :; do sleep 0.2; done", home.toString()).start();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            // The JVM that started the orphan is gone; that id belongs to nobody.
            Files.writeString(home.resolve("sleeper.pid"), orphan.pid() + " 4194304");
            Child child = sleeper(home);
            assertThat(orphan.isAlive()).isFalse();
            child.stop(SOON);
            Files.writeString(home.resolve("sleeper.pid"), stranger.pid() + " 4194304");
            sleeper(home).stop(SOON);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void frozenChildIsStoppedToo() {
        Child child = sleeper(home);
        child.freeze();
        child.stop(SOON);
        assertThat(child.isAlive()).isFalse();
    }

    private static Process parent(Path home) throws Exception {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Parent.class.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static ProcessHandle childOf(Process jvm) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        return Optional.ofNullable(lines.readLine()).map(Long::parseLong).flatMap(ProcessHandle::of).orElseThrow();
    }
}
