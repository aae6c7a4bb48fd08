package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;
import np.saathi.volunteer.Training;

class SeatsTests extends SessionModuleTest {
    private static final Caller SOMEBODY = Caller.unknown(Language.NEPALI);
    @Autowired
    ParticipantRepository participants;

    @Test
    void twentyCallsAtOnceGetExactlyTheEightSeats() throws Exception {
        PeerSession session = waiting();
        List<Callable<Optional<Participant>>> calls = IntStream.range(0, 20)
                .<Callable<Optional<Participant>>>mapToObj(number -> () -> sessions.takeSeat(session.id(), SOMEBODY,
                        new CallId("call." + number), Language.NEPALI))
                .toList();
        List<Integer> seats = new ArrayList<>();
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Participant>> call : atOnce.invokeAll(calls)) {
                call.get().map(Participant::seat).ifPresent(seats::add);
            }
        }
        assertThat(seats).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void theDatabaseItselfRefusesASeatTwice() {
        PeerSession session = waiting();
        sit(session, ASHA);
        assertThatThrownBy(() -> participants.save(new Participant(session.id(), null, BIKASH, Seat.Role.CALLER,
                Language.NEPALI, 1, clock.instant()))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theLowestFreeSeatIsGivenAgain() {
        PeerSession session = waiting();
        sit(session, ASHA);
        sit(session, BIKASH);
        sessions.leave(ASHA, Outcome.LEFT);
        assertThat(sit(session, new CallId("chandra.1")).seat()).isEqualTo(1);
    }

    @Test
    void aKeptSeatIsFoundAgain() {
        PeerSession session = live();
        callerComes(session, ASHA);
        left(session, ASHA);
        assertThat(sessions.seatOf(ASHA)).map(Participant::inRoom).contains(false);
        assertThat(sit(session, ASHA).id()).isEqualTo(last(ASHA).id());
        assertThat(rows.in("participant")).isEqualTo(2);
    }

    @Test
    void aSeatInAnotherSessionIsGivenUp() {
        PeerSession first = waiting();
        PeerSession second = waiting();
        Participant before = sit(first, ASHA);
        sit(second, ASHA);
        assertThat(participants.findById(before.id()).orElseThrow().outcome()).contains(Outcome.LEFT);
        assertThat(sessions.sessionOf(ASHA)).map(PeerSession::id).contains(second.id());
    }

    @Test
    void aSessionThatIsNotOpenHasNoSeats() {
        PeerSession early = planned(Duration.ofHours(1));
        assertThat(sessions.takeSeat(early.id(), SOMEBODY, ASHA, Language.NEPALI)).isEmpty();
        PeerSession over = live();
        sessions.end(over.id());
        assertThat(sessions.takeSeat(over.id(), SOMEBODY, ASHA, Language.NEPALI)).isEmpty();
    }

    @Test
    void onlySessionsInTheCallersLanguageAreOffered() {
        PeerSession english = planned(Duration.ZERO, Language.ENGLISH);
        PeerSession nepali = waiting();
        planned(Duration.ofHours(1));
        assertThat(sessions.openNow(Language.NEPALI)).extracting(PeerSession::id).containsExactly(nepali.id());
        assertThat(sessions.openNow(Language.ENGLISH)).extracting(PeerSession::id).containsExactly(english.id());
    }

    @Test
    void aSessionIsReadAsItWasPlanned() {
        PeerSession planned = planned(Duration.ofMinutes(90));
        PeerSession read = again(planned);
        assertThat(read.startsAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(90)));
        assertThat(read.room()).isEqualTo(planned.room());
        assertThat(read.hosts()).containsExactly(devi);
        assertThat(read.endsAt()).isEqualTo(read.startsAt().plus(Duration.ofMinutes(60)));
    }

    @Test
    void aHostFindsTheirSessionFromFifteenMinutesBeforeUntilItIsOver() {
        PeerSession session = planned(Duration.ofMinutes(16));
        assertThat(sessions.toHost(devi)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.toHost(devi)).map(PeerSession::id).contains(session.id());
        hostComes(session, DEVI);
        assertThat(again(session).state()).as("begun before callers may come").isEqualTo(SessionState.LIVE);
        sessions.end(session.id());
        assertThat(sessions.toHost(devi)).isEmpty();
    }

    @Test
    void ofSeveralSessionsAHostIsSentWhereTheyAreNeededMost() {
        PeerSession first = waiting();
        PeerSession second = waiting();
        assertThat(sessions.toHost(devi)).map(PeerSession::id).contains(first.id());
        sit(second, ASHA);
        assertThat(sessions.toHost(devi)).as("where callers wait").map(PeerSession::id).contains(second.id());
        hostComes(first, DEVI);
        hungUp(DEVI);
        assertThat(sessions.toHost(devi)).as("the one they lost").map(PeerSession::id).contains(first.id());
    }

    @Test
    void onlyAnAssignedVolunteerMayHost() {
        PeerSession session = waiting();
        var other = volunteers.register(new Pin("5555"), Training.CERTIFIED, Set.of(), Set.of()).account();
        assertThat(sessions.toHost(other)).isEmpty();
        assertThat(sessions.takeHostSeat(session.id(), other, DEVI)).isEmpty();
    }

    @Test
    void handsAreQueuedInTheOrderInWhichTheyWereRaised() {
        PeerSession session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        assertThat(sessions.raiseHand(BIKASH)).isEqualTo(1);
        assertThat(sessions.raiseHand(ASHA)).isEqualTo(2);
        assertThat(sessions.raiseHand(BIKASH)).as("raised already").isEqualTo(1);
        sessions.lowerHand(BIKASH);
        assertThat(sessions.raiseHand(ASHA)).isEqualTo(1);
        assertThat(sessions.raiseHand(new CallId("nobody.1"))).isZero();
    }

    @Test
    void muteIsRememberedWithTheSeat() {
        PeerSession session = live();
        callerComes(session, ASHA);
        sessions.muted(ASHA, true);
        assertThat(last(ASHA).muted()).isTrue();
        exchange.publishEvent(new np.saathi.telephony.TelephonyEvent.MuteChanged(ASHA, session.room(), false,
                clock.instant()));
        assertThat(last(ASHA).muted()).isFalse();
    }
}
