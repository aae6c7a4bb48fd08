package np.saathi.ivr;

import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.prompt.Prompt.SETTINGS_UNKEPT;
import static np.saathi.prompt.Prompt.SETTINGS_VOICE;
import static np.saathi.prompt.Prompt.VOICE_CHANGED;
import static np.saathi.prompt.Prompt.VOICE_OFFER;
import static np.saathi.prompt.Prompt.VOICE_PLAIN;
import static np.saathi.prompt.Prompt.VOICE_TAKEN;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;

/** A voice at another pitch: off by default, where a category allows it, as the caller wants it. */
class DisguiseVisitTests {
    private final House house = new House();

    @Test
    void itIsNotOfferedWhereNoCategoryAllowsIt() {
        house.ashaIsKnown();
        ScriptedCaller asha = whoPresses("9", "5", "*", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).contains(SETTINGS_MENU.key()).doesNotContain(SETTINGS_VOICE.key(), VOICE_OFFER.key());
    }

    @Test
    void whoTurnsItOnIsDisguisedWhereItIsAllowedAndNowhereElse() {
        house.ashaIsKnown();
        house.categories.allowDisguise("grief");
        PeerSession grief = house.live("grief");
        ScriptedCaller asha = whoPresses("9", "5", "1", "1", "#", "#");
        house.stays(asha, grief, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(SETTINGS_VOICE.key(), VOICE_OFFER.key(), VOICE_CHANGED.key())
                .doesNotContain(SETTINGS_UNKEPT.key());
        assertThat(asha.entered()).singleElement().extracting(Seat::disguised).isEqualTo(true);
        assertThat(house.callers.of(House.ASHAS_PHONE).disguised()).isTrue();
        house.sessions.sessions().end(grief.id());
        PeerSession stress = house.live("stress");
        ScriptedCaller again = whoPresses("1", "#", "#").named("again");
        house.stays(again, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(again.entered()).singleElement().extracting(Seat::disguised).isEqualTo(false);
    }

    @Test
    void theSameKeyTurnsItOffAgain() {
        house.callers.disguises(house.ashaIsKnown(), true);
        house.categories.allowDisguise("grief");
        ScriptedCaller asha = whoPresses("9", "5", "1", "#");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).containsSubsequence(VOICE_TAKEN.key(), VOICE_PLAIN.key());
        assertThat(house.callers.of(House.ASHAS_PHONE).disguised()).isFalse();
    }

    @Test
    void starAndSilenceLeaveItAsItIs() {
        house.ashaIsKnown();
        house.categories.allowDisguise("grief");
        for (String answer : new String[]{"*", "#", ""}) {
            whoPresses("9", "5", answer).calls(house.callerFlow);
            assertThat(house.callers.of(House.ASHAS_PHONE).disguised()).isFalse();
        }
    }

    @Test
    void whoIsNotRememberedHasItAfterAnInterruptionToo() {
        house.categories.allowDisguise("grief");
        PeerSession grief = house.live("grief");
        ScriptedCaller asha = whoPresses("1", "2", "9", "5", "1", "0");
        asha.calls(house.callerFlow);
        asha.backFromCrisis().thenPresses("1", "#", "#");
        house.stays(asha, grief, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.entered()).singleElement().extracting(Seat::disguised).isEqualTo(true);
    }

    @Test
    void whoIsNotRememberedHasItForThisCall() {
        house.categories.allowDisguise("grief");
        PeerSession grief = house.live("grief");
        ScriptedCaller asha = whoPresses("1", "2", "9", "5", "1", "1", "#", "#");
        house.stays(asha, grief, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).contains(SETTINGS_UNKEPT.key());
        assertThat(asha.entered()).singleElement().extracting(Seat::disguised).isEqualTo(true);
        assertThat(house.callers.remembered()).isZero();
    }
}
