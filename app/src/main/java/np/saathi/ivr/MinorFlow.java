package np.saathi.ivr;

import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.HELPLINE_CHILDREN;
import static np.saathi.prompt.Prompt.MINOR_HELP;
import static np.saathi.prompt.Prompt.MINOR_KEYS;
import static np.saathi.prompt.Prompt.MINOR_KEYS_AGAIN;
import static np.saathi.prompt.Prompt.MINOR_KEYS_SHORT;

import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.safety.HelpNumbers;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * For callers under 18: no group, no account; the children's help line, and 0 for the duty roster.
 *
 * <pre>
 * words → the number, digit by digit → (1 again | # end) → goodbye
 * </pre>
 */
@Component
class MinorFlow {
    private static final Menu<Boolean> AGAIN = Menu.<Boolean>asking(MINOR_KEYS).on(Key.ONE, true).on(Key.HASH, false)
            .retrying(MINOR_KEYS_AGAIN, MINOR_KEYS_SHORT).otherwise(false);

    private final HelpNumbers numbers;

    MinorFlow(HelpNumbers numbers) {
        this.numbers = numbers;
    }

    void speakWith(PhoneLine line) {
        line.say(Spoken.of(MINOR_HELP));
        do {
            line.say(Spoken.of(HELPLINE_CHILDREN).then(Spoken.digits(numbers.children())));
        } while (AGAIN.ask(line));
        line.say(Spoken.of(GOODBYE));
    }
}
