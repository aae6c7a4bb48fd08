package np.saathi.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;

/**
 * Sessions and the seats in them. Every method is short and its own transaction; none waits for a person. What is not
 * known any more (a seat that was given up, a session that is over) is no error: two ends of a call may race.
 */
@Service
public class Sessions {
    private static final EnumSet<SessionState> OPEN = EnumSet.of(SessionState.WAITING, SessionState.LIVE,
            SessionState.HELD);
    /** How long a seat waits for somebody whose call was cut (product.md). */
    private static final Duration SEAT_KEPT = Duration.ofMinutes(5);
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final SessionProperties times;
    private final Clock clock;

    Sessions(PeerSessionRepository sessions, ParticipantRepository participants, Sittings sittings,
            SessionProperties times, Clock clock) {
        this.sessions = sessions;
        this.participants = participants;
        this.sittings = sittings;
        this.times = times;
        this.clock = clock;
    }

    /** Plans as told, without asking the rules: {@link Timetable} does. */
    public PeerSession plan(SessionPlan plan) {
        return sessions.save(PeerSession.planned(plan));
    }

    public Optional<PeerSession> find(long sessionId) {
        return sessions.findById(sessionId);
    }

    /** Sessions that callers of this language may join now, full ones too, the earliest first. */
    public List<PeerSession> openNow(Language language) {
        return sessions.findByLanguageAndStateInOrderByStartsAtAscIdAsc(language, OPEN);
    }

    /** The next one that is planned in this language and not open yet. */
    public Optional<PeerSession> next(Language language) {
        return sessions.findFirstByLanguageAndStateAndStartsAtGreaterThanOrderByStartsAtAscIdAsc(language,
                SessionState.SCHEDULED, clock.instant());
    }

    /**
     * The session that this volunteer is to host now: from 15 minutes before its start until it is over. Of several,
     * the one they host already, else one that lost its host, else the one where most callers wait. One that was taken
     * over from them is the last.
     */
    public Optional<PeerSession> toHost(AccountId host) {
        Instant now = clock.instant();
        List<PeerSession> theirs = sessions.assignedTo(host, now.plus(times.hostBefore())).stream()
                .filter(session -> now.isBefore(session.endsAt().plus(times.overTime()))).toList();
        return theirs.stream().filter(session -> !isTakenFrom(session.id(), host)).findFirst()
                .or(() -> theirs.stream().findFirst());
    }

    /** Whether somebody on duty took this session over from them: then they neither come into it nor moderate it. */
    public boolean isTakenFrom(long sessionId, AccountId volunteer) {
        return participants.countTakenFrom(sessionId, volunteer) > 0;
    }

    /** Sessions that should have begun, and no host is in: callers may be waiting. The earliest first. */
    public List<PeerSession> withoutHost() {
        return sessions.findByStateInAndStartsAtLessThanEqual(EnumSet.of(SessionState.WAITING), clock.instant())
                .stream()
                .sorted(Comparator.comparing(PeerSession::startsAt)).toList();
    }

    /**
     * Lets somebody host a session whose own hosts are late. They are assigned to it from now on.
     *
     * @return empty when a host has come meanwhile, or it is over
     */
    public Optional<PeerSession> standIn(long sessionId, AccountId volunteer) {
        return sittings.of(sessionId, sitting -> {
            if (sitting.session().state() != SessionState.WAITING) {
                return Optional.empty();
            }
            sitting.standIn(volunteer);
            return Optional.of(sitting.session());
        });
    }

    /** What this volunteer is assigned to from now on, the earliest first. */
    public List<PeerSession> nextOf(AccountId volunteer, int count) {
        return sessions.plannedFor(volunteer, clock.instant(), count);
    }

    /**
     * Gives the lowest free seat, or the one that this call has already (it was kept while the caller was on the
     * crisis path). A seat in another session is given up for it.
     *
     * @return empty when the session is full, locked or not open, or its host has removed this caller
     */
    public Optional<Participant> takeSeat(long sessionId, Caller caller, CallId call, Language language) {
        giveUpOther(sessionId, call);
        return sittings.of(sessionId, sitting -> {
            if (!sitting.session().state().isOpen() || wasRemoved(sessionId, caller, call)) {
                return Optional.empty();
            }
            return sitting.seatOf(call).or(() -> sitting.freeSeat().map(seat -> sitting.sit(newcomer(sessionId, caller,
                    call, language, seat, sitting.now()))));
        });
    }

