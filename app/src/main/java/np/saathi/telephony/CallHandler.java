package np.saathi.telephony;

/** A flow: what happens to a call that came in by one door. A new process may meet a call at any {@link Step}. */
public interface CallHandler {

    /** The ways in. Each is one fixed script name on the exchange; no other name is ever answered. */
    enum Door {
        CALLER("caller"), //
        VOLUNTEER("volunteer"), //
        /** A key pressed in a room: a short call of its own. */
        ROOM_KEY("room-key"), //
        /** Somebody in the crisis path wants to be rung. */
        CRISIS_CALLBACK("crisis-callback"),
        /** Somebody whom we rang wants never to be rung again. */
        NEVER_RING("never-ring"),
        /** A volunteer whom we rang, because their session has no host. */
        HOST_RUNG("host-rung"),
        /** Somebody on duty whom we rang. */
        DUTY("duty");

        private final String script;

        Door(String script) {
            this.script = script;
        }

        public String script() {
            return script;
        }
    }

    Door door();

    /**
     * Speaks with the caller until the call is over.
     *
     * @throws CallerHungUp when the line is gone
     * @throws HelpPressed when the caller pressed 0
     * @throws Declined when this can't be done for this caller, which is no fault
     */
    void answer(PhoneLine line);

    /** What was asked for can't be done for this caller; the exchange has the words for it. */
    class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Declined(String reason) {
            super(reason, null, false, false);
        }
    }
}
