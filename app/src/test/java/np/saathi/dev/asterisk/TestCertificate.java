package np.saathi.dev.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import np.saathi.dev.process.Tools;

/**
 * A certificate for 127.0.0.1 that signs itself, made by the JDK's keytool, as the PEM files that Asterisk reads.
 *
 * @param certificate the certificate, which is also what vouches for it
 * @param key its private key (PKCS 8)
 */
public record TestCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "not-a-secret";
    private static final String ALIAS = "line";

    /** @param directory where the files go; named {@code cert.pem} and {@code key.pem} */
    public static TestCertificate in(Path directory) {
        Path store = directory.resolve("store.p12");
        Tools.Outcome made = Tools.run(Duration.ofSeconds(60), Map.of(),
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                        ALIAS, "-keyalg", "RSA", "-keysize", "2048", "-validity", "2", "-dname", "CN=127.0.0.1", "-ext",
                        "SAN=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                        PASSWORD));
        if (made.exit() != 0) {
            throw new IllegalStateException("keytool failed: " + made.output());
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new TestCertificate(
                    written(directory.resolve("cert.pem"), "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()),
                    written(directory.resolve("key.pem"), "PRIVATE KEY",
                            keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate that was just made can't be read", e);
        }
    }

    private static Path written(Path file, String what, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
    }
}
