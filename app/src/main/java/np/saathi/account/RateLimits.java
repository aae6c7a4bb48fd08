package np.saathi.account;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import np.saathi.identity.NumberHasher;
import np.saathi.web.Problem;

/**
 * Counts tries for all instances of the app together. Whom a limit holds is kept as a keyed hash. A try counts before it
 * is known to be right, so that many at once gain nothing; a right one is given back. Do not call in a transaction: a try
 * that is rolled back never was.
 */
@Service
public class RateLimits {
    private final Buckets buckets;
    private final LimitProperties properties;
    private final NumberHasher hasher;

    RateLimits(Buckets buckets, LimitProperties properties, NumberHasher hasher) {
        this.buckets = buckets;
        this.properties = properties;
        this.hasher = hasher;
    }

    /**
     * Counts one try.
     *
     * @param whom an id, an address, a hash: whatever the limit is of
     * @throws Problem 429 when there were too many
     */
    public void take(Limit limit, String whom) {
        tryTake(limit, whom).ifPresent(wait -> {
            throw Problem.tooMany(wait);
        });
    }

    /** @return how long to wait when there were too many; empty when it may be tried, and then it is counted */
    public Optional<Duration> tryTake(Limit limit, String whom) {
        ConsumptionProbe probe = bucket(limit, whom).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Whether a try would be allowed now; none is counted. */
    public boolean allows(Limit limit, String whom) {
        return bucket(limit, whom).getAvailableTokens() > 0;
    }

    /** The try was right and does not count. */
    public void giveBack(Limit limit, String whom) {
        bucket(limit, whom).addTokens(1);
    }

    private Bucket bucket(Limit limit, String whom) {
        Limit.Rate rate = properties.of(limit);
        return buckets.builder().build(id(limit, whom),
                () -> BucketConfiguration.builder().addLimit(bandwidth -> bandwidth.capacity(rate.tries())
                        .refillGreedy(rate.tries(), rate.per())).build());
    }

    private String id(Limit limit, String whom) {
        return hasher.hash("limit", limit + " " + whom).hex();
    }

    /** What was counted of an account goes with it. What was counted of phones and addresses stays for its time. */
    @EventListener
    void forget(AccountForgotten forgotten) {
        for (Limit limit : Limit.values()) {
            buckets.removeProxy(id(limit, forgotten.account().value()));
        }
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetTheUnused() {
        buckets.removeFull();
    }
}
