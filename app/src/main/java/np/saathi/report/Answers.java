package np.saathi.report;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a host answers after a session, by keypad or on the web.
 *
 * @param risk 1 none seen, 2 somebody is troubled, 3 somebody may be in danger
 * @param followUp whether somebody should look after this group or a person in it
 * @param topics codes, the main one first: small letters, digits and hyphens
 * @param wellbeing how the host is, 1 bad to 5 good; null when not answered
 */
public record Answers(int risk, boolean followUp, List<String> topics, @Nullable String notes,
        @Nullable Integer wellbeing) {
    static final int DANGER = 3;
    /** As so bad a host looks after nobody: somebody looks after them. */
    static final int UNWELL = 2;

    public Answers {
        topics = List.copyOf(topics);
        if (risk < 1 || risk > DANGER || wellbeing != null && (wellbeing < 1 || wellbeing > 5)) {
            throw new IllegalArgumentException("Risk is 1 to 3, wellbeing 1 to 5");
        }
        if (topics.size() > 8 || !topics.stream().allMatch(topic -> topic.matches("[a-z0-9-]{1,32}"))) {
            throw new IllegalArgumentException("At most eight topics, each a code");
        }
    }

    boolean danger() {
        return risk == DANGER;
    }

    Optional<Integer> unwell() {
        return Optional.ofNullable(wellbeing).filter(answer -> answer <= UNWELL);
    }
}
