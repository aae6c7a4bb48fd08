package np.saathi.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

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
