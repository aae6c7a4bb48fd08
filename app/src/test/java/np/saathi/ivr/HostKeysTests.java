package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Caller;
import np.saathi.prompt.Prompt;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionState;
import np.saathi.telephony.CallId;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.TelephonyEvent;

/** A host leads the room by keypad. Devi hosts; Asha has seat 1, Bikash seat 2. */
class HostKeysTests {
    private final House house = new House();
    private final PeerSession stress = house.live("stress");
    private final ScriptedCaller devi = whoPresses().named("devi");

    @BeforeEach
    void ashaAndBikashAreInTheRoomOfDevi() {
        callerComes("asha");
        callerComes("bikash");
        assertThat(house.sessions.sessions().takeHostSeat(stress.id(), DEVI, devi.id())).isPresent();
        house.sessions.exchangeTells(new TelephonyEvent.Joined(devi.id(), stress.room(), house.clock.instant()));
    }

    @Test
    void threeTheSeatAndOneMutesAndAgainUnmutes() {
        press("321");
        assertThat(house.rooms.orders()).containsExactly("mute bikash");
        assertThat(devi.heard()).containsExactly("host.seat", "number.2", "host.seat.muted");
        assertThat(person("bikash").silenced()).isTrue();
        devi.forgetsWhatWasHeard();
        press("321");
        assertThat(house.rooms.orders()).containsExactly("unmute bikash");
        assertThat(devi.heard()).containsExactly("host.seat", "number.2", "host.seat.unmuted");
        assertThat(person("bikash").muted()).isFalse();
    }

    @Test
    void whoDoesNotKnowTheKeysIsLedThroughThem() {
        devi.thenPresses("1", "1");
        press("3");
        assertThat(devi.heard()).containsExactly("host.person.seat", "host.seat", "number.1", "host.person",
                "host.seat",
                "number.1", "host.seat.muted");
    }

    @Test
    void whoMutedThemselvesIsNotMadeHeardByTheHostsKeyButSilenced() {
        house.sessions.sessions().muted(new CallId("asha"), true);
        press("311");
        assertThat(person("asha").silenced()).isTrue();
        assertThat(house.rooms.orders()).containsExactly("mute asha");
    }

    @Test
    void anEmptySeatIsToldAndNothingHappens() {
        press("371");
        // 1, pressed ahead, is the next key: the host's own voice
        assertThat(house.rooms.orders()).containsExactly("mute devi");
        devi.forgetsWhatWasHeard();
        press("37");
        assertThat(devi.heard()).containsExactly("host.seat.empty");
    }

    @Test
    void removalAsksFirstAndIsTold() {
        devi.thenPresses("1");
        press("312");
        assertThat(devi.heard()).containsExactly("host.seat", "number.1", "host.remove.confirm", "host.seat",
                "number.1",
                "host.seat.removed");
        assertThat(house.rooms.orders()).containsExactly("take out asha REMOVED");
        assertThat(person("asha").outcome()).contains(Outcome.REMOVED);
    }

    @Test
    void removalNeedsAKeyMeantForIt() {
        for (String answer : new String[]{"", "*", "2"}) {
            devi.thenPresses(answer);
            press("312");
            assertThat(devi.heard()).as(answer).endsWith("host.remove.kept");
        }
        press("3121"); // the last one was pressed before the question
        assertThat(devi.heard()).endsWith("host.remove.kept");
        assertThat(house.rooms.orders()).isEmpty();
        assertThat(person("asha").isOpen()).isTrue();
    }

