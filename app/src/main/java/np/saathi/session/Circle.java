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

    Optional<Participant> of(CallId call) {
        return open.stream().filter(participant -> participant.call().equals(call)).findFirst();
    }

    boolean hasHost() {
        return open.stream().anyMatch(participant -> participant.isHost() && participant.inRoom());
    }

    List<Member> hosts() {
        return inRoom().filter(Participant::isHost).map(Participant::member).toList();
    }

    List<Member> callers() {
        return inRoom().filter(participant -> !participant.isHost()).map(Participant::member).toList();
    }

    List<CallId> callsInRoom() {
        return inRoom().map(Participant::call).toList();
    }

    /** A participant's place in the queue of raised hands, from 1: who raised earlier comes first. */
    int place(Participant raised) {
        return 1 + open.stream().filter(participant -> participant.handRaisedSince().isPresent())
                .sorted(Comparator.comparing((Participant participant) -> participant.handRaisedSince().orElseThrow())
                        .thenComparing(Participant::id))
                .map(Participant::id).toList().indexOf(raised.id());
    }

    int handsUp() {
        return (int) open.stream().filter(participant -> participant.handRaisedSince().isPresent()).count();
    }

    private Stream<Participant> inRoom() {
        return open.stream().filter(Participant::inRoom);
    }
}
