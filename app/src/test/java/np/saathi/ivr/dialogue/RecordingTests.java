package np.saathi.ivr.dialogue;

import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_AGAIN;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Recorded;
import np.saathi.telephony.ScriptedCaller;

/** The prompts are borrowed: no message is recorded yet. */
class RecordingTests {
    private static final Recording MESSAGE = Recording.of(RATING, RATING_AGAIN, Duration.ofMinutes(2));

    @TempDir
    private Path directory;

    @Test
    void oneSendsAndTheFileIsTheCallersOfIt() {
        Optional<Recorded> sent = ask(asha("#", "1"));
        assertThat(files()).containsExactly(sent.orElseThrow().file());
    }

    @Test
    void anyKeyEndsTheRecordingAndAnswersNothing() {
        ScriptedCaller asha = asha("1", "*");
        assertThat(ask(asha)).isEmpty();
        assertThat(asha.questions()).isOne();
    }

    @Test
    void twoListens() {
        ScriptedCaller asha = asha("#", "2", "2", "1");
        Recorded sent = ask(asha).orElseThrow();
        assertThat(asha.played()).containsExactly(sent.file(), sent.file());
    }

    @Test
    void threeRecordsAnewAndThrowsTheFirstAway() {
        Optional<Recorded> sent = ask(asha("#", "3", "#", "1"));
        assertThat(files()).containsExactly(sent.orElseThrow().file());
    }

    @Test
    void starThrowsAway() {
        assertThat(ask(asha("#", "*"))).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void threeSilencesOrWrongKeysThrowAway() {
        ScriptedCaller asha = asha("#", "", "7", "#", "1");
        assertThat(ask(asha)).isEmpty();
        assertThat(asha.questions()).isEqualTo(3);
        assertThat(files()).isEmpty();
    }

    @Test
    void keyPressedDuringTheInvitationDoesNotEndTheRecording() {
        ScriptedCaller asha = asha("#", "1").pressing("5", RATING);
        assertThat(ask(asha)).isPresent();
    }

    @Test
    void zeroIsHelpInEveryPartAndTheRecordingIsKept() {
        assertThatThrownBy(() -> ask(asha().pressing("0", RATING))).isInstanceOf(HelpPressed.class);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> ask(asha("0"))).isInstanceOf(HelpPressed.class);
        assertThat(files()).hasSize(1);
        assertThatThrownBy(() -> ask(asha("#", "2", "0"))).isInstanceOf(HelpPressed.class);
        assertThat(files()).hasSize(2);
    }

    @Test
    void hangingUpEndsItInEveryPartAndTheRecordingIsKept() {
        assertThatThrownBy(() -> ask(asha().pressing(HANGS_UP, RATING))).isInstanceOf(CallerHungUp.class);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> ask(asha(HANGS_UP))).isInstanceOf(CallerHungUp.class);
        assertThat(files()).hasSize(1);
        assertThatThrownBy(() -> ask(asha("#", HANGS_UP))).isInstanceOf(CallerHungUp.class);
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatWasLeftUndecidedIsAskedAboutAgainAndSilenceLeavesItSo() {
        for (Map.Entry<String, Recording.Decision> answer : Map.of("1", Recording.Decision.SEND, "3",
                Recording.Decision.AGAIN, "*", Recording.Decision.AWAY, "", Recording.Decision.NONE).entrySet()) {
            assertThat(Recording.askAgain(asha(answer.getKey()), RATING, () -> {})).isEqualTo(answer.getValue());
        }
        AtomicInteger listened = new AtomicInteger();
        assertThat(Recording.askAgain(asha("2", "1"), RATING, listened::incrementAndGet))
                .isEqualTo(Recording.Decision.SEND);
        assertThat(listened).hasValue(1);
    }

    private static Optional<Recorded> ask(PhoneLine line) {
        return MESSAGE.ask(line, _ -> {});
    }

    private ScriptedCaller asha(String... answers) {
        return whoPresses(answers).recordingInto(directory);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
