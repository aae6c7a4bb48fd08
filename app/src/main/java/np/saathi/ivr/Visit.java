package np.saathi.ivr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import np.saathi.session.Outcome;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;

/** One person's participation in one session, as it stands at this moment. */
record Visit(PeerSession session, Participant person) {
    /** Somebody from the duty roster may come in beside the hosts. */
    private static final int ON_DUTY = 1;

    long participantId() {
        return person.id();
    }

    /** Where they belong now: everybody's room, or the talk of two. */
    Room room() {
        return session.roomOf(person);
    }

    /** Alone with a host, or as a host with one caller. */
    boolean isInTalk() {
        return session.hasTalk() && person.inTalk();
    }

    Seat.Role role() {
        return person.role();
    }

    /** Whether people hear each other; else callers wait with music. */
    boolean hostIsIn() {
        return session.state() == SessionState.LIVE;
    }

    /** Whether they lead a talk at this moment: everybody's, or one of two. */
    boolean leadsNow() {
        return role().leads() && (hostIsIn() || isInTalk());
    }

    /** Whether a host was ever in it. */
    boolean hasBegun() {
        return session.liveSince().isPresent();
    }

    /** How it ended, if it did: who comes back from the crisis path, or was lost by the app, may find the seat gone. */
    Optional<Departure> over() {
        return person.outcome().map(Visit::departure)
                .or(() -> session.state().isOver() ? Optional.of(Departure.ENDED) : Optional.empty());
    }

    private static Departure departure(Outcome outcome) {
        return switch (outcome) {
            case LEFT -> Departure.LEFT;
            case REMOVED -> Departure.REMOVED;
            case ENDED -> Departure.ENDED;
            case CANCELLED -> Departure.CANCELLED;
            case REFUSED -> Departure.REFUSED;
            case TIME_UP -> Departure.TIME_UP;
            case SILENT -> Departure.SILENT;
            case ELSEWHERE -> Departure.ELSEWHERE;
            // the exchange had lost sight of a call that is here all the same
            case DROPPED, UNSEEN -> Departure.TURNED_BACK;
        };
    }

    boolean isMuted() {
        return person.muted();
    }

    /** Whether a host turned the voice off: then only a host turns it on. */
    boolean isSilenced() {
        return person.silenced();
    }

    /** Whole minutes since they took the seat. */
    int waitedMinutes(Instant now) {
        return (int) Duration.between(person.takenAt(), now).toMinutes();
    }

    boolean isHandUp() {
        return person.handRaisedSince().isPresent();
    }

    /** How to enter: muted as before (but heard in a talk of two), and no more people than the session has places, its hosts beside them. */
    Seat seat() {
        return new Seat(room(), person.role(), session.capacity() + session.hosts().size() + ON_DUTY,
                person.muted() && !isInTalk(), person.disguised());
    }
}
