package np.saathi.ivr;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import np.saathi.account.AccountId;
import np.saathi.message.UnsentRecordings;
import np.saathi.telephony.Recorded;

/** A recording that a 0 or the end of the call broke off. Whoever pressed 0 does not wait for this; who hung up is gone. */
final class BrokenOff {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenOff.class);

    private BrokenOff() {}

    /** Keeps it unsent, and then discards it. */
    static void keep(UnsentRecordings shelf, AccountId who, @Nullable Long inReplyTo, Recorded recording) {
        keep(recording, () -> shelf.keepUnsent(who, inReplyTo, recording));
    }

    /** @param keeping keeps the recording; it is discarded then */
    static void keep(Recorded recording, Runnable keeping) {
        Thread.ofVirtual().name("unsent").start(() -> {
            try {
                keeping.run();
            } catch (RuntimeException e) {
                LOG.warn("A recording that was broken off is lost: {}", e.getClass().getSimpleName());
            } finally {
                recording.discard();
            }
        });
    }
}
