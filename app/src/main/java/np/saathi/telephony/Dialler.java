package np.saathi.telephony;

import java.time.Duration;

import np.saathi.prompt.Language;

/** Rings people. Only those who agreed to it: whom to ring is decided by who calls this, not here. */
public interface Dialler {

    /**
     * Rings a phone. Whoever picks up hears the {@link Purpose}'s opening words, which name nobody, and must press 1: a
     * machine hears no more than those. {@link TelephonyEvent.CallbackTaken} tells of the key, and
     * {@link TelephonyEvent.RingOver} of the end.
     *
     * @throws RoomControl.ExchangeUnreachable when there is no link to the exchange
     * @throws NoFreeChannel when the channels that are left are kept for the crisis path
     * @throws PhoneInUse when another call that we placed, or one of the crisis path, rings that phone or is up
     */
    void ring(OutgoingCall call);

    /** What a call that we place is for: its opening words, and who leads it after 1. */
    enum Purpose {
        /** Asked for in the crisis path, and leads there again; the exchange does it alone. */
        CRISIS,
        /** A caller who asked to be told of a group. */
        GROUP,
        /** A volunteer whose session has begun without a host. */
        HOST,
        /** Who is on duty, because something must not wait. */
        DUTY;

        /** Callers asked for it once, and can say "never again" to it. */
        public boolean isCallers() {
            return this == CRISIS || this == GROUP;
        }
    }

    /**
     * @param name ours for the call; it is noted on it as {@code CALLBACK_NAME}
     * @param patience how long it may ring
     */
    record OutgoingCall(String name, Purpose purpose, PhoneNumber number, Language language, Duration patience) {}

    /** It was not rung: one phone is rung by one call at a time. */
    class PhoneInUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PhoneInUse() {
            super("Another call of ours is at this phone", null, false, false);
        }
    }

    /** It was not rung: who presses 0 comes first. */
    class NoFreeChannel extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoFreeChannel() {
            super("The channels that are left are kept for the crisis path", null, false, false);
        }
    }
}
