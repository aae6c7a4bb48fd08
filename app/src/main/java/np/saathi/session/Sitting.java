package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.context.ApplicationEventPublisher;

import np.saathi.prompt.Language;
import np.saathi.account.AccountId;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;

/**
 * One session and everybody who has a seat in it, while its lock is held: the only place where both change, so that
 * the session's state always follows from who is in the room. Made by {@link Sittings}.
 */
final class Sitting {
    private final PeerSession session;
    private final List<Participant> open;
    private final Instant now;
    private final ParticipantRepository participants;
    private final ApplicationEventPublisher events;
    private final SessionState before;
    private boolean sessionChanged;

    Sitting(PeerSession session, List<Participant> open, Instant now, ParticipantRepository participants,
            ApplicationEventPublisher events) {
        this.session = session;
        this.open = new ArrayList<>(open);
        this.now = now;
        this.participants = participants;
        this.events = events;
        this.before = session.state();
    }

    PeerSession session() {
        return session;
    }

    /** Who has a seat just now. */
    Circle circle() {
        return new Circle(List.copyOf(open));
    }

    Instant now() {
        return now;
    }

    Optional<Participant> seatOf(CallId call) {
        return circle().of(call);
    }

    /** For somebody new; empty when the session is full or locked. */
    Optional<Integer> freeSeat() {
        return session.locked() ? Optional.empty() : circle().freeSeat(session.capacity());
    }

    Participant sit(Participant newcomer) {
        if (session.allMuted() && newcomer.isCaller()) {
            newcomer.beginSilenced();
        }
        Participant seated = participants.save(newcomer);
        open.add(seated);
        events.publishEvent(new SessionEvent.SeatTaken(session.id(), seated.id(), seated.role(), seated.seat(), now));
        return seated;
    }

    void enter(Participant participant) {
        if (!participant.isOpen()) {
            moved(participant.call()); // they came in by another call just now
            return;
        }
        boolean cameIn = !participant.inRoom();
        participant.enteredRoom(now);
        participants.save(participant);
        if (cameIn) {
            circle().open().stream().filter(participant::isSameVolunteerAs).forEach(this::movesFrom);
        }
        if (cameIn && participant.waitsForHost()) {
            events.publishEvent(new SessionEvent.CameIn(session.id(), participant.member(), now));
            if (session.state() == SessionState.LIVE && participant.isCaller()) {
                events.publishEvent(
                        new SessionEvent.SeatCameIn(session.id(), participant.seat(), circle().hosts(), now));
            }
        }
        if (cameIn && participant.isFromDuty()) {
            events.publishEvent(new SessionEvent.DutyCameIn(session.id(), otherHosts(participant), now));
        }
    }

    private List<Member> otherHosts(Participant but) {
        return circle().hosts().stream().filter(host -> !host.equals(but.member())).toList();
    }

    /** A volunteer is in by another call: this one ends without a moment in which nobody hosts. */
    private void movesFrom(Participant earlier) {
        if (earlier.inTalk()) {
            endTalk(); // out of it, their call asks where it belongs, and hears that it is done
        } else if (earlier.inRoom()) {
            moved(earlier.call());
        }
        leave(earlier, Outcome.ELSEWHERE);
    }

    /** This call is in the room although its holder goes on from another phone. */
    void moved(CallId call) {
        events.publishEvent(new SessionEvent.MovedToAnotherPhone(session.id(), session.room(), call, now));
    }

    void stepOut(Participant participant) {
        participant.steppedOut();
        participants.save(participant);
    }

    void leave(Participant participant, Outcome how) {
        if (participant.isOpen()) {
            events.publishEvent(visit(participant, how));
        }
        boolean byThemselves = how == Outcome.LEFT || how == Outcome.DROPPED || how == Outcome.UNSEEN;
        // Had been in, not is: the exchange tells of the room's door and of the call in either order.
        boolean wasIn = participant.joinedAt().isPresent();
        if (byThemselves && wasIn && participant.isCaller() && session.state() == SessionState.LIVE) {
            events.publishEvent(new SessionEvent.SeatLeft(session.id(), participant.seat(), circle().hosts(), now));
        }
        if (participant.inTalk()) {
            endTalkWithout(participant, Departure.MOVED);
        }
        participant.leave(how, now);
        participants.save(participant);
        open.remove(participant);
    }

