package np.saathi.telephony.asterisk;

import static np.saathi.telephony.asterisk.ScriptedAsterisk.SAYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.junit.LogRecorder;
import np.saathi.dev.process.Ports;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.prompt.TestPrompts;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.PhoneLine;

/** Who may call, and what becomes of calls when the app stops. */
@ExtendWith(OutputCaptureExtension.class)
class CallDeskTests {
    /** Of the whole adapter and of what it stands on. */
    @RegisterExtension
    private final LogRecorder log = LogRecorder.of("np.saathi.telephony", "org.asteriskjava");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofMillis(1500);

    /** A call of two sentences. */
    private static final CallHandler FLOW = new CallHandler() {
        @Override
        public Door door() {
            return Door.CALLER;
        }

        @Override
        public void answer(PhoneLine line) {
            line.say(Spoken.of(Prompt.GREETING));
            line.say(Spoken.of(Prompt.GOODBYE));
        }
    };

    private final int port = Ports.free();
    private final CallDesk desk = new CallDesk(
            new AsteriskProperties("127.0.0.1", port, "127.0.0.1", 5038, "saathi", "x", 58, DRAIN,
                    Duration.ofSeconds(10), Path.of("/dev/shm/r")),
            DefaultProperties.of(DialogueTimeouts.class), List.of(FLOW), TestPrompts.in(Language.NEPALI),
            new Channels(), _ -> Optional.empty(),
            new CrisisNotes((_, _, _, _, _, _) -> {}));

    @BeforeEach
    void start() {
        desk.start();
    }

    @AfterEach
    void stop() {
        desk.stop();
    }

    private ScriptedAsterisk asterisk() {
        return new ScriptedAsterisk(port).has("CHANNEL(language)", "ne");
    }

    @Test
    void aBareConnectionIsNoCallAndNoFault(CapturedOutput console) throws IOException {
        for (String said : List.of("", "\n\n", "agi_network_script: java.lang.String\n\n")) {
            try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
                knock.setSoTimeout((int) SOON.toMillis());
                knock.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                knock.shutdownOutput();
                assertThat(knock.getInputStream().readAllBytes()).as("ended, whatever was said").isNotNull();
            }
        }
        assertThat(asterisk().call().variable("APP_DONE")).isEqualTo("1");
        assertThat(log.events()).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .noneMatch(event -> event.getThrowableProxy() != null
                        || event.getFormattedMessage().contains("Exception"));
        assertThat(console.getErr()).doesNotContain("Exception");
    }

    @Test
    void promptsInMidSentenceMayEndNoMoreAreBegunAndNoMoreCallsAreTaken() {
        CountDownLatch speaking = new CountDownLatch(1);
        CountDownLatch spoken = new CountDownLatch(1);
        ScriptedAsterisk call = asterisk().when(SAYING, () -> {
            speaking.countDown();
            awaitLatch(spoken);
        });
        CompletableFuture<ScriptedAsterisk> caller = CompletableFuture.supplyAsync(call::call,
                Thread::startVirtualThread);
        awaitLatch(speaking);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(desk::stop, Thread::startVirtualThread);
        await().atMost(SOON).until(() -> !desk.isRunning());
        await().atMost(SOON).untilAsserted(() -> assertThatThrownBy(
                () -> new Socket(InetAddress.getLoopbackAddress(), port).close()).isInstanceOf(IOException.class));
        assertThat(stopping).isNotDone();
        spoken.countDown();
        stopping.join();
        assertThat(caller.join().commands(SAYING)).as("the second sentence is not begun").hasSize(1);
        assertThat(call.variable("APP_DONE")).as("so that the exchange keeps the call").isEmpty();
        assertThat(desk.callsNow()).isZero();
    }

    @Test
    void aPromptThatTakesTooLongIsLeftToTheExchange() {
        CountDownLatch speaking = new CountDownLatch(1);
        CountDownLatch spoken = new CountDownLatch(1);
        ScriptedAsterisk call = asterisk().when(SAYING, () -> {
            speaking.countDown();
            awaitLatch(spoken);
        });
        CompletableFuture<ScriptedAsterisk> caller = CompletableFuture.supplyAsync(call::call,
                Thread::startVirtualThread);
        awaitLatch(speaking);
        long from = System.nanoTime();
        desk.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(DRAIN.minusMillis(100), SOON);
        assertThat(desk.callsNow()).isOne();
        spoken.countDown();
        assertThat(caller.join().variable("APP_DONE")).isEmpty();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
