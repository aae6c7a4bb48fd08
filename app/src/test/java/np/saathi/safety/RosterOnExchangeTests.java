package np.saathi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;
import np.saathi.dev.web.ModuleTest;
import np.saathi.ringing.PhonesRung;

/** What was edited rings on the real exchange, which at that moment has no app and asks no database. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
@ModuleTest(with = {"identity", "account", "ringing"})
@Import(PhonesRung.class)
class RosterOnExchangeTests {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SPEAKS_ENGLISH = "9771100001";
    private static final String SPEAKS_NEPALI = "9771100002";
    private static final String NEW_PHONE = "9771100003";
    private static final AsteriskServer LINE = AsteriskServer.temporary();
    @Autowired
    DutyRoster duty;

    @DynamicPropertySource
    static void theFileThatTheExchangeReads(DynamicPropertyRegistry properties) {
        properties.add("saathi.crisis.file", () -> LINE.setting("SAATHI_CRISIS") + "/crisis.conf");
    }

    @AfterAll
    static void stop() {
        LINE.close();
    }

    @Test
    void aNumberThatWasEditedRingsWithoutTheApp() throws IOException {
        duty.add(phone(SPEAKS_ENGLISH, 1, "en"));
        DutyPhone nepali = duty.add(phone(SPEAKS_NEPALI, 2, "en ne"));
        Path sounds = Path.of(LINE.setting("SAATHI_SOUNDS"));
        CodedPrompts prompts = CodedPrompts.of("ne", Duration.ofSeconds(1), List.of("shell.moment"))
                .writeSounds(sounds);
        try (Exchange exchange = new Exchange(LINE.install(), LINE.sip(), prompts)) {
            LINE.trunk(exchange.sip()).start();
            exchange.start();
            exchange.number(SPEAKS_NEPALI).ringsOnly();
            exchange.number(NEW_PHONE).ringsOnly();
            helpIsAsked(exchange, SPEAKS_NEPALI);
            duty.change(nepali.id(), nepali.version(), phone(NEW_PHONE, 2, "*"));
            helpIsAsked(exchange, NEW_PHONE);
            assertThat(exchange.rung()).as("who speaks another language is not rung").doesNotContain(SPEAKS_ENGLISH);
        }
    }

    private static void helpIsAsked(Exchange exchange, String rings) {
        try (Phone asha = exchange.calls("1660").from("9841000001").place()) {
            asha.heard().awaitPrompt("shell.moment", "ne", SOON);
            asha.presses("0");
            exchange.number(rings).awaitRung(SOON);
        }
    }

    private static DutyPhone.Plan phone(String number, int position, String languages) {
        return new DutyPhone.Plan("Devi", number, position, "*", "*", languages);
    }
}
