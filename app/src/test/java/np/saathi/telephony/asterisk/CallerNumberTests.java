package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.telephony.PhoneNumber;

class CallerNumberTests {
    private static final String ASHA = "9779841000001";

    @ParameterizedTest
    @ValueSource(strings = {"<sip:9841000001@10.0.0.1>", "sip:9841000001@10.0.0.1", "sip:9841000001@10.0.0.1;tag=as1",
            "\"Asha\" <sip:+9779841000001@trunk.example>;tag=1", "<sips:009779841000001@trunk.example>",
            "<tel:+977-984-1000001>", "tel:+977-984-1000001;phone-context=np",
            "\"साथी\" <sip:9841000001@10.0.0.1>", "\"a;b\" <sip:9841000001;user=phone@10.0.0.1>",
            "\"${HANGUP}\" <sip:9841000001@10.0.0.1>", "\"line\nbreak\" <sip:9841000001@10.0.0.1>",
            "\"sip:1002@evil\" <sip:9841000001@10.0.0.1>", "\"quote \\\" sip:1002@evil\" <sip:9841000001@10.0.0.1>",
            "Asha <sip:9841000001@10.0.0.1:5060;transport=udp>", "<SIP:%2B9779841000001@10.0.0.1>",
            "<Sip:9841000001:secret@10.0.0.1>", "<TEL:%2b9779841000001>"})
    void numberIsFoundHoweverItIsWritten(String header) {
        assertThat(number(Map.of("From", header))).contains(ASHA);
        assertThat(number(Map.of("P-Asserted-Identity", header))).contains(ASHA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"Anonymous\" <sip:anonymous@anonymous.invalid>", "<sip:asha@example.org>",
            "<sip:restricted@10.0.0.1>", "\"9841000001\" <sip:anonymous@anonymous.invalid>", "<sip:१२३४५६@10.0.0.1>",
            "<sip:98@10.0.0.1>", "\"unclosed <sip:", "9841000001", "<sip:${CALLERID(num)}@x>",
            "<sip:123456789012345678@x>", "<sip:192.168.100.200>", "sip:192.168.100.200:5060", "<sip:9841000001>"})
    void whatHasNoNumberIsWithheld(String header) {
        assertThat(number(Map.of("From", header))).isEmpty();
    }

    @Test
    void assertedIdentityWinsOverFrom() {
        assertThat(number(Map.of("P-Asserted-Identity", "<sip:9841000001@net>", "From", "<sip:9801000009@net>")))
                .contains(ASHA);
    }

    @Test
    void fromServesWhereTheAssertedIdentityHasNoNumber() {
        assertThat(number(Map.of("P-Asserted-Identity", "<sip:gateway@net>", "From", "<sip:9841000001@net>")))
                .contains(ASHA);
    }

    @Test
    void aNumberIsFoundBehindTheNameThatStandsFirst() {
        assertThat(number(Map.of("P-Asserted-Identity", "<sip:asha@ims.example>", "P-Asserted-Identity,2",
                "<tel:+9779841000001>", "From", "<sip:9801000009@net>"))).contains(ASHA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000", "9999999999", "111111", "1234567890", "0123456789", "9876543210", "12345",
            "100",
            "+9770000000000", "+9771111111111", "266696687", "8656696", "7378742833", "86282452253"})
    void whatAGatewayWritesWhereItHasNoNumberIsNobody(String placeholder) {
        assertThat(number(Map.of("From", "<sip:" + placeholder + "@10.0.0.1>"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "user", "header", "ID", "id;critical", "user; id", "header;user;id", "none, id",
            "user\nid"})
    void wishForPrivacyIsAWithheldNumber(String privacy) {
        assertThat(number(Map.of("Privacy", privacy, "P-Asserted-Identity", "<sip:9841000001@net>", "From",
                "<sip:9841000001@net>"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "critical", "session", "identity"})
    void otherWordsOfPrivacyAreNoSuchWish(String privacy) {
        assertThat(number(Map.of("Privacy", privacy, "From", "<sip:9841000001@net>"))).contains(ASHA);
    }

    private static Optional<String> number(Map<String, String> headers) {
        return CallerNumber.from(name -> headers.getOrDefault(name.replaceFirst(",1$", ""), ""))
                .map(PhoneNumber::digits);
    }
}
