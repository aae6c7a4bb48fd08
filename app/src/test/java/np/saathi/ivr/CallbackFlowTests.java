package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.CALLBACK_KEPT;
import static np.saathi.prompt.Prompt.CALLBACK_LEFT;
import static np.saathi.prompt.Prompt.CALLBACK_MAYNOT;
import static np.saathi.prompt.Prompt.CALLBACK_OFFER;
import static np.saathi.prompt.Prompt.CALLBACK_SAFE;
import static np.saathi.prompt.Prompt.CALLBACK_SHOWS;
import static np.saathi.prompt.Prompt.CALLBACK_TOOFAR;
import static np.saathi.prompt.Prompt.CALLBACK_TOOMANY;
import static np.saathi.prompt.Prompt.CALLBACK_WITHHELD;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.caller.Caller;
import np.saathi.joining.Callbacks;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.ScriptedCaller;

/** "Shall we ring you when it starts?" */
class CallbackFlowTests {
    private static final Caller UNKNOWN = Caller.unknown(NEPALI);
    private final House house = new House();
    private final PeerSession stress = house.waiting("stress");

    private boolean offered(ScriptedCaller caller, Caller who) {
        return house.callbackFlow.offer(caller, who, stress);
    }

    @Test
    void whoSaysThatItIsSafeIsRungAndHearsWhichNumberWillShow() {
        Caller asha = house.ashaIsKnown();
        ScriptedCaller call = whoPresses("1");
        assertThat(offered(call, asha)).isTrue();
        assertThat(call.heard()).containsExactly(CALLBACK_OFFER.key(), CALLBACK_SHOWS.key(), "number.1", "number.6",
                "number.6", "number.0", CALLBACK_SAFE.key(), CALLBACK_KEPT.key());
        assertThat(house.callbacks.wishes()).containsExactly(
                stress.id() + " " + House.ASHAS_PHONE + " " + asha.account().orElseThrow().value());
    }

    @Test
    void whoIsNotRememberedMayAskToo() {
        assertThat(offered(whoPresses("1"), UNKNOWN)).isTrue();
        assertThat(house.callbacks.wishes()).containsExactly(stress.id() + " " + House.ASHAS_PHONE + " unknown");
        assertThat(house.callers.remembered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "2", "#"})
    void whateverElseIsPressedKeepsNoNumber(String key) {
        ScriptedCaller call = whoPresses(key);
        assertThat(offered(call, UNKNOWN)).isFalse();
        assertThat(call.heard()).endsWith(CALLBACK_LEFT.key());
        assertThat(house.callbacks.wishes()).isEmpty();
    }

    @Test
    void whoseNumberIsWithheldIsToldAndAskedNothing() {
        ScriptedCaller call = whoPresses("1").withheld();
        assertThat(offered(call, UNKNOWN)).isFalse();
        assertThat(call.heard()).isEqualTo(keys(CALLBACK_WITHHELD));
        assertThat(house.callbacks.wishes()).isEmpty();
    }

    @Test
    void whoAsksForAGroupInMoreThanAWeekIsToldSoAndAskedNothing() {
        house.callbacks.reachNone();
        ScriptedCaller call = whoPresses("1");
        assertThat(offered(call, UNKNOWN)).isFalse();
        assertThat(call.heard()).isEqualTo(keys(CALLBACK_TOOFAR));
        assertThat(house.callbacks.wishes()).isEmpty();
    }

    @Test
    void whoCanNotBeRungIsToldAndNotPromisedAnything() {
        assertThat(refused(Callbacks.Taken.MAY_NOT)).isEqualTo(CALLBACK_MAYNOT.key());
        assertThat(refused(Callbacks.Taken.TOO_OFTEN)).isEqualTo(CALLBACK_TOOMANY.key());
    }

    private String refused(Callbacks.Taken answer) {
        house.callbacks.answer(answer);
        ScriptedCaller call = whoPresses("1");
        assertThat(offered(call, UNKNOWN)).isFalse();
        assertThat(call.heard()).doesNotContain(CALLBACK_KEPT.key());
        return call.heard().getLast();
    }

    @Test
    void zeroIsHelpInEverySentence() {
        for (Prompt sentence : new Prompt[]{CALLBACK_OFFER, CALLBACK_SHOWS, CALLBACK_SAFE}) {
            assertThatThrownBy(() -> offered(whoPresses().pressing("0", sentence), UNKNOWN)).as(sentence.key())
                    .isInstanceOf(HelpPressed.class);
        }
        assertThatThrownBy(() -> {
            ScriptedCaller call = whoPresses("1").pressing("0", CALLBACK_KEPT);
            offered(call, UNKNOWN);
            call.say(Spoken.nothing());
        }).isInstanceOf(HelpPressed.class);
    }
}
