package np.saathi.message;

import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** Voice notes that somebody recorded and neither sent nor threw away: one of each kind and person, for 24 hours. */
public interface UnsentNotes {

    /** What a note goes with. */
    enum Kind {
        FEEDBACK, REPORT
    }

    /**
     * @param about which rating (its participant), or which report (its session)
     * @param sound G.711 A-law
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Note(long about, byte[] sound) {}

    /**
     * Keeps a note that was broken off, by a 0 or by hanging up; it takes the place of an earlier one. Two seconds or
     * less, and silence, are not kept. The recording stays the asker's to discard.
     */
    void keep(AccountId who, Kind kind, long about, Recorded recording);

    /** What was kept in the last 24 hours. */
    Optional<Note> find(AccountId who, Kind kind);

    void drop(AccountId who, Kind kind);
}
