package np.saathi.ivr;

import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;

/** One person's participation in one session, as it stands at this moment. */
record Visit(PeerSession session, Participant person) {

    long participantId() {
        return person.id();
    }

    Room room() {
        return session.room();
    }

    boolean isHost() {
        return person.role() == Seat.Role.HOST;
    }

    /** Whether people hear each other; else callers wait with music. */
    boolean hostIsIn() {
        return session.state() == SessionState.LIVE;
    }

    boolean isOver() {
        return session.state().isOver();
    }

    boolean isMuted() {
        return person.muted();
    }

    boolean isHandUp() {
        return person.handRaisedSince().isPresent();
    }

    /** How to enter: muted as before, and no more people than the session has places, its hosts beside them. */
    Seat seat() {
        return new Seat(room(), person.role(), session.capacity() + session.hosts().size(), person.muted());
    }
}
