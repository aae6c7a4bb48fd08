package np.saathi.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes on all processors but one. A hash computes for a tenth of a second without a pause, and a virtual thread that
 * computes keeps its processor until it is done: a page that many sign in at would leave none to the calls.
 */
final class SparingEncoder implements PasswordEncoder {
    private final PasswordEncoder encoder;
    private final Semaphore processors;

    /** @param processors of this machine */
    SparingEncoder(PasswordEncoder encoder, int processors) {
        this.encoder = encoder;
        this.processors = new Semaphore(Math.max(1, processors - 1), true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return computed(() -> encoder.encode(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return computed(() -> encoder.matches(secret, hash));
    }

    private <T extends @Nullable Object> T computed(Supplier<T> work) {
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
