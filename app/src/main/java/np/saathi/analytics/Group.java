package np.saathi.analytics;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What is counted together.
 *
 * @param category {@code none} for calls that came into no group
 * @param language ISO 639
 */
record Group(String category, String language) implements Comparable<Group> {
    /** The line as a whole: what has no category and no language. */
    static final Group LINE = new Group("", "");
    static final String NO_CATEGORY = "none";
    /** ISO 639: undetermined. The call ended before anything was said. */
    static final String NO_LANGUAGE = "und";

    /** Always in one order, so that two that lock rows never wait for each other. */
    @Override
    public int compareTo(Group other) {
        return Comparator.comparing(Group::category).thenComparing(Group::language).compare(this, other);
    }

    static Group of(@Nullable String category, @Nullable String language) {
        return new Group(category == null ? NO_CATEGORY : category, language == null ? NO_LANGUAGE : language);
    }
}
