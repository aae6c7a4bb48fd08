package np.saathi.dev.asterisk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;

/** The line's own Asterisk: started as it is delivered, and back on its ports after whatever happened to it. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class AsteriskServerTests {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void takesCallsAgainAfterKillAndStopAndTellsTheAppNoNumber() throws Exception {
        try (AsteriskServer line = AsteriskServer.temporary()) {
            Path sounds = Path.of(line.setting("SAATHI_SOUNDS"));
            CodedPrompts prompts = CodedPrompts.of("ne", Duration.ofSeconds(1), List.of("shell.moment"))
                    .writeSounds(sounds);
            try (Exchange exchange = new Exchange(line.install(), line.sip(), prompts)) {
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
            PromptHeard moment = asha.heard().awaitPrompt("shell.moment", "ne", SOON);
            assertThat(asha.heard().awaitEndOf(moment, SOON).whole()).isTrue();
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

    /** A packet without From: unless it is told otherwise, the SIP library prints it whole. */
    @Test
    void aPacketThatCantBeReadIsWrittenDownNowhere() throws Exception {
        try (AsteriskServer line = AsteriskServer.temporary().start(); DatagramSocket phone = new DatagramSocket()) {
            phone.setSoTimeout((int) SOON.toMillis());
            String broken = packet("INVITE", phone).replace("From:", "Form:");
            phone.send(new DatagramPacket(broken.getBytes(UTF_8), broken.length(), line.sip()));
            String whole = packet("OPTIONS", phone);
            phone.send(new DatagramPacket(whole.getBytes(UTF_8), whole.length(), line.sip()));
            phone.receive(new DatagramPacket(new byte[4096], 4096)); // the answer: both were looked at
            try (Stream<Path> files = Files.walk(line.home())) {
                assertThat(files.filter(Files::isRegularFile).filter(AsteriskServerTests::tellsTheNumber)).isEmpty();
            }
            assertThat(line.process().said()).doesNotContain("9841000001");
        }
    }

    private static String packet(String method, DatagramSocket from) {
        String here = "127.0.0.1:" + from.getLocalPort();
        return String.join("\r\n", method + " sip:1660@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + method, "Max-Forwards: 70",
                "From: <sip:9841000001@" + here + ">;tag=" + method, "To: <sip:1660@127.0.0.1>",
                "Call-ID: " + method + "@" + here, "CSeq: 1 " + method, "Contact: <sip:9841000001@" + here + ">",
                "Content-Length: 0", "", "");
    }

    private static boolean tellsTheNumber(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains("9841000001");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