    @Test
    void aChildIsToldToTheDutyAdminAlone() {
        press("314");
        assertThat(devi.heard()).containsExactly("host.child.told");
        assertThat(house.sessions.told(SessionEvent.MayBeAChild.class)).singleElement()
                .satisfies(told -> assertThat(told.seat()).isEqualTo(1));
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void withNobodyOnDutyAHostIsNotToldThatOneIsCalledAndTheAlertWaits() {
        house.onDuty.nobodyIs();
        press("314");
        assertThat(devi.heard()).containsExactly("host.child.nobody");
        assertThat(house.sessions.told(SessionEvent.MayBeAChild.class)).hasSize(1);
    }

    @Test
    void theFirstRaisedHandGetsTheFloor() {
        raises("bikash");
        raises("asha");
        devi.thenPresses("1");
        press("2");
        assertThat(devi.heard()).containsExactly("host.seat", "number.2", "host.hand", "host.seat", "number.2",
                "host.seat.floor");
        assertThat(house.rooms.orders()).containsExactly("unmute bikash");
        assertThat(person("bikash").handRaisedSince()).isEmpty();
        devi.forgetsWhatWasHeard();
        press("22");
        assertThat(devi.heard()).containsExactly("host.seat", "number.1", "host.seat.lowered");
        assertThat(person("asha").handRaisedSince()).isEmpty();
        devi.forgetsWhatWasHeard();
        press("2");
        assertThat(devi.heard()).containsExactly("host.hand.none");
    }

    @Test
    void whoWasSilencedIsHeardWithTheFloor() {
        press("311");
        raises("asha");
        press("21");
        assertThat(person("asha").silenced()).isFalse();
        assertThat(person("asha").muted()).isFalse();
        assertThat(house.rooms.orders()).containsExactly("mute asha", "unmute asha");
    }

    @Test
    void allVoicesGoOffAlsoOfWhoComesInAndOnAgain() {
        press("41");
        assertThat(house.rooms.orders()).containsExactly("mute asha", "mute bikash");
        assertThat(devi.heard()).containsExactly("host.room.muted");
        callerComes("chandra");
        assertThat(person("chandra").silenced()).isTrue();
        assertThat(person("chandra").muted()).isTrue();
        press("41");
        assertThat(house.rooms.orders()).containsExactly("unmute asha", "unmute bikash", "unmute chandra");
        assertThat(devi.heard()).endsWith("host.room.open");
        assertThat(person("chandra").muted()).isFalse();
    }

    @Test
    void theDoorIsClosedAndOpened() {
        press("42");
        assertThat(devi.heard()).containsExactly("host.room.locked");
        assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(NEPALI), new CallId("late"), NEPALI))
                .isEmpty();
        press("42");
        assertThat(devi.heard()).endsWith("host.room.unlocked");
        assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(NEPALI), new CallId("late"), NEPALI))
                .isPresent();
    }

    @Test
    void tenMinutesAreAddedThreeTimesAndThenRefusedAloud() {
        for (int time = 1; time <= PeerSession.EXTENSIONS; time++) {
            press("43");
            assertThat(devi.heard()).last().isEqualTo("host.time.more");
        }
        press("43");
        assertThat(devi.heard()).last().isEqualTo("host.time.spent");
        assertThat(stress.extensionsLeft()).isZero();
    }

    @Test
    void aGroupIsNotLengthenedOverItsHostsNextOne() {
        house.sessions.sessions().plan(new SessionPlan("grief", NEPALI, "Grief",
                stress.endsAt().plus(Duration.ofMinutes(5)), Duration.ofHours(1), 8, Set.of(DEVI)));
        press("43");
        assertThat(devi.heard()).containsExactly("host.time.next");
        assertThat(stress.extensionsLeft()).isEqualTo(PeerSession.EXTENSIONS);
    }

    @Test
    void whoIsHereAndWhoSurelyTalksIsTold() {
        press("44");
        assertThat(devi.heard()).containsExactly("host.here", "number.2", "host.seat", "number.1",
                "silence.short", "number.2", "silence.short");
        devi.forgetsWhatWasHeard();
        talks("asha", true);
        talks("bikash", true);
        press("321"); // whose voice is off does not talk, though the exchange never told of an end
        devi.forgetsWhatWasHeard();
        press("44");
        assertThat(devi.heard()).endsWith("host.here.talking", "number.1", "silence.short");
        devi.forgetsWhatWasHeard();
        house.talking.atTheKeys(new CallId("asha")); // while her key is answered nothing true is known
        press("44");
        assertThat(devi.heard()).doesNotContain("host.here.talking");
        house.talking.back(new CallId("asha"));
    }

    @Test
    void anEmptyRoomIsTold() {
        house.sessions.exchangeTells(new TelephonyEvent.HungUp(new CallId("asha"), house.clock.instant()));
        house.sessions.exchangeTells(new TelephonyEvent.HungUp(new CallId("bikash"), house.clock.instant()));
        press("44");
        assertThat(devi.heard()).containsExactly("host.here.nobody");
    }

    @Test
    void aMenuLeftOpenClosesByItselfAndStarAndHashCloseIt() {
        for (String keys : new String[]{"3", "31", "4"}) {
            for (String answer : new String[]{"", "*", "#"}) {
                devi.thenPresses(answer);
                press(keys);
                assertThat(devi.heard()).as(keys + answer).last().isEqualTo("room.back");
            }
        }
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void aWrongKeyInAMenuTellsTheChoicesShorterAndShorter() {
        devi.thenPresses("9", "9", "9");
        press("4");
        assertThat(devi.heard()).containsExactly("host.room", "host.room.again", "host.room.short", "room.back");
    }

    @Test
    void zeroRingsTheDutyRosterIntoTheRoomAndTheHostStays() {
        press("0");
        assertThat(devi.heard()).containsExactly("host.duty.ringing");
        assertThat(house.dutyRungInto).containsExactly(stress.id());
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void zeroInAMenuRingsTheDutyRosterToo() {
        devi.pressing("0", Prompt.HOST_ROOM);
        press("4");
        assertThat(house.dutyRungInto).containsExactly(stress.id());
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void zeroOnceMoreIsTheCrisisPathItself() {
        devi.pressing("0", Prompt.HOST_DUTY_RINGING);
        devi.pressedAhead("0");
        assertThat(devi.calls(house.roomKeys)).isEqualTo(ScriptedCaller.Ending.HELP);
    }

    @Test
    void withNobodyOnDutyZeroIsTheCrisisPath() {
        house.onDuty.nobodyIs();
        press("0");
        assertThat(house.rooms.orders()).containsExactly("take out devi CRISIS");
    }

    @Test
    void whoeverMayNotModerateAnyMoreIsToldSo() {
        house.sessions.sessions().end(stress.id());
        press("41");
        assertThat(devi.heard()).containsExactly("host.refused");
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void whoWasAskedWhetherTheyAreThereAnswersByAnyKeyAndNothingElseHappens() {
        house.clock.pass(Duration.ofMinutes(6));
        house.sessions.silentHostsAreLookedFor();
        press("1");
        assertThat(devi.heard()).containsExactly("host.silent.thanks");
        assertThat(house.rooms.orders()).isEmpty();
    }

    @Test
    void whoIsOnDutyModeratesAndLeavesTheGroupToItsHost() {
        ScriptedCaller duty = whoPresses().named("duty");
        assertThat(house.sessions.sessions().takeDutySeat(stress.id(), duty.id(), NEPALI)).isPresent();
        house.comesIn(duty, stress);
        duty.pressedAhead("311");
        house.roomKeys.answer(duty);
        assertThat(house.rooms.orders()).containsExactly("mute asha");
        duty.pressedAhead("#");
        house.roomKeys.answer(duty);
        assertThat(house.rooms.orders()).containsExactly("take out duty LEFT");
        assertThat(stress.state()).isEqualTo(SessionState.LIVE);
    }

    private void press(String keys) {
        devi.pressedAhead(keys);
        house.roomKeys.answer(devi);
    }

    private void callerComes(String name) {
        ScriptedCaller caller = whoPresses().named(name);
        assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(NEPALI), caller.id(), NEPALI))
                .isPresent();
        house.comesIn(caller, stress);
    }

    private void raises(String name) {
        house.clock.pass(Duration.ofSeconds(1));
        assertThat(house.sessions.sessions().raiseHand(new CallId(name))).isPositive();
    }

    private void talks(String name, boolean talking) {
        house.sessions.exchangeTells(
                new TelephonyEvent.TalkingChanged(new CallId(name), stress.room(), talking, house.clock.instant()));
    }

    private Participant person(String name) {
        return house.sessions.participationsOf(new CallId(name)).getFirst();
    }
}
