package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.ROOM_MUTED;
import static np.saathi.prompt.Prompt.SEAT_LOST;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Caller;
import np.saathi.prompt.Language;
import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Seat;
import np.saathi.telephony.TelephonyEvent;

/** Whose call was cut in a group is offered the same seat first. */
class LostSeatTests {
    private static final CallId BEFORE = new CallId("before");
    private final House house = new House();
    private final PeerSession stress = house.live("stress");

    @BeforeEach
    void ashaIsKnown() {
        house.ashaIsKnown();
    }

    @Test
    void oneKeyLeadsBackToTheSameSeatMutedAndWithTheHandUp() {
        somebodyTakesSeatOne();
        ashaSits();
        house.sessions.sessions().muted(BEFORE, true);
        house.sessions.sessions().raiseHand(BEFORE);
        theCallIsCut();
        house.clock.pass(Duration.ofMinutes(4));
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(asha.heard()).startsWith(GREETING.key(), SEAT_LOST.key(), "category.stress", ROOM_MUTED.key());
        assertThat(asha.entered()).singleElement().extracting(Seat::muted).isEqualTo(true);
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().satisfies(seat -> {
            assertThat(seat.seat()).isEqualTo(2);
            assertThat(seat.muted()).isTrue();
        });
        assertThat(house.sessions.participationsOf(BEFORE).getFirst().handRaisedSince()).isPresent();
    }

    @Test
    void theGroupIsNotNamedBeforeTheKey() {
        ashaSits();
        theCallIsCut();
        ScriptedCaller other = whoPresses("*", "#");
        other.calls(house.callerFlow);
        assertThat(other.heard()).startsWith(GREETING.key(), SEAT_LOST.key(), MAIN_MENU.key())
                .doesNotContain("category.stress");
    }

    @Test
    void afterFiveMinutesNothingIsOffered() {
        ashaSits();
        theCallIsCut();
        house.clock.pass(Duration.ofMinutes(5));
        assertNothingIsOffered();
    }

    @Test
    void whoLeftOrWasRemovedIsOfferedNothing() {
        for (Outcome how : new Outcome[]{Outcome.LEFT, Outcome.TIME_UP, Outcome.REMOVED}) {
            ashaSits();
            house.sessions.sessions().leave(BEFORE, how);
            assertNothingIsOffered();
        }
    }

    @Test
    void aSessionThatIsOverIsNotOffered() {
        ashaSits();
        theCallIsCut();
        house.sessions.sessions().end(stress.id());
        assertNothingIsOffered();
    }

    @Test
    void aCallThatSeemsToBeStillThereGivesTheSeatToTheNewOne() {
        ashaSits();
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(house.sessions.participationsOf(BEFORE)).singleElement().extracting(Participant::outcome)
                .isEqualTo(Optional.of(Outcome.ELSEWHERE));
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().extracting(Participant::seat)
                .isEqualTo(1);
    }

    @Test
    void whoeverSitsThereByThenKeepsTheSeatAndTheReturningCallerGetsAnother() {
        ashaSits();
        theCallIsCut();
        somebodyTakesSeatOne();
        ScriptedCaller asha = whoPresses("1", "#", "#");
        house.stays(asha, stress, Departure.LEFT).calls(house.callerFlow);
        assertThat(house.sessions.participationsOf(asha.id())).singleElement().extracting(Participant::seat)
                .isEqualTo(2);
    }

    @Test
    void whoIsNotRememberedIsOfferedNothing() {
        assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(Language.NEPALI), BEFORE,
                Language.NEPALI)).isPresent();
        theCallIsCut();
        assertNothingIsOffered();
    }

    private void assertNothingIsOffered() {
        ScriptedCaller asha = whoPresses("#").named("later");
        asha.calls(house.callerFlow);
        assertThat(asha.heard()).startsWith(keys(GREETING, MAIN_MENU).toArray(String[]::new));
    }

    private void ashaSits() {
        assertThat(house.sessions.sessions().takeSeat(stress.id(), house.callers.of(House.ASHAS_PHONE), BEFORE,
                Language.NEPALI)).isPresent();
        house.sessions.exchangeTells(new TelephonyEvent.Joined(BEFORE, stress.room(), house.clock.instant()));
    }

    private void somebodyTakesSeatOne() {
        assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(Language.NEPALI),
                new CallId("bikash"), Language.NEPALI)).isPresent();
    }

    private void theCallIsCut() {
        house.sessions.exchangeTells(new TelephonyEvent.HungUp(BEFORE, house.clock.instant()));
    }
}
