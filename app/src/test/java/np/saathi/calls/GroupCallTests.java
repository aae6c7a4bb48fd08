package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import np.saathi.dev.database.Rows;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** The whole story of a group, heard by everybody in it. */
@CallTests
@Order(2)
class GroupCallTests {
    private static final int ASHAS_VOICE = 453;
    private static final int BIKASHS_VOICE = 640;
    private static final int CHANDRAS_VOICE = 807;
    private static final int DEVIS_VOICE = 1077;
    /** Music has any tone for a moment; a voice would be there all the time. */
    private static final double MUSIC = 0.3;
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private final TestLine line;

    GroupCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void callersHearMusicAndNothingOfEachOtherUntilTheHostIsIn() {
        Group group = line.group(NEPALI, 8);
        Group english = line.group(ENGLISH, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone bikash = line.callerInTheGroup(ENGLISH)) {
            asha.speaks(ASHAS_VOICE);
            chandra.speaks(CHANDRAS_VOICE);
            bikash.speaks(BIKASHS_VOICE);
            Span waiting = Span.of(asha, A_WHILE);
            assertThat(asha.heard().isMusic(waiting.from(), waiting.to())).isTrue();
            assertThat(asha.heard().toneShare(CHANDRAS_VOICE, waiting.from(), waiting.to())).isLessThan(MUSIC);
            assertThat(group.state()).isEqualTo(SessionState.WAITING);

            try (Phone devi = line.hostInTheRoom(line.people().devi())) {
                devi.speaks(DEVIS_VOICE);
                asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
                asha.heard().awaitTone(DEVIS_VOICE, SOON);
                chandra.heard().awaitTone(ASHAS_VOICE, SOON);
                devi.heard().awaitTone(ASHAS_VOICE, SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
                assertThat(english.state()).isEqualTo(SessionState.WAITING);
                Duration now = bikash.heard().now();
                assertThat(bikash.heard().toneShare(ASHAS_VOICE, waiting.from(), now)).isLessThan(MUSIC);
                assertThat(bikash.heard().toneShare(DEVIS_VOICE, waiting.from(), now)).isLessThan(MUSIC);

                asha.presses("#");
                asha.heard().awaitPrompt("rating", "ne", SOON);
                asha.presses("4");
                asha.heard().awaitInOrder("ne", SOON, "rating.thanks", "rating.note");
                int notes = new Rows(line.database()).in("feedback_voice"); // of tests before, on this line
                asha.presses("1");
                VoiceNote.isSaid(asha, "rating.note.speak", "ne", ASHAS_VOICE);
                asha.presses("1");
                asha.heard().awaitPrompt("main.menu", "ne", SOON);
                assertThat(new Rows(line.database()).in("feedback_voice")).isEqualTo(notes + 1);
                assertThat(group.ratings()).containsExactly(4);

                HostReport.endSession(devi);
                chandra.heard().awaitPrompt("room.ended", "ne", SOON);
                chandra.heard().awaitPrompt("rating", "ne", SOON);
                chandra.presses("5");
                chandra.heard().awaitPrompt("rating.thanks", "ne", SOON);
                devi.heard().awaitPrompt("host.ended", "ne", SOON);
                devi.heard().awaitPrompt("report.risk", "ne", SOON);
                devi.presses("#"); // later
                devi.heard().awaitPrompt("host.menu", "ne", SOON);
                devi.presses("#");
                devi.heard().awaitPrompt("host.goodbye", "ne", SOON);
                devi.awaitHangUp(SOON);
                assertThat(group.state()).isEqualTo(SessionState.ENDED);
                assertThat(group.outcomes()).containsExactly("LEFT", "ENDED");
                assertThat(group.ratings()).containsExactly(4, 5);
            }
        }
    }

    @Test
    void whoTurnsTheirVoiceOffIsToldSoAndIsNotHeard() {
        line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, devi) -> {
            asha.speaks(ASHAS_VOICE);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.muted", "ne", SOON);
            devi.heard().awaitNoTone(ASHAS_VOICE, SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.unmuted", "ne", SOON);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
        });
    }

