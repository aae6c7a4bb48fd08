package np.saathi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.PhoneNumber;

class NumberHasherTests {
    private static final PhoneNumber NUMBER = PhoneNumber.parse("9812345678").orElseThrow();
    private final Hashers hashers = new Hashers();

    @Test
    void onePhoneInDifferentSpellingsHasOneHash() {
        NumberHasher hasher = hashers.beforeRotation();
        KeyedHash hash = hasher.hash(NUMBER);
        for (String spelling : new String[]{"+9779812345678", "009779812345678", "0981-234 5678", "977 981 2345678"}) {
            assertThat(hasher.hash(PhoneNumber.parse(spelling).orElseThrow())).isEqualTo(hash);
        }
    }

    @Test
    void withoutTheKeyTheHashCantBeMade() throws Exception {
        byte[] plain = MessageDigest.getInstance("SHA-256").digest(NUMBER.digits().getBytes(StandardCharsets.UTF_8));
        String hash = hashers.beforeRotation().hash(NUMBER).hex();
        assertThat(hash).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(plain))
                .isNotEqualTo(new Hashers().beforeRotation().hash(NUMBER).hex());
    }

    @Test
    void afterRotationTheNewestComesFirstAndTheOlderIsStillFound() {
        KeyedHash old = hashers.beforeRotation().hash(NUMBER);
        assertThat(hashers.afterRotation().everyVersion(NUMBER)).hasSize(2).last().isEqualTo(old);
        assertThat(hashers.afterRotation().everyVersion(NUMBER)).first().isNotEqualTo(old);
    }

    @Test
    void withheldNumbersShareOneHashThatNoNumberHas() {
        NumberHasher hasher = hashers.beforeRotation();
        assertThat(hasher.withheld()).isEqualTo(hasher.withheld()).isNotEqualTo(hasher.hash(NUMBER));
    }
}
