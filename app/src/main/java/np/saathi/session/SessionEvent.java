package np.saathi.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;

/**
 * What happened to sessions and the people in them. Published within the transaction that made it true: listen with
 * {@code @TransactionalEventListener}. Each says all that a listener needs, so that none has to look it up.
 */
public sealed interface SessionEvent {

    long sessionId();

    Instant at();

    record SessionOpened(long sessionId, Instant at) implements SessionEvent {}

    /** @param callers who waited with music and is heard now */
    record SessionWentLive(long sessionId, Room room, List<Member> callers, Instant at) implements SessionEvent {}

    /**
     * @param callers who is in the room, hearing music now
     * @param forTalk not lost: the host talks with one person alone
     */
    record SessionHeld(long sessionId, Room room, List<Member> callers, boolean forTalk,
            Instant at) implements SessionEvent {}

    record SessionResumed(long sessionId, Room room, List<Member> callers, Instant at) implements SessionEvent {}

    /** @param inRoom everybody who is still in the room, hosts too */
    record SessionEnded(long sessionId, Room room, List<CallId> inRoom, Instant at) implements SessionEvent {}

    record SessionCancelled(long sessionId, CancelReason reason, Room room, List<CallId> inRoom,
            Instant at) implements SessionEvent {}

    record SeatTaken(long sessionId, long participantId, Seat.Role role, int seat,
            Instant at) implements SessionEvent {}

    record ParticipantJoined(long sessionId, long participantId, Seat.Role role, Instant at) implements SessionEvent {}

    /** The seat was given up. */
    record ParticipantLeft(long sessionId, long participantId, Seat.Role role, Outcome outcome,
            Instant at) implements SessionEvent {}

    /** Only this caller and a host are in the live room. */
    record LeftAloneWithHost(long sessionId, Member caller, Instant at) implements SessionEvent {}

    /** Others came in with the caller who was told that nobody but a host was there. */
    record CompanyCame(long sessionId, Member caller, Instant at) implements SessionEvent {}

    /** @param place in the queue of raised hands, from 1 */
    record HandRaised(long sessionId, long participantId, int seat, int place, List<Member> hosts,
            Instant at) implements SessionEvent {}

    record HandLowered(long sessionId, long participantId, int seat, Instant at) implements SessionEvent {}

    /** A host turned somebody's voice off. */
    record Silenced(long sessionId, long participantId, Member who, Instant at) implements SessionEvent {}

    /** A host turned somebody's voice on again. */
    record VoiceGiven(long sessionId, long participantId, Member who, Instant at) implements SessionEvent {}

    /** A host gave the floor: the voice is on and the hand down. */
    record FloorGiven(long sessionId, long participantId, Member who, Instant at) implements SessionEvent {}

    /** A host lowered somebody's hand. */
    record HandDeclined(long sessionId, long participantId, Member who, Instant at) implements SessionEvent {}

    /** A caller would like to talk to a host alone. */
    record TalkAsked(long sessionId, int seat, List<Member> hosts, Instant at) implements SessionEvent {}

    /** @param calls who is in the side room or on the way to it */
    record TalkOver(long sessionId, Room aside, List<CallId> calls, Departure why,
            Instant at) implements SessionEvent {}

    /** Somebody is in the room of a talk that is over: it ended while they were on the way to it. */
    record FoundAside(long sessionId, Room aside, CallId call, Instant at) implements SessionEvent {}

    /** A caller came into the live room. */
    record SeatCameIn(long sessionId, int seat, List<Member> hosts, Instant at) implements SessionEvent {}

    /** A caller left the live room by themselves, or their call ended. */
    record SeatLeft(long sessionId, int seat, List<Member> hosts, Instant at) implements SessionEvent {}

    /** @param minutes that are left */
    record TimeRunsOut(long sessionId, int minutes, List<Member> hosts, List<Member> callers,
            Instant at) implements SessionEvent {}

    /** A host was not heard for long, and is asked to press a key. */
    record HostAsked(long sessionId, Member host, Instant at) implements SessionEvent {}

    /** A host did not answer: nobody is at that phone. */
    record HostSilent(long sessionId, Room room, CallId call, Instant at) implements SessionEvent {}

    /** Somebody asked for help with 0; the seat is kept. */
    record HelpAsked(long sessionId, long participantId, int seat, List<Member> hosts,
            Instant at) implements SessionEvent {}

    /** @param callers who waits for a host that should have come by now */
    record HostIsLate(long sessionId, List<Member> callers, Instant at) implements SessionEvent {}

    /** @param minutes for which they have waited for a host */
    record Waited(long sessionId, Member caller, int minutes, Instant at) implements SessionEvent {}

    /** This call will soon have lasted as long as one may. */
    record CallEndsSoon(long sessionId, Member caller, Instant at) implements SessionEvent {}

    /** A caller told that somebody in the room troubles another: the hosts are told, and not who told it. */
    record Troubled(long sessionId, List<Member> hosts, Instant at) implements SessionEvent {}

    /**
     * A caller told that something is wrong with the host: the duty admin is to be rung, who may take the room. The
     * host is not told. Kept until it is done (ADR 0010): plain types, and no account.
     *
     * @param id random; the same when it is told again
     */
    record HostComplainedOf(UUID id, long sessionId, String category, String language,
            Instant at) implements SessionEvent {}

    /**
     * A host thinks that a caller may be under 18. Kept until it is done (ADR 0010): plain types, and no account.
     *
     * @param id random; the same when it is told again
     */
    record MayBeAChild(UUID id, long sessionId, int seat, String category, String language,
            Instant at) implements SessionEvent {}

    /** Somebody from the duty roster came into the room. */
    record DutyCameIn(long sessionId, List<Member> hosts, Instant at) implements SessionEvent {}

    /** Somebody from the duty roster hosts the room from now on; its hosts are out of it. */
    record TakenOver(long sessionId, List<Member> callers, Instant at) implements SessionEvent {}

    /** The duty roster was rung for this room, and nobody came. */
    record NobodyFromDuty(long sessionId, List<Member> hosts, Instant at) implements SessionEvent {}

    /**
     * The talk began, or was held or resumed, for callers who have a seat and are not in the room: on the way in, or on
     * the crisis path.
     */
    record ChangedForAbsent(long sessionId, List<CallId> absent, boolean live, Instant at) implements SessionEvent {}

    /** A caller came into the room, for the first time or again. */
    record CameIn(long sessionId, Member member, Instant at) implements SessionEvent {}

    /** A volunteer who hosts, or listens, goes on from another phone; this call of theirs is still in the room. */
    record MovedToAnotherPhone(long sessionId, Room room, CallId call, Instant at) implements SessionEvent {}

    /** Somebody is in the room of a session that is over, or that they were removed from: it happened on their way in. */
    record FoundWithoutSeat(long sessionId, Room room, CallId call, Departure why,
            Instant at) implements SessionEvent {}
}
