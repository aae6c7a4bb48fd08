package np.saathi.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** A remembered caller's messages, as the phone needs them. */
public interface Mailbox {

    /** The answers that were not heard, the earliest first. */
    List<Long> unheard(AccountId caller);

    /** G.711 A-law of a voice, or of a text read aloud; empty when it is gone. */
    Optional<byte[]> sound(AccountId caller, long message);

    void heard(AccountId caller, long message);

    /** @param inReplyTo the answer that is answered; the recording stays the asker's to discard */
    Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording);

    /**
     * Keeps a recording that was broken off, by a 0 or by hanging up, for 24 hours; it takes the place of an earlier
     * one. Two seconds or less, and silence, are not kept. The recording stays the asker's to discard.
     */
    void keepUnsent(AccountId caller, @Nullable Long inReplyTo, Recorded recording);

    /** What was kept in the last 24 hours. */
    Optional<Unsent> unsent(AccountId caller);

    Sent sendUnsent(AccountId caller);

    void dropUnsent(AccountId caller);

    /** @param sound G.711 A-law */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Unsent(byte[] sound, @Nullable Long inReplyTo) {}

    /** What became of a recording. */
    enum Sent {
        SENT, NOTHING_HEARD, TOO_MANY
    }
}
