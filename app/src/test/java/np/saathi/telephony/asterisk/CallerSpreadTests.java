package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.PhoneNumber;

/** A trunk that shows one number for everybody is told of; a busy household is not. */
class CallerSpreadTests {
    private Instant now = Instant.parse("2026-01-05T03:00:00Z");
    private final CallerSpread spread = new CallerSpread(() -> now);

    private void call(int times, String number) {
        for (int made = 0; made < times; made++) {
            spread.ended(PhoneNumber.parse(number));
        }
    }

    private void callsOfOthers(int calls) {
        for (int made = 0; made < calls; made++) {
            spread.ended(PhoneNumber.parse("98000%05d".formatted(made)));
        }
    }

    @Test
    void oneNumberWithMoreThanHalfOfFiftyCallsIsAWarning() {
        call(26, "9810000001");
        callsOfOthers(23);
        assertThat(spread.lastHours().oneMakesMost()).as("too few").isFalse();
        callsOfOthers(1);
        assertThat(spread.lastHours()).isEqualTo(new CallerSpread.Count(50, 26));
        assertThat(spread.lastHours().oneMakesMost()).isTrue();
        callsOfOthers(2);
        assertThat(spread.lastHours().oneMakesMost()).as("half only").isFalse();
    }

    @Test
    void whoHidesTheirNumberIsNobodyAndAfterThreeHoursNothingIsKept() {
        for (int made = 0; made < 60; made++) {
            spread.ended(Optional.empty());
        }
        assertThat(spread.lastHours().calls()).isZero();
        call(60, "9810000001");
        now = now.plus(Duration.ofHours(3)).plusSeconds(1);
        assertThat(spread.lastHours()).isEqualTo(new CallerSpread.Count(0, 0));
    }
}
