package np.saathi.wording;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A sentence as the panel shows it.
 *
 * @param section where in a call it is heard
 * @param max seconds that it may last
 * @param seconds that it lasts; null while it can't be said at all
 * @param vital whether groups wait until it is recorded and reviewed: consent, the crisis path, digits
 * @param version of words and recording: what a review or a replacement must have seen
 */
record SentenceView(String language, String key, String section, String text, double max, @Nullable Double seconds,
        Source source, boolean vital, boolean tooLong, @Nullable Act recorded, @Nullable Act reviewed,
        String version) {

    /** What is heard. */
    enum Source {
        /** A machine's voice. */
        SYNTHETIC,
        /** A recording that came with the script. */
        RECORDED,
        /** A recording that an admin put in its place; it can be taken back. */
        REPLACED
    }

    /**
     * @param by an account's id, or the name that the script tells
     * @param at null where the script tells it
     */
    record Act(String by, @Nullable Instant at) {
        static Act of(SentenceRows.Entry entry) {
            return new Act(entry.by().value(), entry.at());
        }
    }

    /** What {@code ?state=} asks for. */
    enum State {
        SYNTHETIC, RECORDED, UNREVIEWED, REVIEWED, TOO_LONG, LACKING;

        boolean holds(SentenceView sentence) {
            return switch (this) {
                case SYNTHETIC -> sentence.source == Source.SYNTHETIC;
                case RECORDED -> sentence.source != Source.SYNTHETIC;
                case UNREVIEWED -> sentence.reviewed == null;
                case REVIEWED -> sentence.reviewed != null;
                case TOO_LONG -> sentence.tooLong;
                case LACKING -> sentence.lacking();
            };
        }
    }

    /** Whether groups wait for it. */
    boolean lacking() {
        return vital && (source == Source.SYNTHETIC || reviewed == null);
    }

    boolean contains(String search) {
        return key.contains(search) || text.contains(search);
    }
}
