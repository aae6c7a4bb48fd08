package np.saathi.identity;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;

/** Keys for tests: a fresh one, and the same after a new key joined and took over. */
public final class Hashers {
    private final KeysetHandle before = Keyset.generate().numbers();

    public NumberHasher beforeRotation() {
        return hasher(before);
    }

    public NumberHasher afterRotation() {
        try {
            KeysetHandle after = KeysetHandle.newBuilder(before).addEntry(KeysetHandle
                    .generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF).withRandomId().makePrimary())
                    .build();
            return hasher(after);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NumberHasher hasher(KeysetHandle keys) {
        try {
            return new NumberHasher(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
