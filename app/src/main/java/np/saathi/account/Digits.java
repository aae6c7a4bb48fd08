package np.saathi.account;

import java.security.SecureRandom;

/** Values that people key in: digits 1 to 9 only, since 0 means help everywhere. */
final class Digits {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Digits() {}

    static String random(int length) {
        return RANDOM.ints(length, 1, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
