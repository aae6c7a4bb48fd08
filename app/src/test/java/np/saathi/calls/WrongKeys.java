package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;

import np.saathi.dev.pstn.Phone;

/** A key that means nothing where it is pressed: the question is asked again, shorter each time, and three times in all. */
final class WrongKeys {
    private WrongKeys() {}

    /** From the question, which was just heard, to its last asking. */
    static void twice(Phone phone, String question, String language, String key) {
        phone.presses(key);
        phone.heard().awaitPrompt(question + ".again", language, SOON);
        phone.presses(key);
        phone.heard().awaitPrompt(question + ".short", language, SOON);
    }

    /** From the question, which was just heard, to where the call goes on without an answer. */
    static void thrice(Phone phone, String question, String language, String key) {
        twice(phone, question, language, key);
        phone.presses(key);
    }
}
