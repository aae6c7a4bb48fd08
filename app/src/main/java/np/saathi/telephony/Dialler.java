package np.saathi.telephony;

import np.saathi.prompt.Language;

/** Rings people. Only those who asked for it: what may be rung is decided by who calls this, not here. */
public interface Dialler {

    /**
     * Rings a person who asked to be rung from the crisis path. The words are neutral until they press 1; then they are
     * in the crisis path again, and {@link TelephonyEvent.CallbackTaken} tells so.
     *
     * @param callback our name for it
     * @throws RoomControl.ExchangeUnreachable when there is no link to the exchange
     */
    void ringBack(String callback, PhoneNumber number, Language language);

    /**
     * Rings a person who asked to be rung for a session. The words are neutral until they press 1; then the call is led
     * as a caller's, and has {@code callback} noted as {@code JOIN_CALLBACK}.
     *
     * @param callback our name for it
     * @throws RoomControl.ExchangeUnreachable when there is no link to the exchange
     */
    void ringToJoin(String callback, PhoneNumber number, Language language);
}
