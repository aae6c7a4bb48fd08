package np.saathi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

import np.saathi.dev.web.ModuleTest;
import np.saathi.identity.Encryptor;

@ModuleTest(with = "identity")
class SecretsTests {
    @Autowired
    Encryptor encryptor;

    /** Computes a guess until it is let go, all else at once. */
    private static final class SlowAtGuesses implements PasswordEncoder {
        final Semaphore go = new Semaphore(0);
        final Semaphore computing = new Semaphore(0);
        final AtomicInteger guesses = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence secret) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            if ("guess".contentEquals(String.valueOf(secret))) {
                guesses.incrementAndGet();
                computing.release();
                go.acquireUninterruptibly();
            }
            return true;
        }
    }

    @Test
    void guessesFromUnknownPhonesKeepNeitherHostsNorTheWebWaiting() throws Exception {
        SlowAtGuesses slow = new SlowAtGuesses();
        Secrets secrets = new Secrets(new SparingEncoder(slow, 3), encryptor);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int guess = 0; guess < 20; guess++) {
                people.execute(() -> assertThat(matches(secrets, "guess", HashPlace.UNKNOWN_PHONE)).isFalse());
            }
            try {
                assertThat(slow.computing.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                Future<Boolean> host = people.submit(() -> matches(secrets, "pin", HashPlace.KNOWN_PHONE));
                Future<Boolean> web = people.submit(() -> matches(secrets, "password", HashPlace.WEB));
                assertThat(host.get(10, TimeUnit.SECONDS)).isFalse();
                assertThat(web.get(10, TimeUnit.SECONDS)).isFalse();
                assertThat(slow.guesses).as("the guesses wait for each other").hasValue(1);
            } finally {
                slow.go.release(20);
            }
        }
    }

    private static boolean matches(Secrets secrets, String tried, HashPlace place) {
        return secrets.matches(tried, Optional.empty(), "pin:111111", place);
    }
}
