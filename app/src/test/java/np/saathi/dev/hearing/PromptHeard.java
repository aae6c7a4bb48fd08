package np.saathi.dev.hearing;

import java.time.Duration;

/**
 * A prompt that a phone heard.
 *
 * @param key its key
 * @param language its language
 * @param start when it began, since the answer
 * @param length how long it is when it is not cut
 * @param number of all prompts that this phone heard, from 0
 */
public record PromptHeard(String key, String language, Duration start, Duration length, int number) {
    /**
     * When a prompt was over for who heard it.
     *
     * @param at since the answer
     * @param whole whether it was heard to its end
     */
    public record End(Duration at, boolean whole) {}

    /**
     * Whether something that cut it could cut it: a key that a busy machine presses when the words are all but over has
     * nothing to stop.
     *
     * @param moment when the key was pressed
     * @param within how soon a key takes effect
     */
    public boolean canBeCut(Duration moment, Duration within) {
        return moment.plus(within).compareTo(start.plus(length)) < 0;
    }

    @Override
    public String toString() {
        return "%s/%s at %.2f s".formatted(language, key, start.toMillis() / 1000.0);
    }
}
