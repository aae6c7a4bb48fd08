package np.saathi.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneNumberPropertyTests {

    @Property
    void anythingIsANumberOfDigitsOrNone(@ForAll String anything) {
        PhoneNumber.parse(anything).ifPresent(number -> assertThat(number.digits()).matches("[0-9]{3,18}"));
    }

    @Property(tries = 5000)
    void normalisingTwiceIsNormalisingOnce(@ForAll("written") String written) {
        PhoneNumber.parse(written).ifPresent(
                once -> assertThat(PhoneNumber.parse("+" + once.digits())).contains(once));
    }

    @Property
    void sameMobileWhateverThePrefix(@ForAll("mobiles") String mobile) {
        PhoneNumber number = PhoneNumber.parse(mobile).orElseThrow();
        for (String prefix : new String[]{"0", "977", "+977", "00977", "+977-", "+977 "}) {
            assertThat(PhoneNumber.parse(prefix + mobile)).as(prefix).contains(number);
        }
    }

    @Provide
    Arbitrary<String> written() {
        return Arbitraries.oneOf(Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(15),
                Arbitraries.of("0", "00", "000", "977", "0977", "+977", "00977", "00009", "+", "+00977", "977977")
                        .flatMap(prefix -> Arbitraries.strings().numeric().ofMaxLength(12).map(rest -> prefix + rest)));
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.strings().numeric().ofLength(8).map(rest -> "9" + (rest.charAt(0) > '4' ? "8" : "7") + rest);
    }
}
