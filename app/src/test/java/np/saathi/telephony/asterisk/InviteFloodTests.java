package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.asterisk.AsteriskInstall;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;

/** Who can send packets in the trunk's name takes the channels, but not the crisis path of those who are in already. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class InviteFloodTests {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String DUTY = "9779800000031";
    private static final int HELPERS_VOICE = 339;

    @Test
    void whoIsInOnASmallLineReachesTheDutyPhoneAndTheFloodsCallsAreSoonGone(@TempDir Path sounds) throws IOException {
        flooded(sounds, 6, 8);
    }

    @Test
    @Tag("long") // a flood beside other calls takes the machine from them
    void whoIsInReachesTheDutyPhoneAndTheFloodsCallsAreSoonGone(@TempDir Path sounds) throws IOException {
        flooded(sounds, 60, 50);
    }

    private static void flooded(Path sounds, int channels, int aSecond) throws IOException {
        CodedPrompts prompts = CodedPrompts.of("ne", Duration.ofSeconds(1), List.of("shell.moment", "crisis.accept"))
                .writeSounds(sounds);
        try (AsteriskServer line = AsteriskServer.temporary().set("SAATHI_SOUNDS", sounds)
                .set("SAATHI_CHANNELS", Integer.toString(channels));
                Exchange exchange = new Exchange(AsteriskInstall.get(), line.sip(), prompts)) {
            line.trunk(exchange.sip()).start();
            exchange.start();
            exchange.number(DUTY).answers(helper -> {
                helper.heard().awaitPrompt("crisis.accept", "ne", SOON);
                helper.presses("1");
                helper.speaks(HELPERS_VOICE);
            });
            Files.writeString(Path.of(line.setting("SAATHI_CRISIS")).resolve("crisis.conf"),
                    "[duty]\n1 = " + DUTY + "|*|*|*\n");
            try (Phone asha = exchange.calls("1660").from("9841000001").place();
                    InviteFlood flood = InviteFlood.of(line.sip(), aSecond)) {
                asha.heard().awaitPrompt("shell.moment", "ne", SOON);
                await().atMost(SOON).until(() -> flood.answered(486) >= channels / 3);
                asha.presses("0");
                asha.heard().awaitTone(HELPERS_VOICE, SOON);
                flood.stop();
                assertThat(flood.answered(200)).as("of " + flood.sent() + ": all channels are taken")
                        .isGreaterThanOrEqualTo(channels - 1);
                assertThat(flood.answered(488)).as("calls for which no port was left").isZero();
                await().atMost(SOON).until(() -> calls(line) == 2);
            }
        }
    }

    /** Of Asha's and the helper's, with those of the flood. */
    private static long calls(AsteriskServer line) {
        return line.process().ask("core show channels concise").lines().filter(row -> row.startsWith("PJSIP/")).count();
    }
}
