package np.saathi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roster's hours and days, as the dialplan reads them: Nepal is 5:45 ahead of UTC. */
class WhenTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            *,           *,           2026-11-25T00:00:00Z, true
            18:00-22:00, *,           2026-11-25T12:15:00Z, true
            18:00-22:00, *,           2026-11-25T12:14:59Z, false
            18:00-22:00, *,           2026-11-25T16:15:30Z, true
            18:00-22:00, *,           2026-11-25T16:16:00Z, false
            22:00-06:00, *,           2026-11-25T20:00:00Z, true
            22:00-06:00, *,           2026-11-25T10:00:00Z, false
            00:00-23:59, *,           2026-11-25T18:14:59Z, true
            *,           mon-fri,     2026-11-25T06:00:00Z, true
            *,           sat&sun,     2026-11-25T06:00:00Z, false
            *,           sat&wed,     2026-11-25T06:00:00Z, true
            *,           sat-tue,     2026-11-25T06:00:00Z, false
            *,           fri-wed,     2026-11-25T06:00:00Z, true
            *,           thu,         2026-11-25T18:15:00Z, true
            """)
    void hoursAndDaysAreNepals(String times, String days, Instant moment, boolean covered) {
        assertThat(When.covers(times, days, moment)).isEqualTo(covered);
    }
}
