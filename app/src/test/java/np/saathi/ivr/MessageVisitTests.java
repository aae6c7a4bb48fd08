package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_AFTER;
import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.MESSAGE_KEYS;
import static np.saathi.prompt.Prompt.MESSAGE_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_NONE;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.prompt.Prompt.MESSAGE_PIN_WRONG;
import static np.saathi.prompt.Prompt.MESSAGE_SENT;
import static np.saathi.prompt.Prompt.MESSAGE_SPEAK;
import static np.saathi.prompt.Prompt.MESSAGE_TOOMANY;
import static np.saathi.prompt.Prompt.MESSAGE_UNKNOWN;
import static np.saathi.prompt.Prompt.MESSAGE_UNSENT;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.account.Pin;
import np.saathi.message.Mailbox.Sent;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** Asha leaves messages and hears answers by phone. */
class MessageVisitTests {
    @TempDir
    private Path recordings;
    private final House house = new House();

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void aMessageIsRecordedAndSentAndNothingStaysOnTheRamDisk() throws IOException {
        ScriptedCaller asha = asha("2", "1", "#", "1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, MESSAGE_INTRO, MESSAGE_MENU, MESSAGE_SPEAK,
                MESSAGE_KEYS, MESSAGE_SENT, MESSAGE_MENU, MAIN_MENU, GOODBYE));
        assertThat(house.mailbox.left()).containsExactly("new");
        assertThat(left()).isEmpty();
    }

    @Test
    void answersAreHeardOneAfterAnother() {
        byte[] first = house.mailbox.answer(7);
        byte[] second = house.mailbox.answer(8);
        ScriptedCaller asha = asha("2", "2", "3", "2", "*", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.sounds()).containsExactly(first, first, second);
        assertThat(asha.heard()).filteredOn(MESSAGE_AFTER.key()::equals).hasSize(3);
        assertThat(house.mailbox.unheard(house.ashaIsKnown().account().orElseThrow())).isEmpty();
    }

    @Test
    void anAnswerIsAnswered() {
        house.mailbox.answer(7);
        ScriptedCaller asha = asha("2", "2", "1", "#", "1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(house.mailbox.left()).containsExactly("in reply to 7");
    }

    @Test
    void whoHangsUpWhileItIsPlayedFindsItAgain() {
        house.mailbox.answer(7);
        asha("2", "2", HANGS_UP).calls(house.callerFlow);
        asha("2", "2", "3", HANGS_UP).calls(house.callerFlow);
        assertThat(house.mailbox.unheard(house.ashaIsKnown().account().orElseThrow())).isEmpty();
    }

    @Test
    void noAnswersAreToldAsSuch() {
        ScriptedCaller asha = asha("2", "2", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).contains(MESSAGE_NONE.key());
    }

    @Test
    void whoHasSentAsManyAsOneMayIsToldBeforeTheySpeak() {
        house.mailbox.isFull();
        ScriptedCaller asha = asha("2", "1", "*", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains(MESSAGE_TOOMANY.key()).doesNotContain(MESSAGE_SPEAK.key());
    }

    @Test
    void whatWasNotSentIsTold() {
        assertThat(heardAfter(Sent.NOTHING_HEARD)).contains(MESSAGE_NOTHING.key());
        assertThat(heardAfter(Sent.TOO_MANY)).contains(MESSAGE_TOOMANY.key());
        ScriptedCaller asha = asha("2", "1", "#", "*", "*", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains(MESSAGE_DROPPED.key());
        assertThat(house.mailbox.left()).isEmpty();
    }

    private List<String> heardAfter(Sent sent) {
        house.mailbox.takesAs(sent);
        ScriptedCaller asha = asha("2", "1", "#", "1", "*", "#");
        asha.calls(house.callerFlow);
        return asha.heard();
    }

    @Test
    void helpAndHangingUpKeepWhatWasSaidAndLeaveNothingOnTheRamDisk() {
        assertThat(asha("2", "1", "0").calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(asha("2", "1", "#", "0").calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(asha("2", "1", HANGS_UP).calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(asha("2", "1", "#", "2", HANGS_UP).calls(house.callerFlow)).isEqualTo(HUNG_UP);
        await().untilAsserted(() -> {
            assertThat(house.mailbox.kept()).hasSize(4);
            assertThat(left()).isEmpty();
        });
        assertThat(house.mailbox.left()).isEmpty();
    }

    @Test
    void whatWasBrokenOffIsOfferedNextTimeAndSent() {
        byte[] sound = house.mailbox.brokenOff(null);
        ScriptedCaller asha = asha("2", "2", "1", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, MESSAGE_INTRO, MESSAGE_UNSENT, MESSAGE_UNSENT,
                MESSAGE_SENT, MESSAGE_MENU, MAIN_MENU, GOODBYE));
        assertThat(asha.sounds()).containsExactly(sound);
        assertThat(house.mailbox.left()).containsExactly("unsent");
    }

    @Test
    void whatWasBrokenOffIsSpokenAnewAsAnAnswerToTheSameMessage() {
        house.mailbox.brokenOff(7L);
        assertThat(asha("2", "3", "#", "1", "*", "#").calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(house.mailbox.left()).containsExactly("in reply to 7");
        assertThat(asha("2", "*", "#").calls(house.callerFlow)).isEqualTo(DONE);
    }

    @Test
    void whatWasBrokenOffIsThrownAwayByStarAndWaitsOnForWhoSaysNothing() {
        house.mailbox.brokenOff(null);
        asha("2", "", "", "", "*", "#").calls(house.callerFlow);
        ScriptedCaller again = asha("2", "*", "*", "#");
        assertThat(again.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(again.heard()).containsSubsequence(keys(MESSAGE_UNSENT, MESSAGE_DROPPED, MESSAGE_MENU));
        ScriptedCaller later = asha("2", "*", "#");
        later.calls(house.callerFlow);
        assertThat(later.heard()).doesNotContain(MESSAGE_UNSENT.key());
    }

    @Test
    void zeroAtTheOfferIsHelpAndKeepsIt() {
        house.mailbox.brokenOff(null);
        assertThat(asha("2").pressing("0", MESSAGE_UNSENT).calls(house.callerFlow)).isEqualTo(HELP);
        ScriptedCaller again = asha("2", "*", "*", "#");
        again.calls(house.callerFlow);
        assertThat(again.heard()).contains(MESSAGE_UNSENT.key());
    }

    @Test
    void aPinIsAskedForWhereOneIsSet() {
        house.pins.set(house.ashaIsKnown().account().orElseThrow(), new Pin("2468"));
        ScriptedCaller asha = asha("2", "9", "9", "9", "9", "#", "2", "4", "6", "8", "#", "*", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(MESSAGE_INTRO, MESSAGE_PIN_WRONG, MESSAGE_MENU, MAIN_MENU));
    }

    @Test
    void threeWrongPinsLeadBack() {
        house.pins.set(house.ashaIsKnown().account().orElseThrow(), new Pin("2468"));
        ScriptedCaller asha = asha("2", "9", "9", "9", "9", "#", "9", "9", "9", "9", "#", "9", "9", "9", "9", "#", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).doesNotContain(MESSAGE_MENU.key()).endsWith(keys(MESSAGE_PIN_WRONG, MAIN_MENU, GOODBYE)
                .toArray(String[]::new));
    }

    @Test
    void whoIsNotKnownIsToldWhyNobodyCouldAnswer() {
        ScriptedCaller bikash = whoPresses("2", "#").from("9779841000002").metAt(Step.MENU);
        assertThat(bikash.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(bikash.heard()).contains(MESSAGE_UNKNOWN.key()).doesNotContain(MESSAGE_MENU.key());
    }

    private ScriptedCaller asha(String... keys) {
        return whoPresses(keys).recordingInto(recordings);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(recordings)) {
            return files.toList();
        }
    }
}
