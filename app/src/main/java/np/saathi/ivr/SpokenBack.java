package np.saathi.ivr;

import static np.saathi.prompt.Prompt.ANSWER_RIGHT;
import static np.saathi.prompt.Prompt.ANSWER_RIGHT_AGAIN;
import static np.saathi.prompt.Prompt.ANSWER_RIGHT_SHORT;

import java.util.Optional;
import java.util.function.Function;

import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A question of a report, whose answer is spoken back: people who report by keys err, and hear it (field notes).
 *
 * <pre>
 * question → the answer: 1 it is right | 2 the question again; silence lets it stand
 * </pre>
 */
final class SpokenBack<T> {
    private final Menu<Optional<T>> question;
    private final Function<T, Spoken> words;

    /**
     * @param question empty for who gives no answer
     * @param words how an answer is spoken back
     */
    SpokenBack(Menu<Optional<T>> question, Function<T, Spoken> words) {
        this.question = question;
        this.words = words;
    }

    Optional<T> ask(PhoneLine line) {
        Optional<T> answer;
        do {
            answer = question.ask(line);
        } while (answer.isPresent() && !isRight(words.apply(answer.get())).ask(line));
        return answer;
    }

    static Menu<Boolean> isRight(Spoken answer) {
        return Menu.<Boolean>asking(answer.then(ANSWER_RIGHT)).on(Key.ONE, true).on(Key.TWO, false)
                .retrying(ANSWER_RIGHT_AGAIN, ANSWER_RIGHT_SHORT).otherwise(true);
    }
}
