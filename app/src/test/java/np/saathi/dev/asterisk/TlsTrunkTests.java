package np.saathi.dev.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;

/** A trunk by TLS (RFC 3261, 26.2) with encrypted voice (RFC 4568): calls come in, keys are heard, the line rings out. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class TlsTrunkTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DUTY = "9771300001";
    @TempDir
    private Path files;

    private TestCertificate certificate(String of) throws IOException {
        return TestCertificate.in(Files.createDirectory(files.resolve(of)));
    }

    @Test
    void aCallIsHeardItsKeysCountAndTheLineRingsOutToThoseWhoseCertificateIsGood() throws IOException {
        TestCertificate lines = certificate("line");
        TestCertificate exchanges = certificate("exchange");
        Path sounds = Files.createDirectory(files.resolve("sounds"));
        var prompts = CodedPrompts.of("ne", Duration.ofSeconds(1),
                List.of("shell.moment", "crisis.connecting", "crisis.accept", "silence.short")).writeSounds(sounds);
        AsteriskServer asterisk = AsteriskServer.temporary().set("SAATHI_SOUNDS", sounds).tls(lines, exchanges);
        Files.writeString(Path.of(asterisk.setting("SAATHI_CRISIS"), "crisis.conf"), "[duty]\n1 = " + DUTY + "|*|*\n");
        try (Exchange exchange = new Exchange(AsteriskInstall.get(), asterisk.sip(), prompts, exchanges, lines)) {
            asterisk.trunk(exchange.sip()).start();
            exchange.start();
            exchange.number(DUTY).ringsOnly();
            try (Phone asha = exchange.calls("1660").from("9800000001").place()) {
                asha.heard().awaitPrompt("shell.moment", "ne", SOON);
                assertThat(asterisk.process().ask("pjsip show transports")).contains("tls").doesNotContain("udp");
                asha.presses("0");
                exchange.number(DUTY).awaitRung(SOON);
            }
        } finally {
            asterisk.close();
        }
    }

    @Test
    void whoCallsWithoutAGoodCertificateIsNotHeardAtAll() throws IOException {
        TestCertificate lines = certificate("line");
        TestCertificate strangers = certificate("stranger");
        AsteriskServer asterisk = AsteriskServer.temporary().tls(lines, certificate("exchange"));
        try (Exchange stranger = new Exchange(AsteriskInstall.get(), asterisk.sip(), CodedPrompts.of("ne",
                Duration.ofSeconds(1), List.of("shell.moment")), strangers, lines)) {
            asterisk.start();
            stranger.start();
            assertThatThrownBy(() -> stranger.calls("1660").from("9800000001").place().close())
                    .isInstanceOf(AssertionError.class);
        } finally {
            asterisk.close();
        }
    }
}