    private static Participant newcomer(long sessionId, Caller caller, CallId call, Language language, int seat,
            Instant now) {
        Participant newcomer = new Participant(sessionId, caller.account().orElse(null), call, Seat.Role.CALLER,
                language, seat, now);
        newcomer.disguised(caller.disguised());
        return newcomer;
    }

    /**
     * The seat that a remembered caller had in a session that goes on, when their call was cut five minutes ago at
     * most. A call that seems to be still there may be cut as well: the exchange learns late that a phone is gone.
     */
    public Optional<Participant> lostSeat(Caller caller, CallId call) {
        Instant since = clock.instant().minus(SEAT_KEPT);
        return caller.account()
                .flatMap(account -> participants.findFirstByAccountIdAndRoleOrderByIdDesc(account, Seat.Role.CALLER))
                .filter(seat -> !seat.call().equals(call))
                .filter(seat -> seat.isOpen() || seat.wasCut() && seat.leftAt().filter(since::isBefore).isPresent())
                .filter(seat -> find(seat.sessionId()).filter(session -> session.state().isOpen()).isPresent());
    }

    /**
     * Gives a caller the seat back that {@link #lostSeat} told, in a locked room too.
     *
     * @return empty when the session is over or full by now
     */
    public Optional<Participant> takeSeatAgain(Participant lost, CallId call, Language language) {
        return sittings.of(lost.sessionId(), sitting -> sitting.session().state().isOpen()
                ? sitting.sitAgain(lost, call, language)
                : Optional.empty());
    }

    /** Whether this caller was in a room before, in this call or as far as is remembered: then they know the rules. */
    public boolean knowsRooms(Caller caller, CallId call) {
        return participants.countEntered(call, caller.account().map(AccountId::value).orElse("")) > 0;
    }

    /** How long a remembered caller was in groups since then. */
    public Duration timeInRooms(AccountId caller, Instant since) {
        return Duration.ofSeconds(participants.secondsInRooms(caller.value(), since, clock.instant()));
    }

    private boolean wasRemoved(long sessionId, Caller caller, CallId call) {
        return participants.countRemoved(sessionId, call, caller.account().map(AccountId::value).orElse("")) > 0;
    }

    /** Why {@link #takeSeat} gave none just now. */
    public NoSeat whyNoSeat(long sessionId, Caller caller, CallId call) {
        if (wasRemoved(sessionId, caller, call)) {
            return NoSeat.REMOVED;
        }
        return find(sessionId).filter(PeerSession::locked).isPresent() ? NoSeat.LOCKED : NoSeat.FULL;
    }

    /** What keeps a caller out of a session. */
    public enum NoSeat {
        FULL,
        /** The host lets nobody new in. */
        LOCKED,
        /** The host has removed them from it. */
        REMOVED
    }

    /** As {@link #takeVolunteerSeat}, for a certified volunteer. */
    public Optional<Participant> takeHostSeat(long sessionId, AccountId host, CallId call) {
        return takeVolunteerSeat(sessionId, host, call, Seat.Role.HOST);
    }

    /**
     * Lets an assigned volunteer in. With a host the session opens when it has not yet; it goes live once the exchange
     * tells that the host is in the room. The same volunteer's earlier call is taken out of the room at that moment.
     *
     * @return empty when the volunteer is not assigned, the session is over by now, or was {@linkplain #isTakenFrom taken
     *         from} them
     */
    public Optional<Participant> takeVolunteerSeat(long sessionId, AccountId volunteer, CallId call, Seat.Role role) {
        giveUpOther(sessionId, call);
        return sittings.of(sessionId, sitting -> {
            PeerSession session = sitting.session();
            if (session.state().isOver() || !session.hosts().contains(volunteer)
                    || isTakenFrom(sessionId, volunteer)) {
                return Optional.empty();
            }
            if (role == Seat.Role.HOST) {
                sitting.open();
            }
            return Optional.of(sitting.seatOf(call).orElseGet(() -> sitting.sit(new Participant(sessionId, volunteer,
                    call, role, session.language(), Participant.NO_SEAT, sitting.now()))));
        });
    }

