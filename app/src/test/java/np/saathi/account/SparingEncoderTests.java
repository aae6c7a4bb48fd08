package np.saathi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class SparingEncoderTests {
    /** Computes until it is let go. */
    private static final class Slow implements PasswordEncoder {
        final Semaphore computing = new Semaphore(0);
        final CountDownLatch go = new CountDownLatch(1);
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence secret) {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            computing.release();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            atOnce.decrementAndGet();
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            return encode(secret).equals(hash);
        }
    }

    @Test
    void manyWhoSignInAtOnceLeaveAProcessorToTheCalls() throws InterruptedException {
        Slow slow = new Slow();
        SparingEncoder sparing = new SparingEncoder(slow, 4);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                people.execute(() -> assertThat(sparing.matches("1234", "hash")).isTrue());
                people.execute(() -> assertThat(sparing.encode("1234")).isEqualTo("hash"));
            }
            assertThat(slow.computing.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
            slow.go.countDown();
        }
        assertThat(slow.most).hasValue(3);
    }

    @Test
    void onOneProcessorTheyAreHashedStillAndAFailureKeepsNothingBack() {
        SparingEncoder sparing = new SparingEncoder(new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence secret) {
                throw new IllegalStateException("no memory");
            }

            @Override
            public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
                return true;
            }
        }, 1);
        try {
            sparing.encode("1234");
        } catch (IllegalStateException noMemory) {
            assertThat(sparing.matches("1234", "hash")).isTrue();
            return;
        }
        throw new AssertionError("was encoded");
    }
}
