package np.saathi.telephony.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import np.saathi.telephony.PhoneNumber;

/**
 * By what calls to one phone are known as such in Asterisk, for as long as they are up: the MD5 digest of the number's
 * last eight digits, which are the same in every shape in which a number is written. The dialplan makes the same mark
 * by {@code MD5(NUMBER:-8)}. It keeps the number out of lists of groups; it is not meant to keep it secret.
 */
final class PhoneMark {
    private static final int LAST_DIGITS = 8;

    private PhoneMark() {}

    static String of(PhoneNumber number) {
        String digits = number.digits();
        String last = digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("MD5").digest(last.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
