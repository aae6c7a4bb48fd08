package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Caller;
import np.saathi.prompt.Prompt;
import np.saathi.session.Moderator;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionState;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.RoomControl;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.TelephonyEvent;

/** One key pressed in a room. */
class RoomKeysTests {
    private final House house = new House();
    private final PeerSession stress = house.live("stress");

    @Test
    void keyOneMutesAndSpeaksItBack() {
        ScriptedCaller asha = inTheRoom("asha");
        press(asha, "1");
        assertThat(asha.heard()).containsExactly("room.muted");
        assertThat(house.rooms.orders()).containsExactly("mute asha");
        assertThat(seatOf(asha).muted()).isTrue();
    }

    @Test
    void whomTheHostSilencedKeyOneDoesNotGiveTheVoiceBack() {
        ScriptedCaller asha = inTheRoom("asha");
        house.moderation.mute(stress.id(), Moderator.account(DEVI), 1);
        press(asha, "1");
        assertThat(asha.heard()).containsExactly("room.muted.host");
        assertThat(house.rooms.orders()).containsExactly("mute asha");
        assertThat(seatOf(asha).muted()).isTrue();
        house.moderation.unmute(stress.id(), Moderator.account(DEVI), 1);
        press(asha, "1");
        assertThat(asha.heard()).containsExactly("room.muted.host", "room.muted");
    }

    @Test
    void keyOneAgainUnmutes() {
        ScriptedCaller asha = inTheRoom("asha");
        press(asha, "1");
        press(asha, "1");
        assertThat(asha.heard()).containsExactly("room.muted", "room.unmuted");
        assertThat(house.rooms.orders()).containsExactly("mute asha", "unmute asha");
        assertThat(seatOf(asha).muted()).isFalse();
    }

    @Test
    void keyTwoRaisesTheHandAndSpeaksThePlace() {
        ScriptedCaller asha = inTheRoom("asha");
        ScriptedCaller bikash = inTheRoom("bikash");
        press(asha, "2");
        house.clock.pass(java.time.Duration.ofSeconds(1));
        press(bikash, "2");
        assertThat(asha.heard()).containsExactly("room.hand.up", "number.1");
        assertThat(bikash.heard()).containsExactly("room.hand.up", "number.2");
        press(asha, "2");
        assertThat(asha.heard()).endsWith("room.hand.down");
        assertThat(seatOf(asha).handRaisedSince()).isEmpty();
    }

