package np.saathi.message;

import java.util.List;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** Callers' messages, as a certified volunteer hears and answers them by phone. */
public interface VolunteerMailbox extends UnsentRecordings {

    /** What they could open now: what they hold, then the earliest. Only of their languages and categories. */
    List<Long> waiting(AccountId volunteer);

    /**
     * Opens a message: for half an hour nobody else can.
     *
     * @return G.711 A-law of a voice, or of a text read aloud; empty when another has opened it, or it is gone
     */
    Optional<byte[]> open(AccountId volunteer, long message);

    /** Lets others open it, as if it had not been heard. */
    void giveBack(AccountId volunteer, long message);

    /** @param recording stays the asker's to discard */
    Sent answer(AccountId volunteer, long message, Recorded recording);

    /** Sends the answer that was broken off, if its message is still theirs to answer; then it waits no more. */
    Sent sendUnsent(AccountId volunteer);

    /** What became of an answer. */
    enum Sent {
        SENT, NOTHING_HEARD,
        /** The half hour was over, and another has opened the message. */
        TAKEN
    }
}
