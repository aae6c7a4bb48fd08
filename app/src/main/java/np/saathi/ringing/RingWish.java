package np.saathi.ringing;

import java.time.Duration;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;

/**
 * Somebody is to be rung.
 *
 * @param subject what it is about; one phone is rung once for one subject
 * @param account whose phone it is, if that is known
 * @param manner how, and how often
 * @param now whether to ring as soon as may be; else {@link Rings#due} tells when
 */
public record RingWish(Purpose purpose, String subject, Optional<AccountId> account, PhoneNumber number,
        Language language, Manner manner, boolean now) {

    /**
     * @param tries at most
     * @param pause from one try to the next
     * @param patience how long it rings
     * @param life how long the number is kept at most
     */
    public record Manner(int tries, Duration pause, Duration patience, Duration life) {
        /** Long enough to find a phone in a bag, shorter than most networks' own voicemail takes. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        /** One try plus two, as callers are rung (product.md). */
        public static Manner caller(Duration pause, Duration life) {
            return new Manner(3, pause, PATIENCE, life);
        }

        /** Staff are rung once: then it is the next one's turn. */
        public static Manner once(Duration patience) {
            return new Manner(1, Duration.ZERO, patience, Duration.ofMinutes(10));
        }
    }
}
