package np.saathi.telephony;

/** A flow: what happens to a call that came in by one door. A new process may meet a call at any {@link Step}. */
public interface CallHandler {

    /** The ways in. Each is one fixed script name on the exchange; no other name is ever answered. */
    enum Door {
        CALLER("caller"), VOLUNTEER("volunteer"), ROOM_KEY("room-key"), CRISIS_CALLBACK("crisis-callback");

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
     */
    void answer(PhoneLine line);
}
