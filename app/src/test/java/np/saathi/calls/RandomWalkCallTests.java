package np.saathi.calls;

import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import np.saathi.dev.Phone;

/**
 * People who press what they like, on real calls: nobody ever meets the shell's "one moment", which would tell that a flow
 * broke, and when they have hung up nothing is left behind. The seed is fixed, so that a walk can be walked again.
 */
@CallTests
class RandomWalkCallTests {
    private static final long SEED = 1166;
    private static final int KEYS = 25;
    /** Mostly keys that lead on; no 0: the crisis path has its own tests, and would be walked by everybody at once. */
    private static final String KEYPAD = "11111222334579*#";
    private final TestLine line;

    RandomWalkCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void walksByChanceBreakNothingAndLeaveNothingBehind() throws IOException {
        Group group = line.group(NEPALI, 8);
        Random chance = new Random(SEED);
        List<Phone> walkers = new ArrayList<>(List.of(line.hostInTheRoom(line.people().devi())));
        for (int i = 0; i < 3; i++) {
            walkers.add(line.returningCaller(NEPALI));
        }
        try {
            for (int key = 0; key < KEYS; key++) {
                for (Phone walker : walkers) {
                    // The host stays a host for half of the walk: its # would end the group for all.
                    boolean host = walker == walkers.getFirst();
                    String pressed = String.valueOf(KEYPAD.charAt(chance.nextInt(KEYPAD.length())));
                    if (walker.isUp() && !(host && key < KEYS / 2 && pressed.equals("#"))) {
                        walker.presses(pressed);
                    }
                }
            }
            for (Phone walker : walkers) {
                assertThat(walker.heard().times("shell.moment", "ne")).as("a flow broke").isEmpty();
                assertThat(walker.heard().times("shell.choices", "ne")).as("a flow broke").isEmpty();
                assertThat(walker.heard().times("resume.interrupted", "ne")).as("a flow broke").isEmpty();
            }
        } finally {
            walkers.forEach(Phone::close);
        }
        Eventually.is(() -> line.channels().isEmpty());
        Eventually.is(() -> !group.outcomes().contains("null") && group.inRoom() == 0);
        assertThat(line.services().asterisk().process().ask("confbridge list").lines())
                .as("rooms").noneMatch(row -> row.matches("r[a-z0-9]{5,}\\s.*"));
        Path recordings = Path.of(line.services().settings().get("saathi.asterisk.recordings"));
        Eventually.is(() -> isEmpty(recordings));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.noneMatch(Files::isRegularFile);
        }
    }
}
