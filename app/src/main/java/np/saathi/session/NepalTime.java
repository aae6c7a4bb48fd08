package np.saathi.session;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Days and weeks as people in Nepal count them: the week begins on Sunday. */
final class NepalTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private NepalTime() {}

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The Sunday with which the week began. */
    static LocalDate weekOf(Instant moment) {
        return dayOf(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    static Instant oneWeekAfter(Instant moment) {
        return moment.atZone(ZONE).plusWeeks(1).toInstant();
    }
}
