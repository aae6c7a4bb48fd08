package np.saathi.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One phone is one number, by whatever way its call came. */
class PhoneNumberTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"9841000001,9779841000001", "+9779841000001,9779841000001", "009779841000001,9779841000001",
            "9779841000001,9779841000001", "09841000001,9779841000001", "+977 984 100 0001,9779841000001",
            "(+977) 984-1000001,9779841000001", "014412345,97714412345", "+97714412345,97714412345",
            "977-1-4412345,97714412345", "1166,1166", "100,100", "+919812345678,919812345678",
            "00919812345678,919812345678", "+298123456,298123456", "00298123456,298123456"})
    void oneShapeForAll(String written, String digits) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::digits).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anonymous", "12", "+", "00", "984x000001", "९८४१०००००१", "9841000001;ext=1",
            "1234567890123456", "${CALLERID}", "98410\n00001"})
    void whatIsNoNumberIsNone(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"091-521234", "01-4412345", "021-521234", "025-520123", "041-520123", "056-520123",
            "061-520123", "071-540123", "081-520123", "084-420123", "099-520123", "029-460123", "010-550123",
            "9701000001",
            "9741000001", "9761000001", "9801000001", "9811000001", "9821000001", "9841000001", "9861000001",
            "9881000001",
            "९८४१०००००१", "०९१-५२१२३४", "+९७७ ९८४१०००००१", "98-4100 0001", "00977 91 521234"})
    void everyAreaAndRangeOfNepalMayBeRungHoweverItIsTyped(String typed) {
        assertThat(PhoneNumber.typed(typed)).map(PhoneNumber::isOfNepal).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1660", "01660", "0-1660", "9771660", "+9771660", "009771660", "१६६०", "+977 1661", "16-61",
            "+97711004400"})
    void theLinesOwnNumbersAreKnownInEveryShape(String typed) {
        LineNumbers line = new LineNumbers("1660", "+9771661", Set.of("011004400"));
        assertThat(PhoneNumber.typed(typed)).map(line::isOwn).contains(true);
        assertThat(PhoneNumber.typed("9841001660")).map(line::isOwn).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"9841000001,true", "+9779741000001,true", "014412345,true", "9641000001,false", "100,false",
            "1166,false", "+919812345678,false", "+12025550123,false", "97798410000011,false"})
    void onlySubscribersInNepalMayBeRung(String written, boolean may) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::isOfNepal).contains(may);
    }

    @Test
    void numberNeverPrints() {
        Optional<PhoneNumber> number = PhoneNumber.parse("9841000001");
        assertThat(number.toString() + number.orElseThrow()).doesNotContain("984");
    }

    @Test
    void equalByTheirDigits() {
        assertThat(PhoneNumber.parse("9841000001")).isEqualTo(PhoneNumber.parse("+977-9841000001"))
                .isNotEqualTo(PhoneNumber.parse("9841000002"));
    }
}
