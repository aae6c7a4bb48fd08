package np.saathi.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Plans the coming weeks of weekly sessions. Several instances may do it at once: each looks again under the lock. */
@Component
class SeriesClock {
    private static final Logger log = LoggerFactory.getLogger(SeriesClock.class);
    private final SeriesRepository series;
    private final Timetable timetable;

    SeriesClock(SeriesRepository series, Timetable timetable) {
        this.series = series;
        this.timetable = timetable;
    }

    /** Every hour: a week comes into sight a month before, so an hour with the database away costs nothing. */
    @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
    void topUpSafely() {
        try {
            topUp();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Weekly sessions are planned further in an hour: {}", e.getMessage());
        }
    }

    void topUp() {
        series.findByEndedFalseAndNextAtLessThanEqual(timetable.horizon())
                .forEach(weekly -> timetable.topUp(weekly.id()));
    }
}
