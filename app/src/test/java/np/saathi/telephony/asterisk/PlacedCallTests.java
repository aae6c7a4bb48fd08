package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.Dialler.OutgoingCall;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.LineNumbers;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Step;
import np.saathi.telephony.TelephonyEvent.Answer;
import np.saathi.telephony.TelephonyEvent.CallbackTaken;
import np.saathi.telephony.TelephonyEvent.RingOver;

/** A real Asterisk rings people: the app leads the call after 1, and not before, and is told what became of it. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class PlacedCallTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<Object> told = new CopyOnWriteArrayList<>();
    private static RealLine real;
    private static AmiLink link;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        real = new RealLine(sounds,
                CodedPrompts.of("ne", Duration.ofSeconds(1),
                        List.of(Prompt.CALLBACK_OPENING.key(), Prompt.CALLBACK_NEVER.key(),
                                Prompt.CALLBACK_NEVER_UNABLE.key()))
                        .writeSounds(sounds));
        AsteriskServer asterisk = real.asterisk();
        link = new AmiLink(new AsteriskProperties("127.0.0.1", 4573, "127.0.0.1", asterisk.ami().getPort(), "saathi",
                asterisk.amiSecret(), 58, Duration.ofSeconds(5), Duration.ofSeconds(10), real.recordings()), told::add,
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
            assertThat(machine.caller()).as("the number that callers were told").isEqualTo("1660");
            assertThat(machine.awaitHangUp(Duration.ofSeconds(40))).isPositive();
        }
        assertThat(led).isNotDone();
        assertThat(answer("callback-2")).isEqualTo(Answer.PICKED_UP);
        assertThat(told)
                .noneMatch(event -> event instanceof CallbackTaken taken && taken.callback().equals("callback-2"));
    }

    /** Written plainly, and in the ways in which Asterisk would take it for a channel of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"sip:1661@127.0.0.1", "sip:Local%2F1661%40from-trunk@127.0.0.1",
            "sip:Local%2Fs%40line@127.0.0.1", "sip:9779800000003@127.0.0.1"})
    void whoHasMovedIsNotFollowedLeastOfAllToOurOwnNumbers(String contact) {
        CompletableFuture<Led> led = calls();
        real.exchange().number("9779800000014").moved(contact);
        String name = "moved-" + contact.hashCode();
        ring(name, "9800000014");
        assertThat(answer(name)).isIn(Answer.FAILED, Answer.NO_ANSWER);
        await().atMost(SOON).until(() -> real.asterisk().process().ask("core show channels concise").isBlank());
        assertThat(led).isNotDone();
    }

    @Test
    void onePhoneIsRungByOneCallAtATime() {
        real.exchange().number("9779800000015").ringsOnly();
        ring("first", "9800000015");
        real.exchange().number("9779800000015").awaitRung(SOON);
        assertThatThrownBy(() -> ring("second", "+977 9800000015")).isInstanceOf(Dialler.PhoneInUse.class);
        assertThat(answer("first")).isEqualTo(Answer.NO_ANSWER);
        ring("third", "9800000015");
        real.exchange().number("9779800000015").awaitRung(SOON);
    }

    @Test
    void busyPhonesThoseWhereNobodyComesAndThoseThatAreNotThereAreToldApart() {
        real.exchange().number("9779800000005").isBusy();
        ring("busy", "9800000005");
        real.exchange().number("9779800000006").ringsOnly();
        ring("rings", "9800000006");
        real.exchange().number("9779800000007").refuses();
        ring("refuses", "9800000007");
        ring("nowhere", "9800000008");
        assertThat(answer("busy")).isEqualTo(Answer.BUSY);
        assertThat(answer("rings")).isEqualTo(Answer.NO_ANSWER);
        assertThat(answer("refuses")).isEqualTo(Answer.NO_ANSWER);
        assertThat(answer("nowhere")).isEqualTo(Answer.FAILED);
    }

    @Test
    void whoPressesThreeIsAskedNothingMoreAndHearsWhetherItWasNoted() {
        List<String> doors = new CopyOnWriteArrayList<>();
        real.answersWith((request, channel) -> {
            doors.add(request.getScript() + " " + new AgiWire(channel).get("CALLBACK_NAME"));
            new AgiWire(channel).set("CALLBACK", "kept");
        });
        real.exchange().number("9779800000009").answers(phone -> {
            phone.heard().awaitPrompt("callback.opening", "ne", SOON);
            phone.presses("3");
            phone.heard().awaitPrompt("callback.never", "ne", SOON);
        });
        ring("callback-3", "9800000009");
        assertThat(answer("callback-3")).isEqualTo(Answer.PICKED_UP);
        assertThat(doors).containsExactly(Door.NEVER_RING.script() + " callback-3");
        assertThat(real.exchange().failures()).isEmpty();
    }

    @Test
    void withTheAppGoneNobodyIsPromisedThatTheyAreNeverRung() {
        real.answersWith((request, channel) -> {
            throw new IllegalStateException("no app in this test");
        });
        real.exchange().number("9779800000010").answers(phone -> {
            phone.heard().awaitPrompt("callback.opening", "ne", SOON);
            phone.presses("3");
            phone.heard().awaitPrompt("callback.never.unable", "ne", SOON);
        });
        ring("callback-4", "9800000010");
        assertThat(answer("callback-4")).isEqualTo(Answer.PICKED_UP);
        assertThat(real.exchange().failures()).isEmpty();
    }

    private static Answer answer(String callback) {
        return await().atMost(Duration.ofSeconds(45)).until(() -> told.stream().filter(RingOver.class::isInstance)
                .map(RingOver.class::cast).filter(over -> over.callback().equals(callback)).findFirst(),
                Optional::isPresent).orElseThrow().answer();
    }

    private static void ring(String callback, String number) {
        new AmiDialler(link, Clock.systemUTC(), new LineNumbers("1660", "1661", Set.of()))
                .ring(new OutgoingCall(callback, Purpose.GROUP, PhoneNumber.parse(number).orElseThrow(),
                        Language.NEPALI, Duration.ofSeconds(8)));
    }

    /** What the app sees of the next call. */
    private static CompletableFuture<Led> calls() {
        CompletableFuture<Led> led = new CompletableFuture<>();
        real.answersWith((request, channel) -> {
            AgiWire wire = new AgiWire(channel);
            AgiPhoneLine line = new AgiPhoneLine(wire, (_, _) -> Duration.ofSeconds(3),
                    DefaultProperties.of(DialogueTimeouts.class), real.recordings(), new Drain());
            led.complete(new Led(request.getScript(), line.noted("JOIN_CALLBACK"), line.step(), line.language(),
                    line.number()));
            wire.set("APP_DONE", "1");
        });
        return led;
    }
}
