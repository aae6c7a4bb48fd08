package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;

import java.time.Duration;

import np.saathi.dev.pstn.Phone;

/** A key that means nothing where it is pressed: the question is asked again, shorter each time, and three times in all. */
final class WrongKeys {
    /** Who presses the same key again has heard a word first: at once it could be the first press, come by another way. */
    private static final Duration A_WORD = Duration.ofMillis(400);

    private WrongKeys() {}

    /** From the question, which was just heard, to its last asking. */
    static void twice(Phone phone, String question, String language, String key) {
        phone.presses(key);
        phone.heard().awaitPrompt(question + ".again", language, SOON);
        Span.of(phone, A_WORD);
        phone.presses(key);
        phone.heard().awaitPrompt(question + ".short", language, SOON);
    }

    /** From the question, which was just heard, to where the call goes on without an answer. */
    static void thrice(Phone phone, String question, String language, String key) {
        twice(phone, question, language, key);
        Span.of(phone, A_WORD);
        phone.presses(key);
    }
}
