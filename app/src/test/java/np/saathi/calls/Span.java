package np.saathi.calls;

import java.time.Duration;

import np.saathi.dev.pstn.Phone;

/** A stretch of what a phone heard. */
record Span(Duration from, Duration to) {

    /** The next while, lived through: returns when that much sound has come. */
    static Span of(Phone phone, Duration length) {
        Duration from = phone.heard().now();
        Duration to = from.plus(length);
        Eventually.is(() -> phone.heard().samples().length >= to.toMillis() * 8);
        return new Span(from, to);
    }
}
