package np.saathi.account;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;

/**
 * Bucket4j's buckets in MariaDB (its own module for MySQL needs that database's driver). A bucket is replaced only if it
 * is as it was read; Bucket4j tries again if another was faster.
 */
@Component
class Buckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    private final JdbcClient jdbc;
    private final Clock clock;

    Buckets(JdbcClient jdbc, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(new Ticks(clock)));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A full bucket says nothing, and tells of nobody. */
    void removeFull() {
        jdbc.sql("DELETE FROM rate_limit WHERE full_at < ? LIMIT 10000").param(clock.millis()).update();
    }

    @Override
    public void removeProxy(String id) {
        jdbc.sql("DELETE FROM rate_limit WHERE id = ?").param(id).update();
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return jdbc.sql("SELECT state FROM rate_limit WHERE id = ?").param(id).query(byte[].class).optional();
            }

            @Override
            public boolean compareAndSwap(byte @Nullable [] seen, byte[] next, RemoteBucketState state,
                    Optional<Long> timeoutNanos) {
                return replace(id, seen, next, fullAt(state));
            }
        };
    }

    private boolean replace(String id, byte @Nullable [] seen, byte[] next, long fullAt) {
        return seen == null
                ? jdbc.sql("INSERT IGNORE INTO rate_limit (id, state, full_at) VALUES (?, ?, ?)")
                        .params(id, next, fullAt).update() == 1
                : jdbc.sql("UPDATE rate_limit SET state = ?, full_at = ? WHERE id = ? AND state = ?")
                        .params(next, fullAt, id, seen).update() == 1;
    }

    private long fullAt(RemoteBucketState state) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(clock.millis());
        return clock.millis() + TimeUnit.NANOSECONDS.toMillis(state.calculateFullRefillingTime(nanos)) + 1;
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String id) {
        throw new UnsupportedOperationException();
    }

    private record Ticks(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
