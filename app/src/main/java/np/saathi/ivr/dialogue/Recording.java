package np.saathi.ivr.dialogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Recorded;

/**
 * Something spoken by the caller: hash ends it, then 1 send, 2 listen, 3 again, star throw away. Three silences throw
 * it away, for words that nobody chose to send are not ours to keep.
 */
public final class Recording implements Dialogue {
    private static final int TRIES = 3;

    private final Prompt invitation;
    private final Prompt keys;
    private final Duration limit;

    private Recording(Prompt invitation, Prompt keys, Duration limit) {
        this.invitation = invitation;
        this.keys = keys;
        this.limit = limit;
    }

    /**
     * @param invitation what to speak about, and that hash ends it
     * @param keys the sentence that tells what can be done with it
     * @param limit the longest recording
     */
    public static Recording of(Prompt invitation, Prompt keys, Duration limit) {
        return new Recording(invitation, keys, limit);
    }

    /**
     * @param unsent what to do with a recording when help is asked for, the line is gone or the app stops before anything
     *     is decided
     * @return what the caller wants to send; the caller of this method keeps and discards it
     */
    public Optional<Recorded> ask(PhoneLine line, Consumer<Recorded> unsent) {
        while (true) {
            Recorded recorded = record(line);
            Decision decision;
            try {
                decision = askAgain(line, keys, () -> line.play(recorded));
            } catch (RuntimeException undecided) {
                unsent.accept(recorded);
                throw undecided;
            }
            if (decision == Decision.SEND) {
                return Optional.of(recorded);
            }
            recorded.discard();
            if (decision != Decision.AGAIN) {
                return Optional.empty();
            }
        }
    }

    /** What is to become of a recording. */
    public enum Decision {
        SEND, AGAIN, AWAY,
        /** Three silences. */
        NONE
    }

    /**
     * Asks about a recording that nobody has decided about yet, maybe since an earlier call.
     *
     * @param keys the sentence that tells of it, and what can be done with it
     * @param listening plays it
     */
    public static Decision askAgain(PhoneLine line, Prompt keys, Runnable listening) {
        int tries = 0;
        while (tries < TRIES) {
            Optional<Key> key = line.ask(Spoken.of(keys), line.timeouts().recording());
            switch (key.orElse(Key.HASH)) {
                case ONE -> {
                    return Decision.SEND;
                }
                case TWO -> listening.run();
                case THREE -> {
                    return Decision.AGAIN;
                }
                case STAR -> {
                    return Decision.AWAY;
                }
                default -> tries++;
            }
        }
        return Decision.NONE;
    }

    private Recorded record(PhoneLine line) {
        line.say(Spoken.of(invitation));
        line.forgetKeys();
        return line.record(limit);
    }

    @Override
    public Outline outline() {
        return new Outline(List.of(Spoken.of(invitation), Spoken.of(keys)),
                Map.of("1", "send it", "2", "listen", "3", "speak again", "*", "throw it away", "silence",
                        "throw it away"));
    }
}
