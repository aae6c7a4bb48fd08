package np.saathi.telephony;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What happened on the exchange, in the order in which it happened. Published as plain application events. */
public sealed interface TelephonyEvent {

    Instant at();

    /** A member came into a room (whispers and announcements are filtered out). */
    record Joined(CallId call, Room room, Instant at) implements TelephonyEvent {}

    /** A member is out of the room: by key, by a kick, or because the call ended. */
    record Left(CallId call, Room room, Instant at) implements TelephonyEvent {}

    record TalkingChanged(CallId call, Room room, boolean talking, Instant at) implements TelephonyEvent {}

    record MuteChanged(CallId call, Room room, boolean muted, Instant at) implements TelephonyEvent {}

    /** This phone put us on hold, or took us back: what comes from it meanwhile is music, not a person. */
    record HoldChanged(CallId call, boolean held, Instant at) implements TelephonyEvent {}

    /** The call is over. */
    record HungUp(CallId call, Instant at) implements TelephonyEvent {}

    /** A crisis call came to an end; its record waits on the exchange. */
    record CrisisSettled(Instant at) implements TelephonyEvent {}

    /** Somebody whom we rang pressed 1. */
    record CallbackTaken(String callback, Instant at) implements TelephonyEvent {}

    /** A call that we placed, and that nobody had taken yet, was ended because the crisis path rings that phone. */
    record RingGivenUp(String callback, Instant at) implements TelephonyEvent {}

    /**
     * A phone that we rang is silent again: nobody took it, or the talk is over.
     *
     * @param callback our name for the call
     */
    record RingOver(String callback, Answer answer, Instant at) implements TelephonyEvent {}

    /** What became of ringing a phone, as the exchange tells it. */
    enum Answer {
        /** Somebody or something picked up. */
        PICKED_UP, NO_ANSWER, BUSY,
        /** It could not be rung: no such number, no way there. */
        FAILED
    }

    /** The link to the exchange broke: what happens from now on is not seen until the next {@link Snapshot}. */
    record LinkLost(Instant at) implements TelephonyEvent {}

    /**
     * How things stand, told after each (re)connect before any later event.
     *
     * @param exchangeStarted when the exchange was started: calls older than that were dropped by it
     * @param calls every call that is up
     * @param rooms who is in which room
     */
    record Snapshot(Instant exchangeStarted, Set<CallId> calls, Map<Room, Set<CallId>> rooms,
            Instant at) implements TelephonyEvent {}
}
