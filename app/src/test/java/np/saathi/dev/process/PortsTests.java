package np.saathi.dev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PortsTests {
    private static final int MANY = 300;

    /** Two builds beside each other: what one has been given but not yet bound is given to nobody else. */
    @Test
    void aPortIsGivenToOneProcessOnly() throws IOException {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PortsTests.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = other.inputReader()) {
            List<Integer> taken = Arrays.stream(said.readLine().split(" ")).map(Integer::valueOf).toList();
            assertThat(taken).hasSize(MANY);
            assertThat(some(2 * MANY)).doesNotContainAnyElementsOf(taken);
        } finally {
            other.destroy();
        }
    }

    /** The other build: has many ports, binds none, and waits until it is ended. */
    public static void main(String[] args) throws IOException {
        System.out.println(some(MANY).stream().map(String::valueOf).collect(Collectors.joining(" ")));
        System.in.read();
    }

    private static List<Integer> some(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ports.free()).toList();
    }
}
