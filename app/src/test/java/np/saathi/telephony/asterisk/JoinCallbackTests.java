package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.AsteriskServer;
import np.saathi.dev.TestSounds;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Step;

/** A real Asterisk rings who asked on the web to be rung: the app leads the call after 1, and not before. */
class JoinCallbackTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static RealLine real;
    private static AmiLink link;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        TestSounds.writeTo(sounds, "ne", List.of(Prompt.CALLBACK_OPENING.key()));
        real = new RealLine(sounds);
        AsteriskServer asterisk = real.asterisk();
        link = new AmiLink(new AsteriskProperties("127.0.0.1", 4573, "127.0.0.1", asterisk.ami().getPort(), "saathi",
                asterisk.amiSecret(), 58, Duration.ofSeconds(5), Duration.ofSeconds(10), real.recordings()), _ -> {},
                new Channels(), Clock.systemUTC());
        link.start();
        await().atMost(SOON).until(link::isUp);
    }

    @AfterAll
    static void end() {
        link.stop();
        real.close();
    }

    private record Led(String door, String callback, Step step, Language language, Optional<PhoneNumber> number) {}

    @Test
    void whoPressesOneIsLedByTheAppWhichKnowsTheCallback() {
        CompletableFuture<Led> led = calls();
        real.exchange().number("9779800000003").accepts("callback.opening", "ne");
        ring("callback-1", "9800000003");
        assertThat(led.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(
                new Led(Door.CALLER.script(), "callback-1", Step.START, Language.NEPALI, Optional.empty()));
    }

    @Test
    void voicemailHearsTheNeutralWordsAndNoMore() {
        CompletableFuture<Led> led = calls();
        real.exchange().number("9779800000004").isVoicemail();
        ring("callback-2", "9800000004");
        try (var machine = real.exchange().number("9779800000004").awaitAnswered(SOON)) {
            machine.heard().awaitPrompt("callback.opening", "ne", SOON);
            assertThat(machine.awaitHangUp(Duration.ofSeconds(40))).isPositive();
        }
        assertThat(led).isNotDone();
    }

    private static void ring(String callback, String number) {
        new AmiDialler(link).ringToJoin(callback, PhoneNumber.parse(number).orElseThrow(), Language.NEPALI);
    }

    /** What the app sees of the next call. */
    private static CompletableFuture<Led> calls() {
        CompletableFuture<Led> led = new CompletableFuture<>();
        real.answersWith((request, channel) -> {
            AgiWire wire = new AgiWire(channel);
            AgiPhoneLine line = new AgiPhoneLine(wire, (_, _) -> Duration.ofSeconds(3), real.recordings(), new Drain());
            led.complete(new Led(request.getScript(), line.noted("JOIN_CALLBACK"), line.step(), line.language(),
                    line.number()));
            wire.set("APP_DONE", "1");
        });
        return led;
    }
}