    /**
     * Lets somebody from the duty roster in beside the host, assigned or not; they hold the room as a host does.
     *
     * @return empty when the session has not begun, or is over by now
     */
    public Optional<Participant> takeDutySeat(long sessionId, CallId call, Language language) {
        giveUpOther(sessionId, call);
        return sittings.of(sessionId, sitting -> sitting.session().hasBegun()
                ? Optional.of(sitting.seatOf(call).orElseGet(() -> sitting.sit(new Participant(sessionId, null, call,
                        Seat.Role.HOST, language, Participant.NO_SEAT, sitting.now()))))
                : Optional.empty());
    }

    /** The duty roster was rung for this room and nobody came: its hosts are told. */
    public void nobodyFromDuty(long sessionId) {
        sittings.at(clock.instant(), sessionId, Sitting::nobodyFromDuty);
    }

    private void giveUpOther(long sessionId, CallId call) {
        if (seatOf(call).filter(seat -> seat.sessionId() != sessionId).isPresent()) {
            leave(call, Outcome.LEFT);
        }
    }

    /** Whether this volunteer is in the session by another call than this one. */
    public boolean isThereByAnotherCall(long sessionId, AccountId volunteer, CallId call) {
        return seated(sessionId).stream().anyMatch(person -> !person.isCaller() && !person.call().equals(call)
                && person.account().equals(Optional.of(volunteer)));
    }

    /** The open participation of this call. */
    public Optional<Participant> seatOf(CallId call) {
        return participants.findByCallIdAndLeftAtIsNull(call);
    }

    /** The session in which this call has a seat. */
    public Optional<PeerSession> sessionOf(CallId call) {
        return seatOf(call).flatMap(seat -> sessions.findById(seat.sessionId()));
    }

    /** This call's last participation, open or over: whose rating it is that is asked for after a room. */
    public Optional<Participant> lastOf(CallId call) {
        return participants.findFirstByCallIdOrderByIdDesc(call);
    }

    /** Everybody who has a seat, hosts too, in the order in which they took it. */
    public List<Participant> seated(long sessionId) {
        return participants.findBySessionIdAndLeftAtIsNullOrderById(sessionId);
    }

    /** The caller who has this seat now. */
    public Optional<Participant> atSeat(long sessionId, int seat) {
        return circle(sessionId).at(seat);
    }

    /** Of raised hands the one that was raised first. */
    public Optional<Participant> nextHand(long sessionId) {
        return circle(sessionId).hands().stream().findFirst();
    }

    private Circle circle(long sessionId) {
        return new Circle(seated(sessionId));
    }

    /** A host pressed a key: somebody is at that phone. */
    public void signOf(CallId host) {
        withSeat(host, Sitting::heard);
    }

    /** Gives the seat up. The first outcome stays: told a second time, or with no seat, it changes nothing. */
    public void leave(CallId call, Outcome how) {
        withSeat(call, (sitting, seat) -> sitting.leave(seat, how));
    }

    /** @return the place in the queue of raised hands, from 1; 0 when this call has no seat any more */
    public int raiseHand(CallId call) {
        return seatOf(call)
                .flatMap(seat -> sittings.of(seat.sessionId(), sitting -> sitting.seatOf(call).map(sitting::raiseHand)))
                .orElse(0);
    }

    public void lowerHand(CallId call) {
        withSeat(call, Sitting::lowerHand);
    }

    public void muted(CallId call, boolean muted) {
        withSeat(call, (sitting, seat) -> sitting.mute(seat, muted));
    }

    /** A member pressed 0: their seat is kept, and the hosts are told which it is. */
    public void askedForHelp(CallId call) {
        withSeat(call, Sitting::askForHelp);
    }

    /** Ends an open session: everybody's seat is given up and the room is cleared. Twice is once. */
    public void end(long sessionId) {
        sittings.at(clock.instant(), sessionId, Sitting::end);
    }

    /** Gives up a session to which no host came. Nothing happens once one has. */
    public void cancelNoHost(long sessionId) {
        sittings.at(clock.instant(), sessionId, sitting -> sitting.cancel(CancelReason.NO_HOST));
    }

    private void withSeat(CallId call, BiConsumer<Sitting, Participant> work) {
        // Found without the lock to learn which session to lock; looked up again under it.
        seatOf(call).ifPresent(seat -> sittings.at(clock.instant(), seat.sessionId(),
                sitting -> sitting.seatOf(call).ifPresent(held -> work.accept(sitting, held))));
    }
}
