package np.saathi.session;

import java.time.Duration;

import np.saathi.operation.OperatingSettings.Caps;
import np.saathi.volunteer.Volunteer;

/**
 * How much one volunteer may be asked for: listening to distress wears out.
 *
 * @param day sessions that begin on one day in Nepal
 * @param week sessions that begin in one week in Nepal
 * @param pause between two sessions
 */
record Quota(int day, int week, Duration pause) {

    /** What the line allows, or less where it was agreed with this volunteer. */
    static Quota of(Volunteer volunteer, Caps line) {
        return new Quota(Math.min(volunteer.dailySessions().orElse(line.sessionsADay()), line.sessionsADay()),
                Math.min(volunteer.weeklySessions().orElse(line.sessionsAWeek()), line.sessionsAWeek()),
                Duration.ofMinutes(line.minutesBetween()));
    }
}
