package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.LISTEN_GONE;
import static np.saathi.prompt.Prompt.LISTEN_KEYS;
import static np.saathi.prompt.Prompt.LISTEN_NONE;
import static np.saathi.prompt.Prompt.LISTEN_PLAYING;
import static np.saathi.prompt.Prompt.LIST_END;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.telephony.ScriptedCaller;
import np.saathi.training.Lessons.Lesson;

/** Key 3 of the main menu: listen and learn. */
class ListenVisitTests {
    @TempDir
    private Path shelf;
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void titlesAreHeardAndOnePlaysTheRecording() throws IOException {
        Lesson breathing = publish("breathing.wav");
        Lesson sleep = publish("sleep.wav");
        ScriptedCaller asha = whoPresses("3", "2", "1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.sounds()).containsExactly(breathing.title(), sleep.title(), sleep.title());
        assertThat(asha.played()).containsExactly(sleep.sound());
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, LISTEN_KEYS, LISTEN_KEYS, LISTEN_PLAYING,
                LISTEN_KEYS, MAIN_MENU, GOODBYE));
    }

    @Test
    void theKeyThatEndsARecordingCountsAsOneOfTheList() throws IOException {
        Lesson breathing = publish("breathing.wav");
        Lesson sleep = publish("sleep.wav");
        // 2 while the first is heard: its name is not said again, the second one's is
        ScriptedCaller asha = whoPresses("3", "1", "1", "*", "#").pressing("2", LISTEN_PLAYING);
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.sounds()).containsExactly(breathing.title(), sleep.title(), sleep.title());
        assertThat(asha.played()).containsExactly(sleep.sound());
    }

    @Test
    void threeSaysTheNameAgainAndAfterTheLastTheFirstComesAgain() throws IOException {
        Lesson only = publish("breathing.wav");
        ScriptedCaller asha = whoPresses("3", "3", "2", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.sounds()).containsExactly(only.title(), only.title(), only.title());
        assertThat(asha.heard()).contains(LIST_END.key());
    }

    @Test
    void nothingPublishedIsSaidAndSoIsWhatWasTakenBackMeanwhile() throws IOException {
        ScriptedCaller early = whoPresses("3", "#");
        assertThat(early.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(early.heard()).isEqualTo(keys(GREETING, MAIN_MENU, LISTEN_NONE, MAIN_MENU, GOODBYE));
        Files.delete(publish("breathing.wav").sound());
        ScriptedCaller late = whoPresses("3", "1", "*", "#");
        assertThat(late.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(late.heard()).containsSubsequence(keys(LISTEN_KEYS, LISTEN_GONE, LISTEN_KEYS, MAIN_MENU));
        assertThat(late.played()).isEmpty();
    }

    @Test
    void silenceLeadsBackAndZeroIsHelpAtEveryPoint() throws IOException {
        publish("breathing.wav");
        assertThat(whoPresses("3", "", "", "", "#").calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(whoPresses("3").pressing("0", LISTEN_KEYS).calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("3", "1").pressing("0", LISTEN_PLAYING).calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(whoPresses("3", "1", HANGS_UP).calls(house.callerFlow)).isEqualTo(HUNG_UP);
    }

    @Test
    void withoutTheDatabaseItIsSaidAndTheMenuGoesOn() {
        house.lessons.away(true);
        ScriptedCaller asha = whoPresses("3", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, RESUME_UNABLE, MAIN_MENU, GOODBYE));
    }

    private Lesson publish(String name) throws IOException {
        return house.lessons.publish(Files.createFile(shelf.resolve(name)));
    }
}
