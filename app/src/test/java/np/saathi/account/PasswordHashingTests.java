package np.saathi.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTests {

    @Test
    void comparingWithNothingCostsWhatComparingWithASecretDoes() {
        PasswordEncoder ours = PasswordHashing.argon2();
        String hash = ours.encode("1234");
        assertThat(hash).isNotNull();
        assertThat(costs(PasswordHashing.OF_NOTHING)).isEqualTo(costs(hash));
        assertThat(ours.matches("no secret at all", PasswordHashing.OF_NOTHING)).isFalse();
    }

    /** Kind, version, memory, rounds and threads, without salt and hash. */
    private static String costs(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }
}
