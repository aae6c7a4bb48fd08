package np.saathi.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import np.saathi.telephony.CallId;

/**
 * Everybody who has a seat in one session.
 *
 * @param open the open participations, hosts too
 */
record Circle(List<Participant> open) {

    /** The lowest seat that nobody has; empty when full. */
    Optional<Integer> freeSeat(int capacity) {
        List<Integer> taken = open.stream().map(Participant::seat).toList();
        return Stream.iterate(1, seat -> seat <= capacity, seat -> seat + 1).filter(seat -> !taken.contains(seat))
                .findFirst();
    }

    /** This seat if nobody has it, else the lowest free one. */
    Optional<Integer> freeSeat(int capacity, int wanted) {
        return open.stream().noneMatch(participant -> participant.seat() == wanted) && wanted <= capacity
                ? Optional.of(wanted)
                : freeSeat(capacity);
    }

    Optional<Participant> of(CallId call) {
        return open.stream().filter(participant -> participant.call().equals(call)).findFirst();
    }

    /** The caller with this seat. */
    Optional<Participant> at(int seat) {
        return open.stream().filter(participant -> participant.isCaller() && participant.seat() == seat).findFirst();
    }

    /** Whether somebody is in the room whose presence opens it. */
    boolean hasHost() {
        return open.stream().anyMatch(participant -> participant.isHost() && participant.inRoom());
    }

    List<Member> hosts() {
        return inRoom().filter(participant -> participant.role().leads()).map(Participant::member).toList();
    }

    /** Volunteers who lead, also those who are not in the room just now. */
    List<Participant> leadingVolunteers() {
        return open.stream().filter(Participant::isLeadingVolunteer).toList();
    }

    List<Member> callers() {
        return inRoom().filter(Participant::isCaller).map(Participant::member).toList();
    }

    /** To whom it is told that the talk begins, is held or goes on. */
    List<Member> audience() {
        return inRoom().filter(Participant::waitsForHost).map(Participant::member).toList();
    }

    /** Hosts in the room, and the one who talks with somebody alone: who is told what must not be missed. */
    List<Member> hostsAnywhere() {
        return open.stream().filter(participant -> participant.role().leads() && participant.isHere())
                .map(Participant::member).toList();
    }

    /** The host and the caller who talk alone. */
    List<Participant> aside() {
        return open.stream().filter(Participant::inTalk).toList();
    }

    /** Those of the audience who keep a seat outside the room, and are not in a talk of two. */
    List<CallId> absent() {
        return open.stream().filter(participant -> !participant.isHere() && participant.waitsForHost())
                .map(Participant::call).toList();
    }

    List<CallId> callsInRoom() {
        return inRoom().map(Participant::call).toList();
    }

    /** Who raised a hand, the earliest first. */
    List<Participant> hands() {
        return open.stream().filter(participant -> participant.handRaisedSince().isPresent())
                .sorted(Comparator.comparing(participant -> participant.handRaisedSince().orElseThrow())).toList();
    }

    private Stream<Participant> inRoom() {
        return open.stream().filter(Participant::inRoom);
    }
}
