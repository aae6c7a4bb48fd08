package np.saathi.ivr;

import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_AGAIN;
import static np.saathi.prompt.Prompt.RATING_LOW;
import static np.saathi.prompt.Prompt.RATING_SHORT;
import static np.saathi.prompt.Prompt.RATING_THANKS;

import java.time.Duration;

import org.springframework.stereotype.Component;

import np.saathi.feedback.Feedback;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/** How much did it help? 1 (not at all) to 5 (very much); hash or silence skips. After 1 or 2: "0 for someone now". */
@Component
class RatingFlow {
    private static final int SKIPPED = 0;
    private static final int LOW = 2;
    private static final Duration TIME_TO_ASK_FOR_HELP = Duration.ofSeconds(6);
    private static final Menu<Integer> QUESTION = Menu.<Integer>asking(RATING) //
            .on(Key.ONE, 1).on(Key.TWO, 2).on(Key.THREE, 3).on(Key.FOUR, 4).on(Key.FIVE, 5).on(Key.HASH, SKIPPED)
            .retrying(RATING_AGAIN, RATING_SHORT).otherwise(SKIPPED);

    private final Feedback feedback;

    RatingFlow(Feedback feedback) {
        this.feedback = feedback;
    }

    void ask(PhoneLine line, Visit visit) {
        line.reach(Step.RATING);
        int answer = QUESTION.ask(line);
        if (answer == SKIPPED) {
            return;
        }
        line.meanwhile(() -> feedback.rate(visit.participantId(), answer));
        if (answer <= LOW) {
            line.ask(Spoken.of(RATING_LOW), TIME_TO_ASK_FOR_HELP);
        } else {
            line.say(Spoken.of(RATING_THANKS));
        }
    }
}
