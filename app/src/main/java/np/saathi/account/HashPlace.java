package np.saathi.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Who waits for a hash, and with whom: each place by itself, so that guesses from unknown phones keep neither true hosts nor
 * the web waiting. From its place one goes on to the processors ({@link SparingEncoder}), where each place has no more than
 * this in the queue: whoever comes meets at most so many of the others.
 */
enum HashPlace {
    /** Passwords, and whatever is changed by who is signed in. */
    WEB(2),
    /** PINs from phones that are known. */
    KNOWN_PHONE(2),
    /** PINs from all others, and from browsers. */
    UNKNOWN_PHONE(1);

    private final int atOnce;

    HashPlace(int atOnce) {
        this.atOnce = atOnce;
    }

    static HashPlace of(PinPlace place) {
        return place == PinPlace.ELSEWHERE ? UNKNOWN_PHONE : KNOWN_PHONE;
    }

    /** As many as may hash at once, in one instance of the app. */
    Semaphore permits() {
        return new Semaphore(atOnce, true);
    }

    /** Does this when there is room. */
    static <T> T in(Semaphore place, Supplier<T> hash) {
        place.acquireUninterruptibly();
        try {
            return hash.get();
        } finally {
            place.release();
        }
    }
}