    @Test
    void starAndKeysWithoutMeaningSpeakTheKeys() {
        for (String key : new String[]{"*", "7"}) {
            ScriptedCaller asha = inTheRoom("asha" + key);
            press(asha, key);
            assertThat(asha.heard()).as(key).containsExactly("room.keys");
        }
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void whoIsTroubledBySomebodyTellsItByThreeAndOneAndHearsWhatHappensNow() {
        ScriptedCaller asha = inTheRoom("asha").thenPresses("1");
        press(asha, "3");
        assertThat(asha.heard()).containsExactly("room.wrong", "room.wrong.somebody");
        assertThat(house.sessions.raised()).containsExactly("SOMEBODY of session " + stress.id());
        assertThat(house.sessions.told(SessionEvent.Troubled.class)).singleElement()
                .extracting(SessionEvent.Troubled::hosts).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
    }

    @Test
    void whenItIsTheHostTheDutyAdminIsToBeRungAndTheHostHearsNothing() {
        ScriptedCaller asha = inTheRoom("asha").thenPresses("2");
        press(asha, "3");
        assertThat(asha.heard()).containsExactly("room.wrong", "room.wrong.host");
        assertThat(house.sessions.raised()).containsExactly("HOST of session " + stress.id());
        assertThat(house.sessions.told(SessionEvent.HostComplainedOf.class)).hasSize(1);
        assertThat(house.sessions.told(SessionEvent.Troubled.class)).isEmpty();
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void withNobodyOnDutyWhoComplainsIsNotToldThatOneIsCalled() {
        house.onDuty.nobodyIs();
        ScriptedCaller asha = inTheRoom("asha").thenPresses("2");
        press(asha, "3");
        assertThat(asha.heard()).containsExactly("room.wrong", "room.wrong.host.nobody");
        assertThat(house.sessions.told(SessionEvent.HostComplainedOf.class)).as("it waits for who comes").hasSize(1);
    }

    @Test
    void whoSaysNothingToTheQuestionIsToldToBeBackInTheGroup() {
        for (String answer : new String[]{"*", "#", ""}) {
            ScriptedCaller asha = inTheRoom("asha" + answer).thenPresses(answer);
            press(asha, "3");
            assertThat(asha.heard()).as(answer).startsWith("room.wrong").endsWith("room.back");
        }
        assertThat(house.sessions.raised()).isEmpty();
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void zeroInTheQuestionTakesToTheCrisisPath() {
        ScriptedCaller asha = inTheRoom("asha").thenPresses("0");
        press(asha, "3");
        assertThat(house.rooms.orders()).containsExactly("take out asha CRISIS");
    }

    @Test
    void whileWaitingStarLeadsBack() {
        PeerSession grief = house.waiting("grief");
        ScriptedCaller asha = inTheRoom("asha", grief);
        press(asha, "*");
        assertThat(asha.heard()).isEmpty();
        assertThat(house.rooms.orders()).containsExactly("take out asha TURNED_BACK");
    }

    @Test
    void whileWaitingOtherKeysSpeakTheKeysOfWaiting() {
        PeerSession grief = house.waiting("grief");
        for (String key : new String[]{"1", "2", "9"}) {
            ScriptedCaller asha = inTheRoom("asha" + key, grief);
            press(asha, key);
            assertThat(asha.heard()).containsExactly("waiting.keys");
        }
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void whileTheHostIsLostTheKeysAreThoseOfWaiting() {
        ScriptedCaller asha = inTheRoom("asha");
        house.sessions.hostIsLost(stress);
        press(asha, "2");
        assertThat(asha.heard()).containsExactly("waiting.keys");
        assertThat(seatOf(asha).handRaisedSince()).isEmpty();
    }

    @Test
    void hashLeavesWhenItCutsTheAnswerToAnotherKey() {
        ScriptedCaller asha = inTheRoom("asha").pressing("#", Prompt.ROOM_KEYS);
        press(asha, "*");
        assertThat(house.rooms.orders()).containsExactly("take out asha LEFT");
    }

    @Test
    void keyThatCutsTheAnswerIsFollowed() {
        ScriptedCaller asha = inTheRoom("asha").pressing("2", Prompt.ROOM_KEYS).pressing("1", Prompt.ROOM_HAND_UP);
        press(asha, "*");
        assertThat(asha.heard()).containsExactly("room.keys", "room.hand.up", "room.muted");
        assertThat(house.rooms.orders()).containsExactly("mute asha");
        assertThat(seatOf(asha).handRaisedSince()).isPresent();
    }

    @Test
    void keyDuringTheWorkOfAnotherIsFollowed() {
        ScriptedCaller asha = inTheRoom("asha").pressingWhileTheAppWorks("").pressingWhileTheAppWorks("2");
        press(asha, "1");
        assertThat(seatOf(asha).muted()).isTrue();
        assertThat(seatOf(asha).handRaisedSince()).isPresent();
    }

    @Test
    void zeroInTheAnswerTakesToTheCrisisPath() {
        ScriptedCaller asha = inTheRoom("asha").pressing("0", Prompt.ROOM_KEYS);
        press(asha, "*");
        assertThat(house.rooms.orders()).containsExactly("take out asha CRISIS");
    }

    @Test
    void zeroWhileTheAppWorksTakesToTheCrisisPath() {
        for (int work = 0; work < 3; work++) {
            ScriptedCaller asha = inTheRoom("asha" + work);
            for (int before = 0; before < work; before++) {
                asha.pressingWhileTheAppWorks("");
            }
            asha.pressingWhileTheAppWorks("0");
            press(asha, "2");
            assertThat(house.rooms.orders()).last().isEqualTo("take out asha" + work + " CRISIS");
        }
    }

    @Test
    void hostMutesThemselves() {
        ScriptedCaller devi = host();
        press(devi, "1");
        press(devi, "1");
        assertThat(devi.heard()).containsExactly("host.muted", "host.unmuted");
        assertThat(house.rooms.orders()).containsExactly("mute devi", "unmute devi");
    }

    @Test
    void hostHearsTheKeys() {
        ScriptedCaller devi = host();
        press(devi, "*");
        assertThat(devi.heard()).containsExactly("host.keys");
    }

    @Test
    void hostEndsTheSessionByHashAndOne() {
        ScriptedCaller devi = host().thenPresses("1");
        press(devi, "#");
        assertThat(devi.heard()).containsExactly("host.end.confirm");
        assertThat(stress.state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void anyOtherAnswerKeepsTheSession() {
        for (String answer : new String[]{"", "*", "#", "2"}) {
            ScriptedCaller devi = host().thenPresses(answer);
            press(devi, "#");
            assertThat(devi.heard()).as(answer).containsExactly("host.end.confirm", "host.end.kept");
            assertThat(stress.state()).isEqualTo(SessionState.LIVE);
        }
    }

    @Test
    void oneThatWasPressedBeforeTheQuestionDoesNotEndTheSession() {
        ScriptedCaller devi = host();
        press(devi, "#1");
        assertThat(devi.heard()).containsExactly("host.end.confirm", "host.end.kept");
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void zeroInTheQuestionRingsTheDutyRosterIntoTheRoomAndKeepsTheSession() {
        ScriptedCaller devi = host().thenPresses("0");
        press(devi, "#");
        assertThat(devi.heard()).containsExactly("host.end.confirm", "host.duty.ringing");
        assertThat(house.dutyRungInto).containsExactly(stress.id());
        assertThat(house.rooms.orders()).isEmpty();
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void hangingUpInTheQuestionKeepsTheSession() {
        ScriptedCaller devi = host().thenPresses(ScriptedCaller.HANGS_UP);
        assertThatThrownBy(() -> press(devi, "#")).isInstanceOf(CallerHungUp.class);
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void keyOfACallWithoutASeatDoesNothing() {
        ScriptedCaller nobody = whoPresses().named("nobody");
        press(nobody, "1");
        assertThat(nobody.heard()).isEmpty();
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void withoutALinkTheKeyFailsAndTheExchangeSaysSo() {
        ScriptedCaller asha = inTheRoom("asha");
        house.rooms.linked(false);
        assertThatThrownBy(() -> press(asha, "1")).isInstanceOf(RoomControl.ExchangeUnreachable.class);
        assertThat(seatOf(asha).muted()).isFalse();
    }

    @Test
    void zeroInTheMenuOfAKeyIsHelpWithoutALinkToo() {
        ScriptedCaller asha = inTheRoom("asha").thenPresses("0");
        house.rooms.linked(false);
        assertThatThrownBy(() -> press(asha, "3")).isInstanceOf(HelpPressed.class);
    }

    @Test
    void handIsToldToTheHostByTheSessionAndNotByTheKey() {
        ScriptedCaller asha = inTheRoom("asha");
        press(asha, "2");
        assertThat(house.rooms.orders()).isEmpty();
        assertThat(house.sessions.told(SessionEvent.HelpAsked.class)).isEmpty();
    }

    private void press(ScriptedCaller caller, String key) {
        caller.pressedAhead(key);
        house.roomKeys.answer(caller);
    }

    private ScriptedCaller inTheRoom(String name) {
        return inTheRoom(name, stress);
    }

    private ScriptedCaller inTheRoom(String name, PeerSession session) {
        ScriptedCaller caller = whoPresses().named(name);
        assertThat(house.sessions.sessions().takeSeat(session.id(), Caller.unknown(NEPALI), caller.id(), NEPALI))
                .isPresent();
        house.comesIn(caller, session);
        return caller;
    }

    private ScriptedCaller host() {
        ScriptedCaller devi = whoPresses().named("devi");
        assertThat(house.sessions.sessions().takeHostSeat(stress.id(), DEVI, devi.id())).isPresent();
        house.sessions.exchangeTells(new TelephonyEvent.Joined(devi.id(), stress.room(), house.clock.instant()));
        return devi;
    }

    private Participant seatOf(ScriptedCaller caller) {
        return house.sessions.participationsOf(caller.id()).getFirst();
    }
}
