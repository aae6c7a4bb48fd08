package np.saathi.ivr;

import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER_SHORT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_BACK;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_NONE;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_SENT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_TAKEN;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_UNSENT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_UNTRAINED;
import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import np.saathi.message.VolunteerMailbox.Sent;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.volunteer.Training;

/** Callers' messages on a volunteer's phone. */
class VolunteerMessagesTests {
    private final House house = new House();

    @Test
    void aMessageIsHeardAndAnsweredByVoice() {
        byte[] sound = house.volunteerMailbox.written(7);
        ScriptedCaller devi = devi("1", "#", "1", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.sounds()).containsExactly(sound);
        assertThat(house.volunteerMailbox.done()).containsExactly("open 7", "answer 7");
        assertThat(devi.heard()).containsSubsequence(keys(HOST_MESSAGE_INTRO, HOST_MESSAGE_AFTER, HOST_MESSAGE_SENT,
                HOST_MENU));
    }

    @Test
    void nextGoesOnAgainRepeatsAndBackLeaves() {
        byte[] first = house.volunteerMailbox.written(7);
        byte[] second = house.volunteerMailbox.written(8);
        house.volunteerMailbox.written(9);
        ScriptedCaller devi = devi("3", "2", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.sounds()).containsExactly(first, first, second);
        assertThat(house.volunteerMailbox.done()).containsExactly("open 7", "open 8");
    }

    @Test
    void givenBackItIsFreeForOthersAndTheNextFollows() {
        house.volunteerMailbox.written(7);
        house.volunteerMailbox.written(8);
        ScriptedCaller devi = devi("4", "*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(house.volunteerMailbox.done()).containsExactly("open 7", "give back 7", "open 8");
        assertThat(devi.heard()).contains(HOST_MESSAGE_BACK.key());
    }

    @Test
    void oneThatAnotherHasOpenedMeanwhileIsLeftOut() {
        house.volunteerMailbox.written(7);
        house.volunteerMailbox.taken(7);
        byte[] second = house.volunteerMailbox.written(8);
        ScriptedCaller devi = devi("*", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.sounds()).containsExactly(second);
    }

    @Test
    void whatBecameOfAnAnswerIsToldEachTime() {
        house.volunteerMailbox.written(7);
        house.volunteerMailbox.takesAs(Sent.TAKEN);
        assertThat(heardBy(devi("1", "#", "1", "#"))).contains(HOST_MESSAGE_TAKEN.key());
        house.volunteerMailbox.takesAs(Sent.NOTHING_HEARD);
        assertThat(heardBy(devi("1", "#", "1", "#"))).contains(MESSAGE_NOTHING.key());
        assertThat(heardBy(devi("1", "#", "*", "#"))).contains(MESSAGE_DROPPED.key());
    }

    @Test
    void silenceAfterAMessageLeadsBackToTheMenu() {
        house.volunteerMailbox.written(7);
        ScriptedCaller devi = devi("", "", "", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSubsequence(keys(HOST_MESSAGE_AFTER, HOST_MESSAGE_AFTER_AGAIN,
                HOST_MESSAGE_AFTER_SHORT, HOST_MENU));
    }

    @Test
    void noMessageIsToldAndZeroIsHelp() {
        assertThat(heardBy(devi("#"))).contains(HOST_MESSAGE_NONE.key());
        house.volunteerMailbox.written(7);
        assertThat(devi("0").calls(house.volunteerFlow)).isEqualTo(HELP);
    }

    @Test
    void anAnswerThatIsBrokenOffByZeroOrByHangingUpIsKept() {
        house.volunteerMailbox.written(7);
        assertThat(devi("1", "#", "0").calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(devi("1", "#", "2", HANGS_UP).calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        await().untilAsserted(() -> assertThat(house.volunteerMailbox.kept()).containsExactly("to 7", "to 7"));
        assertThat(house.volunteerMailbox.done()).doesNotContain("answer 7");
    }

    @Test
    void whatWasBrokenOffIsOfferedNextTimeAndSentAndWhatBecameOfItIsTold() {
        byte[] sound = house.volunteerMailbox.brokenOff(7);
        ScriptedCaller devi = devi("2", "1", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.sounds()).containsExactly(sound);
        assertThat(devi.heard()).containsSubsequence(keys(HOST_MESSAGE_UNSENT, HOST_MESSAGE_UNSENT, HOST_MESSAGE_SENT,
                HOST_MESSAGE_NONE));
        assertThat(house.volunteerMailbox.done()).containsExactly("send unsent");
        house.volunteerMailbox.brokenOff(7);
        house.volunteerMailbox.takesAs(Sent.TAKEN);
        assertThat(heardBy(devi("1", "#"))).contains(HOST_MESSAGE_TAKEN.key());
    }

    @Test
    void whatWasBrokenOffIsSpokenAnewThrownAwayOrWaitsOn() {
        house.volunteerMailbox.brokenOff(7);
        assertThat(heardBy(devi("", "", "", "#"))).contains(HOST_MESSAGE_UNSENT.key());
        assertThat(heardBy(devi("3", "#", "1", "#"))).containsSubsequence(keys(HOST_MESSAGE_UNSENT,
                HOST_MESSAGE_SENT));
        assertThat(house.volunteerMailbox.done()).containsExactly("answer 7");
        house.volunteerMailbox.brokenOff(7);
        assertThat(heardBy(devi("*", "#"))).containsSubsequence(keys(HOST_MESSAGE_UNSENT, MESSAGE_DROPPED));
        assertThat(heardBy(devi("#"))).doesNotContain(HOST_MESSAGE_UNSENT.key());
    }

    @Test
    void onlyCertifiedVolunteersHearMessages() {
        house.volunteerMailbox.written(7);
        house.volunteers.trained(Training.COACHED, "111222", "9999", NEPALI);
        ScriptedCaller coached = whoPresses("111222", "9999#", "2", "#");
        coached.calls(house.volunteerFlow);
        assertThat(coached.heard()).contains(HOST_MESSAGE_UNTRAINED.key());
        assertThat(house.volunteerMailbox.done()).isEmpty();
    }

    private Iterable<String> heardBy(ScriptedCaller caller) {
        caller.calls(house.volunteerFlow);
        return caller.heard();
    }

    /** Devi in her messages. */
    private static ScriptedCaller devi(String... then) {
        return whoPresses(DEVIS_ID, DEVIS_PIN + "#", "2").thenPresses(then);
    }
}
