package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.dev.TestTimes;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** What a host hears who does not know the keys by heart, and what is undone by the same keys. */
@CallTests
class HostMenusCallTests {
    private static final int ASHAS_VOICE = 453;
    private static final int DEVIS_VOICE = 1077;
    private final TestLine line;

    HostMenusCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aHandIsLoweredAndAVoiceTakenAndGivenBackAndTheCallerHearsOfEach() {
        line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, devi) -> {
            asha.presses("2");
            devi.heard().awaitPrompt("host.seat.hand", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.1", "host.hand");
            devi.presses("2");
            devi.heard().awaitPrompt("host.seat.lowered", "ne", SOON);
            asha.heard().awaitPrompt("room.hand.lowered", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitPrompt("host.hand.none", "ne", SOON);

            asha.speaks(ASHAS_VOICE);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            devi.presses("3");
            devi.heard().awaitPrompt("host.person.seat", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.person", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.seat.muted", "ne", SOON);
            asha.presses("1"); // only the host gives it back
            asha.heard().awaitPrompt("room.muted.host", "ne", SOON);
            devi.presses("311");
            devi.heard().awaitPrompt("host.seat.unmuted", "ne", SOON);
            asha.heard().awaitPrompt("room.unmuted.host", "ne", SOON);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
        });
    }

    @Test
    void whatWasNotConfirmedIsNotDoneAnEmptySeatIsSaidAndAMenuLeftOpenClosesItself() {
        Group group = line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, devi) -> {
            devi.presses("39");
            devi.heard().awaitPrompt("host.seat.empty", "ne", SOON);
            devi.presses("312");
            devi.heard().awaitPrompt("host.remove.confirm", "ne", SOON);
            devi.presses("2"); // the key that led here
            devi.heard().awaitPrompt("host.remove.kept", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("null");

            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.muted", "ne", SOON);
            asha.heard().awaitNoTone(DEVIS_VOICE, SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.unmuted", "ne", SOON);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);

            devi.presses("4");
            PromptHeard menu = devi.heard().awaitPrompt("host.room", "ne", SOON);
            devi.heard().awaitPrompt("room.back", "ne", SOON);
            assertThat(devi.heard().now()).as("not before the silence is over")
                    .isGreaterThan(menu.start().plus(menu.length()).plus(TestTimes.ROOM_MENU));
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
        });
    }

    @Test
    void theDoorAndAllVoicesAreOpenedByTheKeysThatClosedThemAndComingAndGoingIsTold() {
        Group group = line.group(NEPALI, 8);
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            Eventually.is(() -> group.state() == SessionState.LIVE);
            devi.presses("44");
            devi.heard().awaitPrompt("host.here.nobody", "ne", SOON);
            devi.presses("42");
            devi.heard().awaitPrompt("host.room.locked", "ne", SOON);
            devi.presses("42");
            devi.heard().awaitPrompt("host.room.unlocked", "ne", SOON);
            try (Phone asha = line.callerInTheGroup(NEPALI)) {
                devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.1", "host.seat.in");
                asha.heard().awaitPrompt("room.alone", "ne", SOON);
                asha.speaks(ASHAS_VOICE);
                devi.heard().awaitTone(ASHAS_VOICE, SOON);
                Span.of(devi, Duration.ofSeconds(2)); // of who has only just begun to talk nobody is sure
                devi.presses("44");
                devi.heard().awaitInOrder("ne", SOON, "host.here", "number.1", "host.here.talking", "number.1");
                devi.presses("41");
                devi.heard().awaitPrompt("host.room.muted", "ne", SOON);
                devi.presses("41");
                devi.heard().awaitPrompt("host.room.open", "ne", SOON);
                asha.heard().awaitPrompt("room.unmuted.host", "ne", SOON);
                asha.isQuiet();
                try (Phone chandra = line.callerInTheGroup(NEPALI)) {
                    asha.heard().awaitPrompt("room.joined", "ne", SOON);
                    chandra.presses("33");
                    chandra.heard().awaitPrompt("room.talk.asked", "ne", SOON);
                    devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.talk");
                    devi.presses("323");
                    devi.heard().awaitPrompt("host.talk", "ne", SOON);
                    chandra.speaks(ASHAS_VOICE);
                    devi.heard().awaitTone(ASHAS_VOICE, SOON);
                    chandra.isQuiet();
                    devi.presses("4");
                    devi.heard().awaitPrompt("host.talk.keys", "ne", SOON);
                    chandra.presses("4");
                    chandra.heard().awaitPrompt("room.talk.keys", "ne", SOON);
                    devi.presses("#"); // of a talk of two: back to the group, not its end
                    chandra.heard().awaitPrompt("room.back", "ne", SOON);
                    asha.heard().awaitPrompt("room.resumed", "ne", SOON);
                    asha.presses("#");
                    devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.1", "host.seat.out");
                }
            }
        }
    }
}
