package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.pstn.Phone;

/**
 * People who press what they like and hang up when they like, several at once, one of them a host: every call ends in
 * words of farewell or by the caller's own will, nobody hears that the line broke, and nothing is left behind. Another
 * seed: {@code -Dsaathi.test.seed=…}; real time makes no two walks quite the same.
 */
@CallTests
class RandomWalkCallTests {
    private static final long SEED = Long.getLong("saathi.test.seed", 1166);
    private static final int CALLERS = 4;
    private static final Duration WALK = Duration.ofSeconds(45);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(25);
    /** A farewell that was cut short by the next key at once could not be told from none. */
    private static final Duration LISTENS_AT_LEAST = Duration.ofMillis(1200);
    private static final Duration ALL_IS_OVER = Duration.ofSeconds(60);
    /** Mostly keys that lead on: else most walks would end before they came anywhere. */
    private static final String KEYS = "1111111112222333944579**##0";
    private static final List<String> FAREWELLS = List.of("goodbye", "goodbye.silent", "host.goodbye");
    private static final List<String> BREAKS = List.of("resume.interrupted", "shell.moment", "shell.choices");
    private final TestLine line;

    RandomWalkCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void everyWalkEndsInANamedEndAndNothingIsLeftBehind() throws InterruptedException {
        line.group(NEPALI, 8);
        long end = System.nanoTime() + WALK.toNanos();
        List<Future<?>> walks = new ArrayList<>();
        try (ExecutorService people = Executors.newCachedThreadPool()) {
            for (int i = 0; i < CALLERS; i++) {
                Random chance = new Random(SEED + i);
                walks.add(people.submit(() -> callsUntil(end, chance)));
            }
            walks.add(people.submit(() -> hostsUntil(end, new Random(SEED - 1))));
        }
        for (Future<?> walk : walks) {
            try {
                walk.get();
            } catch (ExecutionException e) {
                throw new AssertionError("seed " + SEED + ": " + e.getMessage(), e);
            }
        }
        nothingIsLeft();
    }

    private void callsUntil(long end, Random chance) {
        while (System.nanoTime() < end) {
            String number = chance.nextInt(5) == 0 ? TestLine.newNumber() : line.knownNumber(NEPALI);
            try (Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
                walk(phone, end, chance);
            }
        }
    }

    /** Signs in as one should: who guesses a secret number gets nowhere. */
    private void hostsUntil(long end, Random chance) {
        while (System.nanoTime() < end) {
            line.group(NEPALI, 8);
            try (Phone phone = line.hostAtTheDoor(line.people().devi())) {
                phone.presses("1");
                walk(phone, end, chance);
            }
        }
    }

    private static void walk(Phone phone, long end, Random chance) {
        long over = Math.min(end, System.nanoTime() + LONGEST_CALL.toNanos());
        StringBuilder pressed = new StringBuilder();
        phone.speaks(453);
        while (phone.isUp() && System.nanoTime() < over && chance.nextInt(40) > 0) {
            Span.of(phone, LISTENS_AT_LEAST.plusMillis(chance.nextInt(1800)));
            char key = KEYS.charAt(chance.nextInt(KEYS.length()));
            try {
                phone.presses(String.valueOf(key));
                pressed.append(key);
            } catch (DevServiceException hungUpMeanwhile) {
                if (phone.isUp()) {
                    throw hungUpMeanwhile;
                }
            }
        }
        boolean byTheLine = !phone.isUp();
        phone.hangsUp();
        assertThat(BREAKS).as(() -> after(pressed, phone)).noneMatch(words -> heard(phone, words));
        assertThat(!byTheLine || FAREWELLS.stream().anyMatch(words -> heard(phone, words)))
                .as(() -> "a call that the line ended, ended in a farewell " + after(pressed, phone)).isTrue();
    }

    private static String after(CharSequence pressed, Phone phone) {
        return "after " + pressed + "; heard: " + phone.heard().prompts(Duration.ZERO, phone.heard().now());
    }

    private static boolean heard(Phone phone, String words) {
        return Stream.of("ne", "en").anyMatch(language -> !phone.heard().times(words, language).isEmpty());
    }

    private void nothingIsLeft() {
        // Whom the line still means to ring is no leak: rung they would be, long after this test.
        line.comesToRest();
        Awaitility.await().atMost(ALL_IS_OVER).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(leftOnTheExchange()).as("seed %d", SEED).isEmpty());
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(seatsWithoutAnEnd()).as("seed %d", SEED)
                .isEmpty());
        assertThat(Path.of(line.services().settings().get("saathi.asterisk.recordings"))).as("seed %d", SEED)
                .isEmptyDirectory();
    }

    /** Channels, rooms and bridges. */
    private List<String> leftOnTheExchange() {
        return Stream.of("core show channels concise", "confbridge list", "bridge show all")
                .flatMap(asked -> line.services().asterisk().process().ask(asked).lines())
                .filter(row -> !row.isBlank() && !row.startsWith("Conference Bridge Name") && !row.startsWith("===")
                        && !row.startsWith("Bridge-ID"))
                .toList();
    }

    private List<String> seatsWithoutAnEnd() {
        return line.database().sql("SELECT CONCAT(role, ' of session ', session_id, ' ', COALESCE(outcome, 'open')) "
                + "FROM participant WHERE left_at IS NULL OR outcome = 'UNSEEN'").query(String.class).list();
    }
}