    private VisitEnded visit(Participant participant, Outcome how) {
        Optional<Instant> heardFrom = participant.heardFrom();
        return new VisitEnded(UUID.randomUUID(), participant.call().value(), participant.role(), session.category(),
                session.language().code(), since(participant.takenAt(), heardFrom.orElse(now)), heardFrom.isPresent(),
                participant.withHost(now), how, now);
    }

    /** None when the later moment was told as the earlier one: the exchange has a clock of its own. */
    private static Duration since(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    void mute(Participant participant, boolean muted) {
        participant.muted(muted);
        participants.save(participant);
    }

    /**
     * @param mutedThemselves whether they had turned their voice off before: the exchange may tell that it is off now
     *            before the host's deed is written
     */
    void silence(Participant participant, boolean mutedThemselves) {
        participant.silence(mutedThemselves, now);
        participants.save(participant);
    }

    void giveVoice(Participant participant) {
        participant.giveVoice(now);
        participants.save(participant);
    }

    void giveFloor(Participant participant) {
        participant.takeFloor(now);
        participants.save(participant);
    }

    void declineHand(Participant participant) {
        participant.lowerHand(now);
        participants.save(participant);
        events.publishEvent(
                new SessionEvent.HandDeclined(session.id(), participant.id(), participant.member(), now));
    }

    void silenceAll(Set<CallId> mutedThemselves) {
        session.muteAll(true);
        sessionChanged = true;
        open.stream().filter(one -> one.isCaller() && !one.silenced())
                .forEach(one -> silence(one, mutedThemselves.contains(one.call())));
    }

    void giveVoiceToAll() {
        session.muteAll(false);
        sessionChanged = true;
        open.stream().filter(one -> one.isCaller() && one.silenced()).forEach(this::giveVoice);
    }

    /** A host and a caller who are in the room go aside; the orders to bring them there come after. */
    void beginTalk(Participant host, Participant caller, Room aside) {
        session.beginTalk(aside, now);
        sessionChanged = true;
        for (Participant one : List.of(host, caller)) {
            one.talksAlone(true);
            participants.save(one);
        }
    }

    /** This call is in the room of the last talk of two. */
    void isAside(Room aside, CallId call) {
        if (!session.hasTalk() || seatOf(call).filter(Participant::inTalk).isEmpty()) {
            events.publishEvent(new SessionEvent.FoundAside(session.id(), aside, call, now));
        }
    }

    /** Brings both back into the room. */
    void endTalk() {
        endTalk(circle().aside(), Departure.MOVED);
    }

    /** @param gone who left the talk by another way, and is not to be touched there */
    private void endTalkWithout(Participant gone, Departure why) {
        endTalk(circle().aside().stream().filter(one -> one != gone).toList(), why);
    }

    private void endTalk(List<Participant> moving, Departure why) {
        Room aside = session.talkRoom();
        if (!session.hasTalk() || aside == null) {
            return;
        }
        session.endTalk(now);
        sessionChanged = true;
        for (Participant one : circle().aside()) {
            one.talksAlone(false);
            participants.save(one);
        }
        events.publishEvent(new SessionEvent.TalkOver(session.id(), aside,
                moving.stream().map(Participant::call).toList(), why, now));
    }

    void askForTalk(Participant caller) {
        events.publishEvent(
                new SessionEvent.TalkAsked(session.id(), caller.seat(), circle().hostsAnywhere(), now));
    }

    void warn(int minutes) {
        session.warn(minutes);
        sessionChanged = true;
        events.publishEvent(new SessionEvent.TimeRunsOut(session.id(), minutes, circle().hostsAnywhere(),
                circle().callers(), now));
    }

    void heard(Participant host) {
        host.heard(now);
        participants.save(host);
    }

    void askWhetherThere(Participant host) {
        host.asked(now);
        participants.save(host);
        events.publishEvent(new SessionEvent.HostAsked(session.id(), host.member(), now));
    }

    /** Nobody is at this host's phone: the room goes on as if they were lost. */
    void loseSilent(Participant host) {
        events.publishEvent(
                new SessionEvent.HostSilent(session.id(), session.roomOf(host), host.call(), now));
        leave(host, Outcome.SILENT);
    }

    void lock(boolean closed) {
        session.lock(closed);
        sessionChanged = true;
    }

    void standIn(AccountId volunteer) {
        session.standIn(volunteer);
        sessionChanged = true;
    }

    void extend(int minutes) {
        session.extend(minutes);
        sessionChanged = true;
    }

    /** Whether the session itself must be saved. */
    boolean sessionChanged() {
        return sessionChanged || session.state() != before;
    }

    int raiseHand(Participant participant) {
        if (participant.handRaisedSince().isEmpty()) {
            List<Participant> before = circle().hands();
            participant.raiseHand(afterLastOf(before), before.size() + 1, circle().hosts(), now);
            participants.save(participant);
        }
        return circle().hands().indexOf(participant) + 1;
    }

    /** Later than every hand that is up, also within one millisecond: a place once told never gets worse. */
    private Instant afterLastOf(List<Participant> hands) {
        return hands.isEmpty() || now.isAfter(raised(hands.getLast())) ? now : raised(hands.getLast()).plusMillis(1);
    }

    private static Instant raised(Participant participant) {
        return participant.handRaisedSince().orElseThrow();
    }

    void lowerHand(Participant participant) {
        participant.lowerHand(now);
        participants.save(participant);
    }

    void askForHelp(Participant participant) {
        List<Member> hosts = circle().hostsAnywhere();
        if (participant.inTalk()) {
            endTalkWithout(participant, Departure.MOVED);
        }
        events.publishEvent(
                new SessionEvent.HelpAsked(session.id(), participant.id(), participant.seat(), hosts, now));
    }

    void mayBeAChild(Participant participant) {
        events.publishEvent(new SessionEvent.MayBeAChild(UUID.randomUUID(), session.id(), participant.seat(),
                session.category(), session.language().code(), now));
    }

    /** Who is on duty hosts alone from now on. */
    void takeOver() {
        circle().leadingVolunteers().forEach(host -> leave(host, Outcome.REMOVED));
        events.publishEvent(new SessionEvent.TakenOver(session.id(), circle().callers(), now));
    }

    void nobodyFromDuty() {
        events.publishEvent(new SessionEvent.NobodyFromDuty(session.id(), circle().hosts(), now));
    }

    void somethingIsWrong(RoomFlag.Kind kind) {
        events.publishEvent(switch (kind) {
            case SOMEBODY -> new SessionEvent.Troubled(session.id(), circle().hosts(), now);
            case HOST -> new SessionEvent.HostComplainedOf(UUID.randomUUID(), session.id(), session.category(),
                    session.language().code(), now);
        });
    }

    void open() {
        if (session.state() == SessionState.SCHEDULED) {
            session.open(now);
        }
    }

    /** Ends the session, once: several may want it at the same time (host, clock). */
    void end() {
        end(session::end);
    }

    /** As {@link #end}, when no host came back. */
    void endForLostHost() {
        end(session::endForLostHost);
    }

    private void end(BiConsumer<List<CallId>, Instant> how) {
        if (session.state().isOpen()) {
            session.liveSince().ifPresent(live -> events.publishEvent(new GroupEnded(UUID.randomUUID(),
                    session.category(), session.language().code(), session.capacity(), since(live, now), now)));
            how.accept(circle().callsInRoom(), now);
            endTalk(circle().aside(), Departure.ENDED);
            everybodyLeaves(Outcome.ENDED);
        }
    }

    void tellLate() {
        session.tellLate(circle().callers(), now);
        sessionChanged = true;
    }

    /** @param minutes for which they have waited */
    void tellWaiting(Participant participant, int minutes) {
        participant.waitingTold(minutes);
        participants.save(participant);
        events.publishEvent(new SessionEvent.Waited(session.id(), participant.member(), minutes, now));
    }

    void tellCallEnds(Participant participant) {
        participant.limitWasTold();
        participants.save(participant);
        events.publishEvent(new SessionEvent.CallEndsSoon(session.id(), participant.member(), now));
    }

    /**
     * Gives somebody whose call was cut the seat that they had, or else another, as it was: voice, hand, disguise. A
     * call of theirs that seems to be still there is taken out of the room.
     */
    Optional<Participant> sitAgain(Participant lost, CallId call, Language language) {
        seatOf(lost.call()).ifPresent(still -> {
            leave(still, Outcome.ELSEWHERE);
            moved(still.call());
        });
        return circle().freeSeat(session.capacity(), lost.seat())
                .map(seat -> sit(lost.again(call, language, seat, now)));
    }

    void cancel(CancelReason reason) {
        if (session.state() == SessionState.SCHEDULED || session.state() == SessionState.WAITING) {
            session.cancel(reason, circle().callsInRoom(), now);
            everybodyLeaves(Outcome.CANCELLED);
        }
    }

    private void everybodyLeaves(Outcome how) {
        circle().open().forEach(participant -> leave(participant, how));
    }

    /** This call is in the session's room although the session is over: its orders to leave were lost. */
    void foundInClosedRoom(CallId call) {
        foundWithoutSeat(call, session.state() == SessionState.CANCELLED ? Departure.CANCELLED : Departure.ENDED);
    }

    /** This call is in the session's room although its holder was removed: they were on their way in. */
    void foundRemoved(CallId call) {
        foundWithoutSeat(call, Departure.REMOVED);
    }

    private void foundWithoutSeat(CallId call, Departure why) {
        events.publishEvent(new SessionEvent.FoundWithoutSeat(session.id(), session.room(), call, why, now));
    }

    /** Draws the consequences of who is in the room: a host makes it live, none holds it. */
    void settle() {
        if (circle().hasHost()) {
            open();
            if (session.state() == SessionState.WAITING || session.state() == SessionState.HELD) {
                session.hostIsIn(circle().audience(), now);
                tellTheAbsent(true);
            }
        } else if (session.state() == SessionState.LIVE) {
            session.hold(circle().audience(), now);
            tellTheAbsent(false);
        }
        open.stream().filter(one -> one.hasHost(isWithHost(one), now)).forEach(participants::save);
    }

    private boolean isWithHost(Participant one) {
        return one.joinedAt().isPresent() && (session.state() == SessionState.LIVE || one.inTalk());
    }

    private void tellTheAbsent(boolean live) {
        events.publishEvent(new SessionEvent.ChangedForAbsent(session.id(), circle().absent(), live, now));
    }

    /**
     * To be called last, so that it is told after what made it so. Who talks with the host aside comes back. Who was told
     * that they are alone hears when others come: they may have said what they would not say before others.
     */
    void tellWhoIsAlone() {
        if (!session.hasBegun() || session.hasTalk()) {
            return;
        }
        boolean alone = isOneCallerOnly();
        boolean live = session.state() == SessionState.LIVE;
        open.stream().filter(one -> one.isCaller() && one.inRoom())
                .filter(one -> alone ? live && !one.aloneTold() : one.aloneTold())
                .forEach(one -> tellWhetherAlone(one, alone));
    }

    private void tellWhetherAlone(Participant caller, boolean alone) {
        caller.aloneTold(alone);
        participants.save(caller);
        events.publishEvent(alone
                ? new SessionEvent.LeftAloneWithHost(session.id(), caller.member(), now)
                : new SessionEvent.CompanyCame(session.id(), caller.member(), now));
    }

    /** With one host at most: whoever only listens hears too what is said freely. */
    private boolean isOneCallerOnly() {
        return circle().callers().size() == 1 && circle().callsInRoom().size() <= 2;
    }
}
