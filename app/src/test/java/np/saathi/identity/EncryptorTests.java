package np.saathi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;

import org.junit.jupiter.api.Test;

class EncryptorTests {
    private final Encryptor encryptor;

    EncryptorTests() throws GeneralSecurityException {
        encryptor = new Encryptor(Keyset.generate().content());
    }

    @Test
    void whatIsEncryptedOpensOnlyWhereItBelongs() {
        byte[] hidden = encryptor.encrypt("साथी".getBytes(UTF_8), "message:1");
        assertThat(new String(hidden, UTF_8)).doesNotContain("साथी");
        assertThat(new String(encryptor.decrypt(hidden, "message:1"), UTF_8)).isEqualTo("साथी");
        assertThatThrownBy(() -> encryptor.decrypt(hidden, "message:2")).isInstanceOf(IllegalStateException.class);
    }
}
