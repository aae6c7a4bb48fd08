package np.saathi.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** A remembered caller's messages, as the phone needs them. */
public interface Mailbox extends UnsentRecordings {

    /** The answers that were not heard, the earliest first. */
    List<Long> unheard(AccountId caller);

    /** G.711 A-law of a voice, or of a text read aloud; empty when it is gone. */
    Optional<byte[]> sound(AccountId caller, long message);

    void heard(AccountId caller, long message);

    /** Whether they may send one more today: nobody is to speak for minutes in vain. */
    boolean takesMore(AccountId caller);

    /** @param inReplyTo the answer that is answered; the recording stays the asker's to discard */
    Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording);

    Sent sendUnsent(AccountId caller);

    /** What became of a recording. */
    enum Sent {
        SENT, NOTHING_HEARD, TOO_MANY
    }
}
