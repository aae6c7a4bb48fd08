package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Joined;
import np.saathi.telephony.TelephonyEvent.Left;
import np.saathi.telephony.TelephonyEvent.MuteChanged;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/**
 * Keeps sessions true to what the exchange tells. A plain event listener on purpose: telephony events come without a
 * transaction, and a transactional listener would drop them silently. Each session is changed in its own transaction.
 */
@Component
class RoomWatch {
    /** People begin and end to speak many times a minute: not each time is written down. */
    private static final Duration A_SIGN_LASTS = Duration.ofSeconds(20);
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final Sittings sittings;

    RoomWatch(PeerSessionRepository sessions, ParticipantRepository participants, Sittings sittings) {
        this.sessions = sessions;
        this.participants = participants;
        this.sittings = sittings;
    }

    @EventListener
    void on(TelephonyEvent event) {
        switch (event) {
            case Joined joined -> {
                inRoom(joined.room(), joined.at(), sitting -> joined(sitting, joined.call()));
                aside(joined.room(), joined.at(), Set.of(joined.call()));
            }
            case Left left -> inRoom(left.room(), left.at(),
                    sitting -> sitting.seatOf(left.call()).ifPresent(sitting::stepOut));
            case MuteChanged mute -> inRoom(mute.room(), mute.at(),
                    sitting -> sitting.seatOf(mute.call()).ifPresent(seat -> sitting.mute(seat, mute.muted())));
            case HungUp hungUp -> participants.findByCallIdAndLeftAtIsNull(hungUp.call())
                    .ifPresent(open -> sittings.at(hungUp.at(), open.sessionId(), sitting -> sitting
                            .seatOf(hungUp.call()).ifPresent(seat -> sitting.leave(seat, Outcome.DROPPED))));
            case Snapshot snapshot -> reconcile(snapshot);
            // Nothing is known of the rooms while the link is down, so nothing is changed; the snapshot will tell.
            case TelephonyEvent.TalkingChanged talk -> participants.findByCallIdAndLeftAtIsNull(talk.call())
                    .filter(open -> open.isHost() && !open.lastSign().isAfter(talk.at().minus(A_SIGN_LASTS)))
                    .ifPresent(open -> sittings.at(talk.at(), open.sessionId(),
                            sitting -> sitting.seatOf(talk.call()).ifPresent(sitting::heard)));
            case TelephonyEvent.HoldChanged _,TelephonyEvent.LinkLost _,TelephonyEvent.CrisisSettled _,TelephonyEvent.CallbackTaken _,TelephonyEvent.RingGivenUp _,TelephonyEvent.RingOver _ ->
                {
                }
        }
    }

    /** Rooms that belong to no session are somebody else's. */
    private void inRoom(Room room, Instant at, Consumer<Sitting> work) {
        sessions.findByRoom(room).ifPresent(session -> sittings.at(at, session.id(), work));
    }

    /** Who is brought back from a talk of two may not have been in its room yet: there they would be alone. */
    private void aside(Room room, Instant at, Set<CallId> calls) {
        sessions.findByTalkRoom(room).ifPresent(session -> sittings.at(at, session.id(),
                sitting -> calls.forEach(call -> sitting.isAside(room, call))));
    }

    private void joined(Sitting sitting, CallId call) {
        if (sitting.session().state().isOver()) {
            sitting.foundInClosedRoom(call); // they were on their way in when it ended
        } else {
            sitting.seatOf(call).ifPresentOrElse(sitting::enter, () -> withoutSeat(sitting, call));
        }
    }

    /** They were on their way in when the same volunteer came in by another call, or when they were removed. */
    private void withoutSeat(Sitting sitting, CallId call) {
        Outcome last = participants.findFirstByCallIdOrderByIdDesc(call).flatMap(Participant::outcome).orElse(null);
        if (last == Outcome.ELSEWHERE) {
            sitting.moved(call);
        } else if (last == Outcome.REMOVED) {
            sitting.foundRemoved(call);
        }
    }

    private void reconcile(Snapshot snapshot) {
        for (PeerSession session : sessions.findByStateIn(
                EnumSet.of(SessionState.WAITING, SessionState.LIVE, SessionState.HELD))) {
            sittings.at(snapshot.at(), session.id(), sitting -> reconcile(sitting, snapshot));
        }
        snapshot.rooms().forEach((room, calls) -> inRoom(room, snapshot.at(), sitting -> {
            if (sitting.session().state().isOver()) {
                calls.forEach(sitting::foundInClosedRoom);
            }
        }));
        snapshot.rooms().forEach((room, calls) -> aside(room, snapshot.at(), calls));
    }

    private static void reconcile(Sitting sitting, Snapshot snapshot) {
        Set<CallId> present = snapshot.rooms().getOrDefault(sitting.session().room(), Set.of());
        for (Participant participant : sitting.circle().open()) {
            if (participant.takenAt().isAfter(snapshot.at())) {
                continue; // they came after the picture was taken: it can't show them
            }
            if (!snapshot.calls().contains(participant.call())) {
                boolean droppedByRestart = snapshot.exchangeStarted().isAfter(participant.takenAt());
                sitting.leave(participant, droppedByRestart ? Outcome.DROPPED : Outcome.UNSEEN);
            } else if (present.contains(participant.call())) {
                sitting.enter(participant);
            } else {
                sitting.stepOut(participant);
            }
        }
    }
}
