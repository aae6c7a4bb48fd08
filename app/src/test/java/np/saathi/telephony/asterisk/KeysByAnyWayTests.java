package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.asterisk.Ami;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Departure;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.Key;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;

/** Keys arrive however a network sends them, each press once, and however busy the machine of the app is. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class KeysByAnyWayTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final Duration WORDS = Duration.ofSeconds(2);
    private static final Spoken QUESTION = Spoken.of(Prompt.MAIN_MENU);
    private static RealLine real;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        real = new RealLine(sounds, CodedPrompts.of("ne", WORDS, List.of(Prompt.MAIN_MENU.key(), "crisis.sorry"))
                .writeSounds(sounds).writePauses(sounds, "ne"));
        // for a key as INFO brings it; the line itself sends none
        assertThat(real.asterisk().process().ask("module load app_senddtmf.so")).contains("Loaded");
    }

    @AfterAll
    static void end() {
        real.close();
    }

    @Test
    void tonesAreHeardAlthoughEventsWereOffered() {
        assertThat(asked(phone -> phone.soundsKey('2'), line -> digits(line, 1))).isEqualTo("2");
    }

    @Test
    void eventsAreHeardToo() {
        assertThat(asked(phone -> phone.presses("2"), line -> digits(line, 1))).isEqualTo("2");
    }

    @Test
    void tonesAreHeardAfterEventsWereGivenUp() {
        assertThat(asked(phone -> {
            phone.presses("2");
            // its end is sent three times: after the change a late one would be a key of its own
            awaitMoment(phone, phone.heard().now().plusMillis(500));
            phone.giveUpEvents();
            awaitMoment(phone, phone.heard().now().plusSeconds(1));
            phone.soundsKey('3');
        }, line -> digits(line, 2))).isEqualTo("23");
    }

    @Test
    void helpIsHeardAsToneWithoutAnApp() {
        real.answersWith((_, channel) -> new AgiWire(channel).get("STEP"));
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMoment(asha, Duration.ofSeconds(2));
            asha.soundsKey('0');
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
        }
    }

    @Test
    void onePressByTwoWaysIsOneKey() {
        assertThat(asked(phone -> {
            byTwoWays(phone, "2");
            phone.heard().awaitPrompt(Prompt.MAIN_MENU.key(), "ne", SOON);
            awaitMoment(phone, phone.heard().now().plusSeconds(1));
            byTwoWays(phone, "3");
        }, line -> {
            String first = digits(line, 1);
            return first + digits(line, 1);
        })).isEqualTo("23");
    }

    @Test
    void aNumberKeyedInByTwoWaysIsThatNumberOnceThatIsKnownAndByOneWayAnyNumber() {
        assertThat(asked(phone -> {
            for (String menuKey : List.of("2", "3")) {
                byTwoWays(phone, menuKey);
                awaitMoment(phone, phone.heard().now().plusSeconds(1));
            }
            byTwoWays(phone, "647");
        }, line -> digits(line, 1) + digits(line, 1) + digits(line, 3))).isEqualTo("23647");
        assertThat(asked(phone -> phone.presses("66471"), line -> digits(line, 5))).isEqualTo("66471");
    }

    @Test
    void anEventAndItsToneAreOneKey() {
        assertThat(asked(phone -> {
            for (char key : "647".toCharArray()) {
                phone.soundsKey(key).presses(String.valueOf(key));
                awaitMoment(phone, phone.heard().now().plusMillis(600));
            }
        }, line -> digits(line, 3))).isEqualTo("647");
    }

    @Test
    void oneKeyInARoomByTwoWaysIsOneKeyAndLeavesNothingBehind() {
        AtomicInteger keys = new AtomicInteger();
        CompletableFuture<String> left = new CompletableFuture<>();
        real.answersWith((request, channel) -> {
            AgiWire wire = new AgiWire(channel);
            if ("room-key".equals(request.getScript())) {
                keys.incrementAndGet();
                wire.set("KEY_DONE", "1");
                return;
            }
            AgiPhoneLine line = line(wire);
            line.unwatch();
            Departure departure = line.enter(new Seat(new Room("rtwice"), Seat.Role.CALLER, 9, false));
            left.complete(departure + key(line.ask(Spoken.nothing(), Duration.ofSeconds(1))));
            wire.set("APP_DONE", "1");
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMoment(asha, Duration.ofSeconds(1));
            byTwoWays(asha, "1");
            assertThat(keys).hasValue(1);
            byTwoWays(asha, "#");
            assertThat(left.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("LEFT");
        }
    }

    @Test
    void lettersAreNoKeys() {
        assertThat(asked(phone -> {
            phone.presses("A");
            PromptHeard words = phone.heard().awaitPrompt(Prompt.MAIN_MENU.key(), "ne", SOON);
            assertThat(phone.heard().awaitEndOf(words, SOON).whole()).isTrue();
            phone.presses("D");
            phone.presses("5");
        }, line -> digits(line, 1))).isEqualTo("5");
        assertThat(asked(phone -> phone.presses("B7"), line -> key(line.ask(Spoken.nothing(), SIX)))).isEqualTo("7");
    }

    /** Each command comes 400 ms late: what would fall in between is dropped by Asterisk. */
    @Test
    void aKeyThatEndsAsTheWordsEndIsHeardOnABusyMachine() {
        assertThat(asked(phone -> {
            PromptHeard words = phone.heard().awaitPrompt(Prompt.MAIN_MENU.key(), "ne", SOON);
            awaitMoment(phone, words.start().plus(words.length()).minusMillis(60));
            phone.presses("4");
        }, line -> digits(line, 1), 400)).isEqualTo("4");
    }

    @Test
    void aNumberThatBeginsWithTheKeyThatLedToItIsWhole() {
        assertThat(asked(phone -> phone.types("33647"), line -> {
            String menu = key(line.ask(QUESTION, SIX));
            return menu + " " + line.keyIn(QUESTION, 4, SIX);
        })).isEqualTo("3 3647");
    }

    @Test
    void aNumberTypedFastIsHeardWholeOnABusyMachineAndALetterIsNoDigit() {
        assertThat(asked(phone -> phone.types("66A471295"), line -> line.keyIn(QUESTION, 8, SIX), 400)).isEqualTo(
                "66471295");
    }

    @Test
    void whatIsTypedWhileTheAppWorksArrivesWhole() {
        CompletableFuture<Void> works = new CompletableFuture<>();
        CompletableFuture<Void> typed = new CompletableFuture<>();
        assertThat(asked(phone -> {
            works.join();
            awaitMoment(phone, phone.heard().now().plusMillis(200)); // the line is listened to again
            phone.types("482913571#");
            typed.complete(null);
        }, line -> {
            line.during(() -> {
                works.complete(null);
                typed.join();
            });
            return digits(line, 10);
        }, 0)).isEqualTo("482913571#");
    }

    private static String key(Optional<Key> key) {
        return key.map(one -> String.valueOf(one.symbol())).orElse("");
    }

    private static String digits(AgiPhoneLine line, int most) {
        StringBuilder digits = new StringBuilder();
        Optional<Key> key = line.ask(QUESTION, SIX);
        while (key.isPresent() && digits.append(key.get().symbol()).length() < most) {
            key = line.ask(Spoken.nothing(), Duration.ofSeconds(3));
        }
        return digits.toString();
    }

    /** By event, and at the same time as INFO does: a key without a beginning. */
    private static void byTwoWays(Phone phone, String keys) {
        String channel = channel();
        try (Ami line = ami(); ExecutorService network = Executors.newSingleThreadExecutor()) {
            for (String key : keys.split("")) {
                Future<?> other = network.submit(() -> line.send("PlayDTMF",
                        Map.of("Channel", channel, "Digit", key, "Duration", "100", "Receive", "true")));
                phone.types(key);
                other.get();
                awaitMoment(phone, phone.heard().now().plusMillis(500));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String channel() {
        return real.asterisk().process().ask("core show channels concise").lines()
                .filter(row -> row.startsWith("PJSIP/")).map(row -> row.substring(0, row.indexOf('!'))).findFirst()
                .orElseThrow();
    }

    private static Ami ami() {
        return new Ami(real.asterisk().ami(), "saathi", real.asterisk().amiSecret(), _ -> {});
    }

    private static String asked(Consumer<Phone> person, Function<AgiPhoneLine, String> ourSide) {
        return asked(person, ourSide, 0);
    }

    /** What our side of the call gives; the person begins as the first words do, or at once where there are none. */
    private static String asked(Consumer<Phone> person, Function<AgiPhoneLine, String> ourSide, long lateMillis) {
        CompletableFuture<String> given = new CompletableFuture<>();
        real.answersWith((_, channel) -> {
            AgiWire wire = new LateWire(channel, lateMillis);
            AgiPhoneLine line = line(wire);
            try {
                line.unwatch();
                given.complete(ourSide.apply(line));
                wire.set("APP_DONE", "1");
            } catch (RuntimeException e) {
                given.completeExceptionally(e);
            }
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMoment(asha, Duration.ofMillis(800));
            person.accept(asha);
            return given.orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static AgiPhoneLine line(AgiWire wire) {
        return new AgiPhoneLine(wire, (words, _) -> WORDS.multipliedBy(words.keys().size()),
                DefaultProperties.of(DialogueTimeouts.class), real.recordings(), new Drain());
    }

    private static void awaitMoment(Phone phone, Duration sinceAnswer) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> phone.heard().now().compareTo(
                sinceAnswer) >= 0);
    }

    private static final class LateWire extends AgiWire {
        private final long lateMillis;

        LateWire(AgiChannel channel, long lateMillis) {
            super(channel);
            this.lateMillis = lateMillis;
        }

        @Override
        AgiReply send(AgiCommand command) {
            try {
                Thread.sleep(lateMillis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.send(command);
        }
    }
}