    @Test
    void whoIsAloneWithTheHostHearsThatTheyMayTalkThenThatAndThenNothing() {
        line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, devi) -> {
            asha.heard().awaitPrompt("room.alone", "ne", SOON);
            PromptHeard alone = asha.heard().times("room.alone", "ne").getFirst();
            PromptHeard open = asha.heard().times("room.open", "ne").getFirst();
            assertThat(alone.start()).isGreaterThanOrEqualTo(open.start().plus(open.length()));
            assertThat(asha.heard().awaitEndOf(alone, SOON).whole()).isTrue();
        });
    }

    @Test
    void newsThatTheHostsKeyCutShortIsToldOnceMoreAfterItsAnswerAndNeverOverIt() {
        line.group(NEPALI, 8);
        LiveRoom.withTwoCallers(line, (asha, chandra, devi) -> {
            chandra.presses("2");
            devi.heard().awaitPrompt("host.seat", "ne", SOON);
            devi.presses("*");
            PromptHeard keys = devi.heard().awaitPrompt("host.keys", "ne", SOON);
            asha.presses("2");
            devi.heard().awaitInOrder("ne", Duration.ofSeconds(30), "host.seat", "number.2", "host.seat.hand",
                    "host.seat", "number.1", "host.seat.hand");
            assertThat(devi.heard().awaitEndOf(keys, SOON).whole()).isTrue();
            assertThat(devi.heard().times("host.seat", "ne").get(1).start())
                    .isGreaterThan(keys.start().plus(keys.length()));
        });
    }

    @Test
    void aRaisedHandIsSpokenBackWithItsPlaceAndToldToTheHostAlone() {
        line.group(NEPALI, 8);
        LiveRoom.withTwoCallers(line, (asha, chandra, devi) -> {
            chandra.presses("2");
            chandra.heard().awaitInOrder("ne", SOON, "room.hand.up", "number.1");
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.hand");
            asha.presses("2");
            asha.heard().awaitInOrder("ne", SOON, "room.hand.up", "number.2");
            chandra.presses("2");
            chandra.heard().awaitPrompt("room.hand.down", "ne", SOON);
            assertThat(asha.heard().times("host.seat.hand", "ne")).isEmpty();
        });
    }

    @Test
    void starTellsTheKeysAndAKeyCutsThatShort() {
        line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, devi) -> {
            asha.presses("*");
            asha.heard().awaitPrompt("room.keys", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.muted", "ne", SOON);
            devi.presses("*");
            devi.heard().awaitPrompt("host.keys", "ne", SOON);
        });
    }

    @Test
    void aFullRoomIsSaidAndTheMainMenuFollows() {
        Group group = line.group(NEPALI, 1);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone bikash = line.returningCaller(NEPALI)) {
            asha.speaks(ASHAS_VOICE);
            bikash.presses("1");
            bikash.heard().awaitInOrder("ne", SOON, "room.full", "choices.instead");
            bikash.presses("2"); // to be rung for the next one
            bikash.heard().awaitInOrder("ne", SOON, "group.unplanned", "choices.instead");
            WrongKeys.thrice(bikash, "choices.instead", "ne", "7");
            bikash.heard().awaitPrompt("main.menu", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("null");
        }
    }

    @Test
    void whoWaitsGoesBackToTheOtherChoicesByStar() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            Span.of(asha, A_WHILE);
            asha.presses("*");
            asha.heard().awaitPrompt("choices.waiting", "ne", SOON);
            assertThat(group.outcomes()).as("the seat is kept").containsExactly("null");
            asha.presses("#");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("LEFT");
        }
    }

    @Test
    void aHostWhoPressesHashAndThenNothingGoesOn() {
        Group group = line.group(NEPALI, 8);
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            Eventually.is(() -> group.state() == SessionState.LIVE);
            devi.presses("#");
            devi.heard().awaitPrompt("host.end.confirm", "ne", SOON);
            devi.heard().awaitPrompt("host.end.kept", "ne", SOON);
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
        }
    }

    @Test
    void whenTheHostIsLostTheRoomIsHeldAndToldAndAReturningHostResumesIt() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone chandra = line.callerInTheGroup(NEPALI)) {
            Phone devi = line.hostInTheRoom(line.people().devi());
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            chandra.speaks(CHANDRAS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
            devi.hangsUp();
            asha.heard().awaitPrompt("room.held", "ne", SOON);
            asha.heard().awaitNoTone(CHANDRAS_VOICE, SOON);
            assertThat(group.state()).isEqualTo(SessionState.HELD);
            try (Phone back = line.hostAtTheDoor(line.people().devi())) {
                back.presses("1");
                back.heard().awaitPrompt("host.held.again", "ne", SOON);
                asha.heard().awaitPrompt("room.resumed", "ne", SOON);
                asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
            }
        }
    }
}
