package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.Heard;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;
import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Departure;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.Step;

/** An app that is lost while a caller is in a room, and what the next one finds on the call. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class LostAppTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> SAID = List.of(Prompt.SHELL_MOMENT.key(), "crisis.sorry", "helpline.suicide");
    private static RealLine real;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        real = new RealLine(sounds, CodedPrompts.of("ne", Duration.ofSeconds(3), SAID)
                .writeSounds(sounds));
    }

    @AfterAll
    static void end() {
        real.close();
    }

    @Test
    void callerWhoLeftMeanwhileIsKnownToHaveLeft() {
        Found found = found("#");
        assertThat(found).isEqualTo(new Found(Step.ROOM, Optional.of(Departure.LEFT), true));
    }

    @Test
    void callerWhoAskedForHelpMeanwhileComesBackToTheSeat() {
        Found found = found("0", "*");
        assertThat(found).isEqualTo(new Found(Step.ROOM, Optional.empty(), false));
    }

    @Test
    void callLostAfterTheCrisisPathIsInterruptedAsAnyOther() {
        Found found = found("0", "*", "#");
        assertThat(found.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, crisis.sorry", "1, helpline.suicide"})
    void helpAndItsNumbersCutTheFirstWordsThatAreSaid(String key, String leadsTo) {
        real.answersWith((_, _) -> { // ends as an app does that is lost: without a last word
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            PromptHeard moment = asha.heard().awaitPrompt(Prompt.SHELL_MOMENT.key(), "ne", SOON);
            Phone.Press pressed = asha.presses(key);
            assertThat(asha.heard().awaitEndOf(moment, SOON).whole()
                    && moment.canBeCut(pressed.up(), Duration.ofMillis(300))).isFalse();
            asha.heard().awaitPrompt(leadsTo, "ne", SOON);
        }
    }

    private record Found(Step step, Optional<Departure> departure, boolean interrupted) {}

    /**
     * A call whose app is lost in a room at once, and so is the next one where there are three keys.
     *
     * @param keys in a room, except star: pressed in the crisis path until an app is asked again
     */
    private static Found found(String... keys) {
        CompletableFuture<Found> found = new CompletableFuture<>();
        AtomicInteger runs = new AtomicInteger();
        int lost = keys.length > 2 ? 2 : 1;
        real.answersWith((_, channel) -> {
            AgiWire wire = new AgiWire(channel);
            AgiPhoneLine line = new AgiPhoneLine(wire, (_, _) -> Duration.ofSeconds(3),
                    DefaultProperties.of(DialogueTimeouts.class), real.recordings(), new Drain());
            line.unwatch();
            if (runs.incrementAndGet() <= lost) {
                line.reach(Step.ROOM);
                wire.set("CONFBRIDGE(bridge,template)", "room");
                wire.set("CONFBRIDGE(user,template)", "caller");
                wire.set("CONFBRIDGE(menu,template)", "caller_keys");
                // A dead app asks nothing after that.
                wire.exec("ConfBridge", "rlost");
            } else {
                found.complete(new Found(line.step(), line.departure(), line.interrupted()));
                untilHangUp(wire);
            }
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            for (String key : keys) {
                if (key.equals("*")) {
                    int before = runs.get();
                    await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
                        if (runs.get() == before) {
                            asha.presses("*");
                        }
                        return runs.get() > before;
                    });
                } else {
                    awaitMusic(asha.heard());
                    asha.presses(key);
                }
            }
            return found.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** Who waits in a room without a host hears music. */
    private static void awaitMusic(Heard heard) {
        Duration from = heard.now();
        await().atMost(SOON).until(() -> heard.now().compareTo(from.plusSeconds(1)) > 0
                && heard.audibleShare(heard.now().minusSeconds(1), heard.now()) > 0.8);
    }

    private static void untilHangUp(AgiWire wire) {
        try {
            wire.waitForKey(SOON.toMillis());
        } catch (CallerHungUp e) {
            // the test has seen enough
        }
    }
}
