package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.springframework.modulith.test.PublishedEvents;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.prompt.Language;
import np.saathi.retention.Retention;
import np.saathi.session.ModerationRefused.Why;
import np.saathi.session.Sessions.NoSeat;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.volunteer.Training;

class ModerationTests extends SessionModuleTest {
    private static final Caller SOMEBODY = Caller.unknown(Language.NEPALI);
    @Autowired
    Moderation moderation;
    @Autowired
    ModerationLog log;

    @Test
    void whoIsMutedByTheHostIsToldAndStaysMutedUntilTheHostSaysOtherwise() {
        PeerSession session = liveWithAsha();
        moderation.mute(session.id(), by(devi), 1);
        assertThat(rooms.orders()).containsExactly("mute asha.1", "whisper asha.1 ne room.muted.host");
        assertThat(last(ASHA).muted()).isTrue();
        assertThat(last(ASHA).silenced()).isTrue();
        moderation.unmute(session.id(), by(devi), 1);
        assertThat(rooms.orders()).containsExactly("unmute asha.1", "whisper asha.1 ne room.unmuted.host");
        assertThat(last(ASHA).muted()).isFalse();
        assertThat(last(ASHA).silenced()).isFalse();
    }

    @Test
    void whatTheExchangeTellsBeforeTheHostsDeedIsWrittenIsNotTakenForTheirOwnSilence() {
        PeerSession session = liveWithAsha();
        rooms.whenMuted(call -> muted(session, call));
        try {
            moderation.mute(session.id(), by(devi), 1);
            moderation.unmute(session.id(), by(devi), 1);
            assertThat(last(ASHA).muted()).isFalse();
            moderation.muteAll(session.id(), by(devi));
            moderation.openAll(session.id(), by(devi));
            assertThat(last(ASHA).muted()).isFalse();
        } finally {
            rooms.whenMuted(_ -> {});
        }
    }

    @Test
    void allOpenOpensWhomTheHostHadMutedAndNobodyElse() {
        PeerSession session = liveWithAsha();
        callerComes(session, BIKASH);
        sessions.muted(ASHA, true); // by herself
        moderation.muteAll(session.id(), by(devi));
        assertThat(last(ASHA).silenced()).isTrue();
        rooms.orders();
        moderation.openAll(session.id(), by(devi));
        assertThat(rooms.orders()).containsExactly("unmute bikash.1", "whisper asha.1 ne room.muted",
                "whisper bikash.1 ne room.unmuted.host");
        assertThat(last(ASHA).muted()).isTrue();
        assertThat(last(ASHA).silenced()).isFalse();
        assertThat(last(BIKASH).muted()).isFalse();
    }

    @Test
    void oneWhoTurnedOffTheirOwnVoiceIsNotOpenedByTheHostButHasTheFloorThatTheyAskedFor() {
        PeerSession session = liveWithAsha();
        sessions.muted(ASHA, true);
        moderation.unmute(session.id(), by(devi), 1);
        assertThat(rooms.orders()).isEmpty();
        moderation.mute(session.id(), by(devi), 1);
        moderation.unmute(session.id(), by(devi), 1);
        assertThat(rooms.orders()).containsExactly("mute asha.1", "whisper asha.1 ne room.muted.host",
                "whisper asha.1 ne room.muted");
        assertThat(last(ASHA).muted()).isTrue();
        moderation.giveFloor(session.id(), by(devi), 1);
        assertThat(rooms.orders()).containsExactly("unmute asha.1", "whisper asha.1 ne room.floor");
        assertThat(last(ASHA).muted()).isFalse();
    }

    @Test
    void whoIsRemovedIsOutForThisSessionAndNoOther() {
        PeerSession session = liveWithAsha();
        moderation.remove(session.id(), by(devi), 1);
        assertThat(rooms.orders()).containsExactly("take out asha.1 REMOVED");
        assertThat(last(ASHA).outcome()).contains(Outcome.REMOVED);
        assertThat(sessions.takeSeat(session.id(), SOMEBODY, ASHA, Language.NEPALI)).isEmpty();
        assertThat(sessions.whyNoSeat(session.id(), SOMEBODY, ASHA)).isEqualTo(NoSeat.REMOVED);
        assertThat(sessions.takeSeat(waiting().id(), SOMEBODY, ASHA, Language.NEPALI)).isPresent();
    }

    @Test
    void whoIsRemovedOnTheCrisisPathIsNotDisturbedThere() {
        PeerSession session = liveWithAsha();
        left(session, ASHA);
        rooms.orders();
        moderation.remove(session.id(), by(devi), 1);
        assertThat(rooms.orders()).isEmpty();
        assertThat(last(ASHA).outcome()).contains(Outcome.REMOVED);
    }

