package np.saathi.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;

/** Encrypts what must be kept but not read in the database (AES-256-GCM; any live key still decrypts). */
public class Encryptor {
    private final Aead keys;

    Encryptor(KeysetHandle keyset) throws GeneralSecurityException {
        this.keys = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * @param context what this belongs to, e.g. {@code pin:123456}: it must be told again to decrypt, so that a
     *        cipher text copied to another row opens nothing there
     */
    public byte[] encrypt(byte[] plaintext, String context) {
        try {
            return keys.encrypt(plaintext, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was not encrypted by a live key for this context */
    public byte[] decrypt(byte[] ciphertext, String context) {
        try {
            return keys.decrypt(ciphertext, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not be decrypted: another key or another context", e);
        }
    }
}
