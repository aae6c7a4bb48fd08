package np.saathi.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import np.saathi.telephony.Rounds;

/** Plans the coming weeks of weekly sessions. Several instances may do it at once: each looks again under the lock. */
@Component
class SeriesClock {
    private static final Logger log = LoggerFactory.getLogger(SeriesClock.class);
    private final SeriesRepository series;
    private final Timetable timetable;
    private final Rounds rounds = new Rounds(log, "Weekly sessions are not planned further");

    SeriesClock(SeriesRepository series, Timetable timetable) {
        this.series = series;
        this.timetable = timetable;
    }

    /** Every hour: a week comes into sight a month before, so an hour with the database away costs nothing. */
    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void topUpSafely() {
        rounds.make(this::topUp);
    }

    void topUp() {
        series.findByEndedFalseAndNextAtLessThanEqual(timetable.horizon())
                .forEach(weekly -> timetable.topUp(weekly.id()));
    }
}
