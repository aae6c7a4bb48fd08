package np.saathi.volunteer;

import java.util.Optional;
import java.util.Set;

import np.saathi.prompt.Language;

/**
 * What an admin and a volunteer agreed on.
 *
 * @param dailySessions at most; empty: as many as the line allows
 * @param weeklySessions as dailySessions
 * @param reserve whether they are rung when a host is late
 * @param suspended whether they may neither sign in nor host for now
 */
public record VolunteerTerms(Training training, Set<Language> languages, Set<String> categories,
        Optional<Integer> dailySessions, Optional<Integer> weeklySessions, boolean reserve,
        boolean suspended) {}
