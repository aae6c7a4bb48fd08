package np.saathi.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A press of 0 was served to its end. The exchange's note names no caller, language or group, and neither does this.
 *
 * @param id random; the same when it is told again
 * @param call the exchange's name for the call, so that tests are left out; it goes with the event
 * @param step the last one reached: {@code duty}, {@code helpline} or {@code numbers}
 * @param outcome {@code talked}, {@code back}, {@code numbers} or {@code gone}
 */
public record CrisisServed(UUID id, String call, String step, String outcome, Duration lasted, Instant startedAt) {}
