package np.saathi.identity;

/**
 * What is kept instead of a telephone number. Without the key, which no database holds, it can't be made from a
 * number, so a list of all numbers is of no help to a thief.
 *
 * @param keyVersion which key made it
 * @param hex HMAC-SHA256, 64 hexadecimal digits
 */
public record KeyedHash(long keyVersion, String hex) {}
