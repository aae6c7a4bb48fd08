package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import np.saathi.telephony.PhoneNumber;

/** One shape for all that the line rings; the dialplan makes the same for the crisis path. */
class TrunkNumbersTests {

    @ParameterizedTest
    @CsvSource({"9841000001,9779841000001,+9779841000001,9841000001", "014412345,97714412345,+97714412345,014412345",
            "091-521234,97791521234,+97791521234,091521234", "1166,1166,1166,1166"})
    void asTheTrunkWantsIt(String written, String international, String plus, String national) {
        PhoneNumber number = PhoneNumber.typed(written).orElseThrow();
        assertThat(TrunkNumbers.shaped(number, "international")).isEqualTo(international);
        assertThat(TrunkNumbers.shaped(number, "plus")).isEqualTo(plus);
        assertThat(TrunkNumbers.shaped(number, "national")).isEqualTo(national);
    }
}
