package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.pstn.SipPhone;

/** Keys by SIP INFO, and the INFO by which a network asks whether we are there, are answered: else it ends the call. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class SipInfoTests {

    @Test
    void eachDressThatIsUsualIsAnswered(@TempDir Path sounds) {
        var prompts = CodedPrompts.of("ne", Duration.ofSeconds(1), List.of("shell.moment")).writeSounds(sounds);
        try (RealLine real = new RealLine(sounds, prompts)) {
            // ends as an app does that is lost: the shell goes on
            real.answersWith((_, _) -> {});
            try (SipPhone phone = SipPhone.calls(real.asterisk().sip(), "1660", "9800000001", prompts)) {
                assertThat(List.of(phone.info("application/dtmf-relay", "Signal=5\r\nDuration=100\r\n"),
                        phone.info("application/dtmf-relay;charset=utf-8", "signal= 5\r\n"),
                        phone.info("application/dtmf", "5"), phone.info("application/dtmf-relay", ""),
                        phone.info("", ""), phone.info("application/media_control+xml", "<media_control/>")))
                        .containsOnly(OptionalInt.of(200));
            }
        }
    }
}
