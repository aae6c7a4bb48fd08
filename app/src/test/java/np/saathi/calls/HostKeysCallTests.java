package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.dev.TestTimes;
import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** A host leads the room by keypad alone, heard by everybody in it. Asha has seat 1, Chandra seat 2. */
@CallTests
class HostKeysCallTests {
    private static final int ASHAS_VOICE = 453;
    private static final int CHANDRAS_VOICE = 807;
    private static final int DEVIS_VOICE = 1077;
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
    private final TestLine line;

    HostKeysCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void threeTheSeatAndOneMutesWithinThreeSecondsAndOthersHearSilenceUntilTheFloorIsGiven() {
        line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            chandra.speaks(CHANDRAS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            devi.presses("321");
            Duration pressed = asha.heard().now(); // each phone has a clock of its own
            Duration silent = asha.heard().awaitNoTone(CHANDRAS_VOICE, SOON);
            assertThat(silent.minus(pressed)).isLessThan(THREE_SECONDS);
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.muted");
            chandra.heard().awaitPrompt("room.muted.host", "ne", SOON);

            chandra.presses("1"); // who was silenced does not get the voice back by their own key
            Span muted = Span.of(asha, Duration.ofSeconds(2));
            assertThat(asha.heard().lacksTone(CHANDRAS_VOICE, muted.from(), muted.to())).isTrue();

            chandra.presses("2");
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.hand");
            devi.presses("21");
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.floor");
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            chandra.heard().awaitPrompt("room.floor", "ne", SOON);
        }
    }

    @Test
    void whoIsRemovedHearsWhyAndAClosedDoorKeepsOthersOut() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            chandra.heard().awaitPrompt("room.open", "ne", SOON);
            devi.presses("322");
            devi.heard().awaitPrompt("host.remove.confirm", "ne", SOON);
            devi.presses("1");
            chandra.heard().awaitPrompt("room.removed", "ne", SOON);
            chandra.heard().awaitPrompt("rating", "ne", SOON);
            devi.heard().awaitPrompt("host.seat.removed", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("null", "REMOVED");

            devi.presses("42");
            devi.heard().awaitPrompt("host.room.locked", "ne", SOON);
            try (Phone late = line.returningCaller(NEPALI)) {
                late.presses("1");
                late.heard().awaitPrompt("room.locked", "ne", SOON);
            }
            assertThat(asha.isUp()).isTrue();
        }
    }

    @Test
    void allVoicesGoOffAndTheHostIsHeardAndTheRoomIsCounted() {
        line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            chandra.speaks(CHANDRAS_VOICE);
            asha.speaks(ASHAS_VOICE);
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            devi.presses("41");
            asha.heard().awaitNoTone(CHANDRAS_VOICE, SOON);
            chandra.heard().awaitNoTone(ASHAS_VOICE, SOON);
            chandra.heard().awaitTone(DEVIS_VOICE, SOON);
            devi.heard().awaitPrompt("host.room.muted", "ne", SOON);
            devi.presses("44");
            devi.heard().awaitInOrder("ne", SOON, "host.here", "number.2", "host.seat", "number.1", "number.2");
            devi.presses("41");
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
        }
    }

    @Test
    void theOthersTalkOnWhileTheHostIsInAMenu() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            chandra.speaks(CHANDRAS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            devi.presses("4");
            devi.heard().awaitPrompt("host.room", "ne", SOON);
            Span menu = Span.of(asha, TestTimes.ROOM_MENU.dividedBy(2));
            assertThat(asha.heard().hasTone(CHANDRAS_VOICE, menu.from(), menu.to())).isTrue();
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            devi.presses("*");
            devi.heard().awaitPrompt("room.back", "ne", SOON);
        }
    }
}
