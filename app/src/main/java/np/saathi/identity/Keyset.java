package np.saathi.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import org.jspecify.annotations.Nullable;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The house's two sets of keys, as one JSON text {@code {"numbers": …, "content": …}} of two Tink keysets. Each may
 * hold several keys, one of them the newest ("primary"): that is how keys are changed without forgetting anybody.
 *
 * @param numbers HMAC-SHA256 keys, for hashing telephone numbers
 * @param content AES-256-GCM keys, for what is encrypted at rest
 */
record Keyset(KeysetHandle numbers, KeysetHandle content) {

    private static final JsonMapper JSON = new JsonMapper();

    static {
        try {
            PrfConfig.register();
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @throws IllegalStateException that says what to set, when there are no keys or they can't be read */
    static Keyset load(IdentityProperties properties) {
        if (properties.keyset() != null && !properties.keyset().isBlank()) {
            return parse(properties.keyset(), "saathi.identity.keyset");
        }
        Path file = properties.keysetFile();
        if (file == null) {
            throw new IllegalStateException("There are no keys to hash numbers with: set saathi.identity.keyset-file "
                    + "to a file outside the database (or saathi.identity.keyset to its text)");
        }
        if (Files.notExists(file)) {
            if (!properties.generate()) {
                throw new IllegalStateException("The key file " + file + " is not there. New keys would forget every "
                        + "caller: put the old file back, or for a first start set saathi.identity.generate=true once");
            }
            writeIfAbsent(file, generate());
        }
        try {
            return parse(Files.readString(file), "The key file " + file);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " can't be read", e);
        }
    }

    static Keyset generate() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF),
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys could be made", e);
        }
    }

    String toJson() {
        return "{\"numbers\":" + json(numbers) + ",\"content\":" + json(content) + "}";
    }

    private static String json(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys could not be written", e);
        }
    }

    private static Keyset parse(String json, String source) {
        try {
            JsonNode both = JSON.readTree(json);
            return new Keyset(keys(both.get("numbers")), keys(both.get("content")));
        } catch (GeneralSecurityException | JacksonException e) {
            // The cause is left out: a parser's message may quote the text, and the text is the secret.
            throw new IllegalStateException(source + " holds no keys: expected {\"numbers\": …, \"content\": …}, "
                    + "each a Tink keyset in JSON (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static KeysetHandle keys(@Nullable JsonNode json) throws GeneralSecurityException {
        if (json == null) {
            throw new GeneralSecurityException("A keyset is missing");
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(json.toString(), InsecureSecretKeyAccess.get());
    }

    /** Readable by its owner only, and whole from the first moment it is seen; of two that start at once, one wins. */
    private static void writeIfAbsent(Path file, Keyset keys) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path whole = Files.createTempFile(directory, ".keys", ".new", ownerOnly);
            try {
                Files.writeString(whole, keys.toJson());
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException anotherWasFirst) {
                return;
            } finally {
                Files.delete(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("New keys could not be written to " + file, e);
        }
    }

    @Override
    public String toString() {
        return "[keys]";
    }
}
