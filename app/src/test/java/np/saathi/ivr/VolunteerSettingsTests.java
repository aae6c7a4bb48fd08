package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.HOST_PIN_SET;
import static np.saathi.prompt.Prompt.HOST_SETTINGS;
import static np.saathi.prompt.Prompt.LANGUAGE_SET;
import static np.saathi.prompt.Prompt.LISTEN_PLAYING;
import static np.saathi.prompt.Prompt.PIN_EASY;
import static np.saathi.prompt.Prompt.PIN_KEPT;
import static np.saathi.prompt.Prompt.SCHEDULE_NONE;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.account.Pin;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.training.Lessons.Lesson;

/** Key 9 of a volunteer's menu. */
class VolunteerSettingsTests {
    private final House house = new House();

    @Test
    void theNextGroupsAreToldWithDayAndTime() {
        PeerSession later = house.sessions.plannedIn(Duration.ofDays(9), "grief", NEPALI, DEVI);
        PeerSession soon = house.sessions.plannedIn(Duration.ofDays(2), "stress", NEPALI, DEVI);
        ScriptedCaller devi = devi("1", "*", "#");
        devi.calls(house.volunteerFlow);
        List<String> told = new ArrayList<>(Spoken.moment(soon.startsAt(), house.clock.instant()).keys());
        told.add("category.stress");
        told.add("silence.short");
        told.addAll(Spoken.moment(later.startsAt(), house.clock.instant()).keys());
        told.add("category.grief");
        assertThat(devi.heard()).containsSequence(told);
    }

    @Test
    void withNoneThatIsToldAndTheSettingsFollow() {
        ScriptedCaller devi = devi("1", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSubsequence(HOST_SETTINGS.key(), SCHEDULE_NONE.key(), HOST_SETTINGS.key());
    }

    @Test
    void aChosenLanguageIsSpokenAtOnceAndTheNextTime() {
        ScriptedCaller devi = devi("3", "2", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(LANGUAGE_SET.key());
        assertThat(devi.language()).isEqualTo(ENGLISH);
        ScriptedCaller next = whoPresses(DEVIS_ID, DEVIS_PIN + "#", "#");
        next.calls(house.volunteerFlow);
        assertThat(next.language()).isEqualTo(ENGLISH);
    }

    @Test
    void starInTheQuestionForTheLanguageLeadsBackToTheSettings() {
        ScriptedCaller devi = devi("3", "*", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSequence(HOST_SETTINGS.key(), "ne/language.offer", "ne/number.1",
                "en/language.offer", "en/number.2", HOST_SETTINGS.key());
    }

    @Test
    void trainingIsHeardByPhoneAndIsNotWhatCallersHear(@TempDir Path shelf) throws IOException {
        house.lessons.publish(Files.createFile(shelf.resolve("callers.wav")));
        Lesson listening = house.lessons.teach(Files.createFile(shelf.resolve("listening.wav")));
        ScriptedCaller devi = devi("2", "1", "*", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.sounds()).containsOnly(listening.title());
        assertThat(devi.played()).containsExactly(listening.sound());
        assertThat(devi.heard()).containsSubsequence(HOST_SETTINGS.key(), LISTEN_PLAYING.key(), HOST_SETTINGS.key());
    }

    @Test
    void aNewSecretNumberIsKeyedTwiceAndAnEasyOneIsRefused() {
        ScriptedCaller devi = devi("4", "123456#", "739164#", "739164#", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSubsequence(PIN_EASY.key(), HOST_PIN_SET.key());
        assertThat(house.volunteers.pinOf(DEVI)).isEqualTo(new Pin("739164"));
    }

    @Test
    void twoThatDifferChangeNothing() {
        ScriptedCaller devi = devi("4", "739164#", "739165#", "*", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(PIN_KEPT.key()).doesNotContain(HOST_PIN_SET.key());
        assertThat(house.volunteers.pinOf(DEVI)).isEqualTo(new Pin(DEVIS_PIN));
    }

    /** Devi in her settings. */
    private static ScriptedCaller devi(String... then) {
        return whoPresses(DEVIS_ID, DEVIS_PIN + "#", "9").thenPresses(then);
    }
}
