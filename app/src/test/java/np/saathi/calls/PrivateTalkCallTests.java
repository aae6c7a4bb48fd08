package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import np.saathi.dev.DemoData;
import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;
import np.saathi.volunteer.Training;

/** A host talks alone with one person. Asha has seat 1, Chandra seat 2. */
@CallTests
class PrivateTalkCallTests {
    private static final int ASHAS_VOICE = 453;
    private static final int CHANDRAS_VOICE = 807;
    private static final int DEVIS_VOICE = 1077;
    /** Music has any tone for a moment; a voice would be there all the time. */
    private static final double MUSIC = 0.3;
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private final TestLine line;

    PrivateTalkCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void twoHearEachOtherTheOthersHaveMusicAndAreToldAndAfterwardsAllAreInTheirSeats() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.presses("33");
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.1", "host.seat.talk");
            asha.speaks(ASHAS_VOICE);
            chandra.speaks(CHANDRAS_VOICE);
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);

            quiet(asha, devi); // what is whispered is not to be heard under a voice
            devi.presses("313");
            chandra.heard().awaitPrompt("room.held.talk", "ne", SOON);
            asha.heard().awaitPrompt("room.talk", "ne", SOON);
            devi.heard().awaitPrompt("host.talk", "ne", SOON);
            asha.speaks(ASHAS_VOICE);
            devi.speaks(DEVIS_VOICE);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            Span talk = Span.of(chandra, A_WHILE);
            assertThat(chandra.heard().toneShare(ASHAS_VOICE, talk.from(), talk.to())).isLessThan(MUSIC);
            assertThat(chandra.heard().toneShare(DEVIS_VOICE, talk.from(), talk.to())).isLessThan(MUSIC);
            Span alone = Span.of(asha, A_WHILE);
            assertThat(asha.heard().lacksTone(CHANDRAS_VOICE, alone.from(), alone.to())).isTrue();
            assertThat(group.state()).isEqualTo(SessionState.HELD);

            quiet(asha, devi);
            devi.presses("*");
            asha.heard().awaitPrompt("room.back", "ne", SOON);
            devi.heard().awaitPrompt("room.back", "ne", SOON);
            chandra.heard().awaitPrompt("room.resumed", "ne", SOON);
            asha.speaks(ASHAS_VOICE);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            Eventually.is(() -> group.inRoom() == 2);
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            assertThat(group.outcomes()).containsExactly("null", "null");
        }
    }

    private static void quiet(Phone... phones) {
        for (Phone phone : phones) {
            phone.isQuiet();
        }
    }

    @Test
    void besideACoHostTheGroupGoesOnAndOnlyOneTalkIsHeldAtATime() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        Group group = line.group(NEPALI, 8, line.people().devi().id(), chitra.id());
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi());
                Phone coHost = line.hostInTheRoom(chitra)) {
            chandra.speaks(CHANDRAS_VOICE);
            coHost.heard().awaitTone(CHANDRAS_VOICE, SOON); // both hosts are in
            devi.presses("313");
            asha.heard().awaitPrompt("room.talk", "ne", SOON);
            coHost.heard().awaitTone(CHANDRAS_VOICE, SOON);
            chandra.isQuiet();
            coHost.presses("323");
            coHost.heard().awaitPrompt("host.talk.busy", "ne", SOON);
            coHost.presses("313");
            coHost.heard().awaitPrompt("host.seat.away", "ne", SOON);
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            assertThat(chandra.heard().times("room.held.talk", "ne")).isEmpty();
        }
    }

    @Test
    void whoWasSilencedIsHeardInTheTalkAndSilentAgainAfterItThoughTheDoorIsClosed() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.speaks(ASHAS_VOICE);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);
            devi.presses("311");
            chandra.heard().awaitNoTone(ASHAS_VOICE, SOON);
            devi.presses("42");
            devi.heard().awaitPrompt("host.room.locked", "ne", SOON);
            devi.presses("313");
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.presses("*");
            devi.heard().awaitPrompt("room.back", "ne", SOON);
            Eventually.is(() -> group.inRoom() == 2 && group.state() == SessionState.LIVE);
            Span back = Span.of(chandra, A_WHILE);
            assertThat(chandra.heard().lacksTone(ASHAS_VOICE, back.from(), back.to())).isTrue();
        }
    }

    @Test
    void whenTheCallerLeavesTheTalkTheHostIsBackInTheRoom() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            devi.presses("313");
            asha.heard().awaitPrompt("room.talk", "ne", SOON);
            devi.heard().awaitPrompt("host.talk", "ne", SOON);
            Eventually.is(() -> group.state() == SessionState.HELD);
            Span.of(asha, A_WHILE);
            asha.hangsUp();
            devi.heard().awaitPrompt("room.back", "ne", SOON);
            chandra.heard().awaitPrompt("room.resumed", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("DROPPED", "null");
        }
    }
}
