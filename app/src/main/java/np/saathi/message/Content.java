package np.saathi.message;

import np.saathi.prompt.Studio;

/** What a message says. */
public sealed interface Content {

    /** @param words not blank */
    record Text(String words) implements Content {

        @Override
        public String toString() {
            return "[a text]";
        }
    }

    /** @param alaw G.711, 8 kHz, as the line plays it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Voice(byte[] alaw) implements Content {

        int seconds() {
            return (alaw.length + Studio.RATE - 1) / Studio.RATE;
        }

        @Override
        public String toString() {
            return "[a voice]";
        }
    }
}
