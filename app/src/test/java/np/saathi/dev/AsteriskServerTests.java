package np.saathi.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The line's own Asterisk: started as it is delivered, and back on its ports after whatever happened to it. */
@Tag("calls")
class AsteriskServerTests {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void takesCallsAgainAfterKillAndStopAndTellsTheAppNoNumber() throws Exception {
        try (AsteriskServer line = AsteriskServer.temporary()) {
            Path sounds = Path.of(line.setting("SAATHI_SOUNDS"));
            Path nepali = Files.createDirectories(sounds.resolve("ne"));
            Files.write(nepali.resolve("shell.choices.alaw"), Alaw.encode(TestSounds.sentence("alpha")));
            try (Exchange exchange = new Exchange(line.install(), line.sip(), SpokenPrompts.in(sounds))) {
                line.trunk(exchange.sip()).start();
                exchange.start();
                try (Frames frames = Frames.of(line)) {
                    reachesTheShell(exchange);
                    frames.await("Hangup", SOON);
                    assertThat(frames.text()).contains("FullyBooted", "Newchannel").doesNotContain("9841");
                }
                line.process().kill9();
                line.restart();
                reachesTheShell(exchange);
                line.restart();
                reachesTheShell(exchange);
            }
        }
    }

    /** Nobody answers for the app, so the shell speaks for itself. */
    private static void reachesTheShell(Exchange exchange) {
        try (Phone asha = exchange.calls("1660").from("9841000001").place()) {
            PromptHeard choices = asha.heard().awaitPrompt("shell.choices", "ne", SOON);
            assertThat(asha.heard().awaitEndOf(choices, SOON).whole()).isTrue();
        }
    }

    @Test
    void takenPortNamesThePropertyToChange() throws Exception {
        try (AsteriskServer line = AsteriskServer.temporary();
                DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            line.set("SAATHI_SIP_BIND", "127.0.0.1:" + other.getLocalPort());
            assertThatThrownBy(line::start).hasMessageContaining("saathi.sip.port");
        }
    }

    @Test
    void wrongSettingIsSaidByTheConfiguration() {
        try (AsteriskServer line = AsteriskServer.temporary()) {
            line.set("SAATHI_CHANNELS", "many");
            assertThatThrownBy(line::start).hasMessageContaining("SAATHI_CHANNELS");
        }
    }

    @Test
    void frozenServerAnswersNobodyAndGoesOnWhenThawed() {
        try (AsteriskServer line = AsteriskServer.temporary().start(); Frames frames = Frames.of(line)) {
            line.process().freeze();
            line.process().thaw();
            assertThat(frames.send("Ping", Map.of())).containsEntry("Response", "Success");
            line.process().freeze();
        }
    }
}
