package np.saathi.telephony;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;

/**
 * Reaches into live rooms. Each method returns when the exchange has taken the order, not when it is done: what is
 * done is told by {@link TelephonyEvent}s.
 *
 * @throws ExchangeUnreachable from every method, when there is no link to the exchange
 */
public interface RoomControl {

    void mute(Room room, CallId call);

    void unmute(Room room, CallId call);

    /** Takes one member out; their flow gets {@code why} as its {@link Departure}. */
    void takeOut(Room room, CallId call, Departure why);

    /**
     * Speaks to one member alone, also while they wait on music; several for one member are said one after another. A
     * key cuts the words short as it does every prompt, and they are not said again: what the key is answered follows
     * from how the room stands then, and so tells it (the keys of a talk, or those of waiting).
     */
    void whisper(CallId call, Language language, Spoken words);

    /** As {@link #whisper}, for news that nothing else would tell: cut by a key, it is said once more after its answer. */
    void whisperUntilHeard(CallId call, Language language, Spoken words);

    /** There is no link to the exchange just now. */
    class ExchangeUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ExchangeUnreachable(String message) {
            super(message);
        }
    }
}
