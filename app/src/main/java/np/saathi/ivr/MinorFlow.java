package np.saathi.ivr;

import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.HELPLINE_CHILDREN;
import static np.saathi.prompt.Prompt.MINOR_HELP;
import static np.saathi.prompt.Prompt.MINOR_KEYS;
import static np.saathi.prompt.Prompt.MINOR_KEYS_AGAIN;
import static np.saathi.prompt.Prompt.MINOR_KEYS_SHORT;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.safety.HelpNumbers;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * For callers under 18: no group, no account; the children's help line, listening material, and 0 for the duty roster,
 * from which they come back here.
 *
 * <pre>
 * words → the number, digit by digit → (1 again | 3 listen and learn | # end) ⟲ → goodbye
 * </pre>
 */
@Component
class MinorFlow {
    private static final Logger LOG = LoggerFactory.getLogger(MinorFlow.class);

    enum Choice {
        NUMBER_AGAIN, LISTEN, DONE
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(MINOR_KEYS) //
            .on(Key.ONE, Choice.NUMBER_AGAIN).on(Key.THREE, Choice.LISTEN).on(Key.HASH, Choice.DONE)
            .retrying(MINOR_KEYS_AGAIN, MINOR_KEYS_SHORT).otherwise(Choice.DONE);

    private final HelpNumbers numbers;
    private final ListenVisit listen;

    MinorFlow(HelpNumbers numbers, ListenVisit listen) {
        this.numbers = numbers;
        this.listen = listen;
    }

    void speakWith(PhoneLine line) {
        line.reach(Step.MINOR);
        line.say(Spoken.of(MINOR_HELP));
        Choice choice = Choice.NUMBER_AGAIN;
        while (choice != Choice.DONE) {
            if (choice == Choice.NUMBER_AGAIN) {
                line.say(Spoken.of(HELPLINE_CHILDREN).then(Spoken.digits(numbers.children())));
            } else {
                listen(line);
            }
            choice = MENU.ask(line);
        }
        line.say(Spoken.of(GOODBYE));
    }

    private void listen(PhoneLine line) {
        try {
            listen.open(line);
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.isPassing(failure)) {
                throw failure;
            }
            LOG.info("Nothing to listen to without the database: {}", failure.getMessage());
            line.say(Spoken.of(RESUME_UNABLE));
        }
    }
}
