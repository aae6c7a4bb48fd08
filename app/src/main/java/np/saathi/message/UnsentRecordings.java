package np.saathi.message;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** What somebody recorded and neither sent nor threw away: one of each person, for 24 hours. */
public interface UnsentRecordings {

    /**
     * Keeps a recording that was broken off, by a 0 or by hanging up; it takes the place of an earlier one. Two seconds
     * or less, and silence, are not kept. The recording stays the asker's to discard.
     */
    void keepUnsent(AccountId who, @Nullable Long inReplyTo, Recorded recording);

    /** What was kept in the last 24 hours. */
    Optional<Unsent> unsent(AccountId who);

    void dropUnsent(AccountId who);

    /** @param sound G.711 A-law */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Unsent(byte[] sound, @Nullable Long inReplyTo) {}
}
