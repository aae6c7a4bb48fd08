package np.saathi.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

import np.saathi.telephony.PhoneNumber;

/** Turns a number, or another text that tells who somebody is, into the keyed hash that stands for it from then on. */
public class NumberHasher {
    private static final int BYTES = 32;
    private final List<Map.Entry<Integer, Prf>> keysNewestFirst;

    NumberHasher(KeysetHandle keyset) throws GeneralSecurityException {
        PrfSet keys = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        int newest = keys.getPrimaryId();
        this.keysNewestFirst = keys.getPrfs().entrySet().stream()
                .sorted(Comparator.comparing(key -> key.getKey() != newest)).toList();
    }

    /** By the newest key: what is to be stored. */
    public KeyedHash hash(PhoneNumber number) {
        return hash(text(number), keysNewestFirst.getFirst());
    }

    /** By every live key, the newest first: what may have been stored. */
    public List<KeyedHash> everyVersion(PhoneNumber number) {
        return keysNewestFirst.stream().map(key -> hash(text(number), key)).toList();
    }

    /** Stands for all phones that withhold their number; equal to no number's hash. */
    public KeyedHash withheld() {
        return hash("withheld", keysNewestFirst.getFirst());
    }

    /**
     * For what is no number and still must not be read in the database, a client's address for instance. By the newest
     * key only: it is forgotten before keys change.
     *
     * @param kind what it is, so that equal texts of different kinds have different hashes; not {@code number}
     */
    public KeyedHash hash(String kind, String text) {
        if (kind.equals("number")) {
            throw new IllegalArgumentException("Numbers are hashed as numbers");
        }
        return hash(kind + ":" + text, keysNewestFirst.getFirst());
    }

    private static String text(PhoneNumber number) {
        return "number:" + number.digits();
    }

    private static KeyedHash hash(String text, Map.Entry<Integer, Prf> key) {
        try {
            byte[] hash = key.getValue().compute(text.getBytes(StandardCharsets.UTF_8), BYTES);
            return new KeyedHash(Integer.toUnsignedLong(key.getKey()), HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A number could not be hashed", e);
        }
    }
}
