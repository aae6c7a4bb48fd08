package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import np.saathi.dev.junit.LogRecorder;
import np.saathi.telephony.asterisk.KeylessCalls.Count;

class KeylessCallsTests {
    @RegisterExtension
    private final LogRecorder log = LogRecorder.of(KeylessCalls.class.getName());
    private Instant now = Instant.parse("2026-12-01T06:00:00Z");
    private final KeylessCalls calls = new KeylessCalls(() -> now);

    @Test
    void callsOfTheLastHourAreCounted() {
        calls.ended(true);
        now = now.plus(Duration.ofMinutes(50));
        calls.ended(true);
        calls.ended(false);
        assertThat(calls.lastHour()).isEqualTo(new Count(3, 2));
        now = now.plus(Duration.ofMinutes(11));
        assertThat(calls.lastHour()).isEqualTo(new Count(2, 1));
        now = now.plus(Duration.ofHours(2));
        assertThat(calls.lastHour()).isEqualTo(new Count(0, 0));
    }

    @Test
    void thatNoKeysReachUsIsSaidOnceAndOnlyWhereEveryCallHadNone() {
        for (int call = 1; call < KeylessCalls.ENOUGH; call++) {
            calls.ended(true);
        }
        assertThat(calls.lastHour().noKeysReachUs()).isFalse();
        assertThat(log.events()).isEmpty();
        calls.ended(true);
        calls.ended(true);
        assertThat(calls.lastHour().noKeysReachUs()).isTrue();
        assertThat(log.events()).hasSize(1);
        calls.ended(false);
        assertThat(calls.lastHour().noKeysReachUs()).isFalse();
    }
}
