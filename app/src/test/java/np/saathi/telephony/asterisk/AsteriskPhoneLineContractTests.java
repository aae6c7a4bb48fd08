package np.saathi.telephony.asterisk;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.Heard;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Call;
import np.saathi.dev.pstn.Phone;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneLineContract;

/**
 * The same contract on a real call: a telephone at the callers' exchange, SIP, Asterisk with {@code asterisk-config/},
 * FastAGI, and no app behind it but each rule's own side of the call.
 */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class AsteriskPhoneLineContractTests extends PhoneLineContract {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration WORDS = Duration.ofSeconds(3);
    /** From the last word to a finger on the key. */
    private static final Duration REACTION = Duration.ofMillis(300);
    private static final int VOICE = 440;
    private static final List<Prompt> SENTENCES = List.of(Prompt.GREETING, Prompt.MAIN_MENU, Prompt.RATING);

    private static volatile Consumer<PhoneLine> ourSideNow = _ -> {};
    private static RealLine real;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        real = new RealLine(sounds,
                CodedPrompts.of("ne", WORDS, SENTENCES.stream().map(Prompt::key).toList()).writeSounds(sounds)
                        .writePauses(sounds, "ne"));
        real.answersWith(new AgiCall(new OurSide(), (words, _) -> WORDS.multipliedBy(words.keys().size()),
                DefaultProperties.of(DialogueTimeouts.class),
                real.recordings(), new Drain(), new Channels(), _ -> Optional.empty(), new Semaphore(10),
                new KeylessCalls(InstantSource.system()), new CallerSpread(InstantSource.system())));
    }

    @AfterAll
    static void end() {
        real.close();
    }

    /** Whatever a rule has our side do. */
    private static final class OurSide implements CallHandler {
        @Override
        public Door door() {
            return Door.CALLER;
        }

        @Override
        public void answer(PhoneLine line) {
            ourSideNow.accept(line);
        }
    }

    @Override
    protected Person person() {
        return new AtThePhone(real.exchange().calls("1660").from("9841000001"));
    }

    @Override
    protected void call(Person person, Consumer<PhoneLine> ourSide) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        ourSideNow = line -> {
            try {
                ourSide.accept(line);
                over.complete(null);
            } catch (RuntimeException | AssertionError e) {
                over.completeExceptionally(e);
                throw e;
            }
        };
        ((AtThePhone) person).call(over);
    }

    @Override
    protected Duration slowWork() {
        return Duration.ofMillis(1500);
    }

    private static final class AtThePhone implements Person {
        private final Call call;
        private final List<Consumer<Phone>> plan = new ArrayList<>();
        private final CompletableFuture<Phone> phone = new CompletableFuture<>();
        private Duration spoken = Duration.ZERO;

        AtThePhone(Call call) {
            this.call = call;
        }

        /** Lives through the plan while our side lives through its own; then hangs up. */
        void call(CompletableFuture<Void> over) {
            try (Phone placed = call.place()) {
                phone.complete(placed);
                CompletableFuture<Void> lived = CompletableFuture
                        .runAsync(() -> plan.forEach(step -> step.accept(placed)),
                                life -> Thread.ofPlatform().daemon().name("at-the-phone").start(life));
                try {
                    over.orTimeout(90, TimeUnit.SECONDS).join();
                } catch (CompletionException e) {
                    if (e.getCause() instanceof AssertionError failure) {
                        throw failure;
                    }
                    throw e.getCause() instanceof RuntimeException failure ? failure : e;
                }
                lived.orTimeout(30, TimeUnit.SECONDS).join();
            }
        }

        @Override
        public Person from(String number) {
            call.from(number);
            return this;
        }

        @Override
        public Person withheld() {
            call.withheld();
            return this;
        }

        @Override
        public Person during(Prompt words, String keys) {
            plan.add(one -> {
                one.heard().awaitPrompt(words.key(), "ne", SOON);
                one.presses(keys);
            });
            return this;
        }

        @Override
        public Person after(Prompt words, String keys) {
            plan.add(one -> {
                endOf(words, one);
                one.presses(keys);
            });
            return this;
        }

        @Override
        public Person speaksAfter(Prompt words, String keys) {
            plan.add(one -> {
                speakAfter(words, one);
                spoken = one.presses(keys).up();
            });
            return this;
        }

        @Override
        public Person speaksAfterAndHangsUp(Prompt words) {
            plan.add(one -> {
                speakAfter(words, one);
                one.hangsUp();
            });
            return this;
        }

        private static void speakAfter(Prompt words, Phone one) {
            endOf(words, one);
            one.speaks(VOICE);
            awaitMoment(one.heard(), one.heard().now().plusSeconds(1));
            one.isQuiet();
        }

        private static void endOf(Prompt words, Phone one) {
            PromptHeard heard = one.heard().awaitPrompt(words.key(), "ne", SOON);
            awaitMoment(one.heard(), heard.start().plus(heard.length()).plus(REACTION));
        }

        @Override
        public Person hangsUpDuring(Prompt words) {
            plan.add(one -> {
                one.heard().awaitPrompt(words.key(), "ne", SOON);
                one.hangsUp();
            });
            return this;
        }

        @Override
        public Person inTheRoom(String key) {
            plan.add(one -> {
                awaitMusic(one.heard());
                one.presses(key);
            });
            return this;
        }

        @Override
        public Person hangsUpInTheRoom() {
            plan.add(one -> {
                awaitMusic(one.heard());
                one.hangsUp();
            });
            return this;
        }

        private static void awaitMoment(Heard heard, Duration sinceAnswer) {
            await().atMost(SOON).until(() -> heard.now().compareTo(sinceAnswer) >= 0);
        }

        /** Who waits for a host hears music. */
        private static void awaitMusic(Heard heard) {
            Duration from = heard.now();
            await().atMost(SOON).until(() -> heard.now().compareTo(from.plusSeconds(1)) > 0
                    && heard.audibleShare(heard.now().minusSeconds(1), heard.now()) > 0.8);
        }

        @Override
        public void presses(String keys) {
            phone.join().presses(keys);
        }

        @Override
        public List<String> heard() {
            Heard heard = phone.join().heard();
            return heard.prompts(Duration.ZERO, heard.now()).stream().map(PromptHeard::key).toList();
        }

        @Override
        public boolean heardItself() {
            Heard heard = phone.join().heard();
            return heard.toneShare(VOICE, spoken, heard.now()) > 0.1;
        }
    }
}
