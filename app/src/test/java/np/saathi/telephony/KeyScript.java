package np.saathi.telephony;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Which keys a {@link ScriptedCaller} presses when: at the next question, in the middle of a sentence, while waiting. */
final class KeyScript {
    /** What is waited for shorter than this is no question: nobody can answer it who did not answer before. */
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(100);
    private final Deque<String> answers = new ArrayDeque<>();
    private final Map<String, Deque<Supplier<String>>> whileHearing = new HashMap<>();
    private final Deque<String> whileWorking = new ArrayDeque<>();
    private int questions;

    void answers(String... more) {
        answers.addAll(List.of(more));
    }

    void whileHearing(String piece, Supplier<String> reaction) {
        whileHearing.computeIfAbsent(piece, _ -> new ArrayDeque<>()).add(reaction);
    }

    void whileWorking(String keys) {
        whileWorking.add(keys);
    }

    boolean canAnswer(Duration silence) {
        boolean can = silence.compareTo(TIME_TO_ANSWER) >= 0;
        questions += can ? 1 : 0;
        return can;
    }

    /** How many questions there was time to answer. */
    int questions() {
        return questions;
    }

    String answer() {
        return answers.isEmpty() ? "" : answers.remove();
    }

    String reactionTo(String piece) {
        Deque<Supplier<String>> reactions = whileHearing.getOrDefault(piece, new ArrayDeque<>());
        return reactions.isEmpty() ? "" : reactions.remove().get();
    }

    String keyWhileWorking() {
        return whileWorking.isEmpty() ? "" : whileWorking.remove();
    }
}
