package np.saathi.dev.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** On to eight in Nepal of the day after: from there no step of some hours leads over a midnight. */
    public void nextMorning() {
        now = LocalDate.ofInstant(now, NEPAL).plusDays(1).atTime(MORNING).atZone(NEPAL).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
