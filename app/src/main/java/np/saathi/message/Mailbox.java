package np.saathi.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.telephony.Recorded;

/** A remembered caller's messages, as the phone needs them. */
public interface Mailbox {

    /** Whether the caller has set a PIN: somebody else may be holding this phone. */
    boolean hasPin(AccountId caller);

    boolean opens(AccountId caller, Pin pin);

    /** The answers that were not heard, the earliest first. */
    List<Long> unheard(AccountId caller);

    /** G.711 A-law of a voice, or of a text read aloud; empty when it is gone. */
    Optional<byte[]> sound(AccountId caller, long message);

    void heard(AccountId caller, long message);

    /** @param inReplyTo the answer that is answered; the recording stays the asker's to discard */
    Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording);

    /** What became of a recording. */
    enum Sent {
        SENT, NOTHING_HEARD, TOO_MANY
    }
}
