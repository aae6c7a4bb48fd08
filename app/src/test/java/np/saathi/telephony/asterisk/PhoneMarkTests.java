package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.telephony.PhoneNumber;

/** The dialplan makes the same mark of the number as it stands in {@code crisis.conf}. */
class PhoneMarkTests {

    @ParameterizedTest
    @ValueSource(strings = {"9800009001", "09800009001", "+9779800009001", "009779800009001", "9779800009001"})
    void onePhoneHasOneMarkInWhateverShapeItIsWritten(String written) {
        assertThat(PhoneMark.of(PhoneNumber.parse(written).orElseThrow()))
                .isEqualTo("2b1db0a0f8a580acb6b80d9458a1f949");
    }
}
