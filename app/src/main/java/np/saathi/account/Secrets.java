package np.saathi.account;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import np.saathi.identity.Encryptor;

/**
 * Keeps PINs and passwords as Argon2 hashes, and those encrypted: the few thousand PINs of four digits can be tried
 * against a stolen hash within minutes, whatever its cost, but not against a hash that can't be read.
 */
@Component
class Secrets {
    /** A call waits no longer for its work than some seconds. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);
    private final PasswordEncoder argon2;
    private final Encryptor encryptor;
    private final Map<HashPlace, Semaphore> places = new EnumMap<>(HashPlace.class);
    /** Nanoseconds that the last comparisons for unknown phones took, waiting included. */
    private final AtomicLong usual = new AtomicLong();

    Secrets(PasswordEncoder argon2, Encryptor encryptor) {
        this.argon2 = argon2;
        this.encryptor = encryptor;
        for (HashPlace place : HashPlace.values()) {
            places.put(place, place.permits());
        }
    }

    /** @param context whose secret and which, e.g. {@code pin:123456}: it opens nowhere else */
    byte[] seal(String secret, String context) {
        return encryptor.encrypt(hash(secret).getBytes(StandardCharsets.UTF_8), context);
    }

    /** Waits for its place, and takes the same time whether or not there is a secret to compare with, so that time does not tell. */
    boolean matches(String tried, Optional<byte[]> sealed, String context, HashPlace place) {
        String hash = sealed.map(bytes -> new String(encryptor.decrypt(bytes, context), StandardCharsets.UTF_8))
                .orElse(PasswordHashing.OF_NOTHING);
        long began = System.nanoTime();
        boolean matches = in(place, () -> argon2.matches(tried, hash)) & sealed.isPresent();
        long took = Math.min(System.nanoTime() - began, LONGEST);
        if (place == HashPlace.UNKNOWN_PHONE) {
            usual.updateAndGet(before -> before == 0 ? took : before + (took - before) / 8);
        }
        return matches;
    }

    /** Takes about the time of a comparison, and no processor. */
    void waitAsForAHash() {
        LockSupport.parkNanos(usual.get());
    }

    private <T> T in(HashPlace place, Supplier<T> hash) {
        return HashPlace.in(Objects.requireNonNull(places.get(place)), hash);
    }

    private String hash(String secret) {
        return in(HashPlace.WEB, () -> {
            String hash = argon2.encode(secret);
            if (hash == null) {
                throw new IllegalStateException("Argon2 made no hash");
            }
            return hash;
        });
    }
}