    @Test
    void aLockedRoomLetsNobodyNewInButKeepsWhoHasASeat() {
        PeerSession session = liveWithAsha();
        moderation.lock(session.id(), by(devi));
        left(session, ASHA);
        assertThat(sessions.takeSeat(session.id(), SOMEBODY, ASHA, Language.NEPALI)).isPresent();
        assertThat(sessions.takeSeat(session.id(), SOMEBODY, BIKASH, Language.NEPALI)).isEmpty();
        assertThat(sessions.whyNoSeat(session.id(), SOMEBODY, BIKASH)).isEqualTo(NoSeat.LOCKED);
        moderation.unlock(session.id(), by(devi));
        assertThat(sessions.takeSeat(session.id(), SOMEBODY, BIKASH, Language.NEPALI)).isPresent();
    }

    @Test
    void aTalkIsLengthenedThreeTimesAtMostAndEndsLaterByItself() {
        PeerSession session = live();
        for (int time = 1; time <= PeerSession.EXTENSIONS; time++) {
            moderation.extend(session.id(), by(devi), 10);
        }
        assertThat(again(session).endsAt()).isEqualTo(session.endsAt().plus(Duration.ofMinutes(30)));
        assertThat(again(session).extensionsLeft()).isZero();
        refused(Why.NO_MORE_TIME, () -> moderation.extend(session.id(), by(devi), 1));
        clock.pass(Duration.ofMinutes(94));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        clock.pass(Duration.ofMinutes(2));
        sessionClock.tick();
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
    }

    @Test
    void aChildIsToldOfOnceByRandomIdAndNothingHappensInTheRoom(PublishedEvents events) {
        PeerSession session = liveWithAsha();
        moderation.mayBeAChild(session.id(), by(devi), 1);
        assertThat(events.ofType(SessionEvent.MayBeAChild.class)).singleElement().satisfies(told -> {
            assertThat(told.id()).isNotNull();
            assertThat(told.sessionId()).isEqualTo(session.id());
            assertThat(told.seat()).isEqualTo(1);
            assertThat(told.language()).isEqualTo("ne");
        });
        assertThat(rooms.orders()).isEmpty();
        assertThat(log.of(devi, 0, 1)).singleElement()
                .satisfies(act -> assertThat(act.action()).isEqualTo(ModerationAct.Action.CHILD));
    }

    @Test
    void aHostEndsTheirSession() {
        PeerSession session = liveWithAsha();
        moderation.end(session.id(), by(devi));
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
        assertThat(rooms.orders()).contains("take out asha.1 ENDED");
        refused(Why.NOT_BEGUN, () -> moderation.lock(session.id(), by(devi)));
    }

    @Test
    void nobodyElseModeratesAndNothingIsDone() {
        PeerSession session = liveWithAsha();
        AccountId ekta = volunteers
                .register(new Pin("4829"), Training.CERTIFIED, Set.of(Language.NEPALI), Set.of("stress")).account();
        refused(Why.NOT_THE_HOST, () -> moderation.mute(session.id(), by(ekta), 1));
        refused(Why.NOT_THE_HOST, () -> moderation.end(session.id(), by(ekta)));
        assertThat(rooms.orders()).isEmpty();
        assertThat(again(session).state()).isEqualTo(SessionState.LIVE);
        assertThat(log.count(ekta)).isZero();
    }

    @Test
    void anEmptySeatAndTheHostsOwnAreNoSeats() {
        PeerSession session = liveWithAsha();
        refused(Why.SEAT_EMPTY, () -> moderation.mute(session.id(), by(devi), 2));
        refused(Why.SEAT_EMPTY, () -> moderation.remove(session.id(), by(devi), 0));
        PeerSession waiting = waiting();
        refused(Why.NOT_BEGUN, () -> moderation.lock(waiting.id(), by(devi)));
    }

    @Test
    void withoutALinkNothingIsDoneAndNothingIsWritten() {
        PeerSession session = liveWithAsha();
        rooms.linked(false);
        assertThatThrownBy(() -> moderation.mute(session.id(), by(devi), 1)).isInstanceOf(ExchangeUnreachable.class);
        assertThatThrownBy(() -> moderation.remove(session.id(), by(devi), 1)).isInstanceOf(ExchangeUnreachable.class);
        assertThat(last(ASHA).muted()).isFalse();
        assertThat(last(ASHA).isOpen()).isTrue();
        assertThat(log.count(devi)).isZero();
    }

    @Test
    void whatWasDoneIsKeptForTwoYears() {
        PeerSession session = liveWithAsha();
        moderation.mute(session.id(), by(devi), 1);
        moderation.extend(session.id(), by(devi), 5);
        assertThat(log.of(devi, 0, 10)).containsExactly(
                new ModerationAct(session.id(), devi, ModerationAct.Action.EXTEND, null, 5, clock.instant()),
                new ModerationAct(session.id(), devi, ModerationAct.Action.MUTE, 1, null, clock.instant()));
        assertThat(log.forget(clock.instant().plus(Duration.ofDays(729)), Retention.DEFAULT)).isZero();
        assertThat(log.forget(clock.instant().plus(Duration.ofDays(731)), Retention.DEFAULT)).isEqualTo(2);
    }

    private PeerSession liveWithAsha() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        return session;
    }

    private static Moderator by(AccountId host) {
        return Moderator.account(host);
    }

    private static void refused(Why why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ModerationRefused.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
