package np.saathi.telephony;

/**
 * Is told of each call that is led here by which phone it is, so that no phone is rung that is in use. Only a keyed hash
 * is kept, in memory and on the call itself, and goes with the call.
 */
public interface PhonesInCalls {
    /** How Asterisk remembers the hash on the call, for an app that was started meanwhile. */
    String NOTE = "PHONE_HASH";

    /** @return the keyed hash, to be noted on the call as {@link #NOTE} */
    String inCall(CallId call, PhoneNumber phone);

    /** A call that an earlier process of ours led, with what it had noted. */
    void inCall(CallId call, String hash);
}
