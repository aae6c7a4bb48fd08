package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;
import np.saathi.volunteer.Training;

/** Who presses wrong keys three times is asked shorter each time, and then led to the safe end of that question. */
@CallTests
class ThirdTryCallTests {
    private static final Duration AN_ID_READ_TWICE = Duration.ofSeconds(45);
    private final TestLine line;

    ThirdTryCallTests(TestLine line) {
        this.line = line;
    }

    @ParameterizedTest
    @CsvSource({ //
            "9,          settings.menu, 7,   main.menu", //
            "92,         account.menu,  7,   main.menu", //
            "921,        pin.new,       '#', pin.kept", //
            "921582914#, pin.twice,     '#', pin.differs", //
            "93,         join.code,     '#', main.menu", //
            "93999999#,  identity.pin,  '#', join.code", //
            "2,          message.menu,  7,   main.menu"})
    void aCallersQuestionIsLeftAndNothingHasChanged(String way, String question, String wrongKey, String then) {
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            asha.presses(way);
            asha.heard().awaitPrompt(question, "en", AN_ID_READ_TWICE);
            WrongKeys.thrice(asha, question, "en", wrongKey);
            asha.heard().awaitPrompt(then, "en", SOON);
        }
    }

    @Test
    void aVolunteersSettingsLeadBackToTheMenuAndTheMenuToGoodbye() {
        try (Phone tara = line.hostAtTheDoor(line.volunteer(Training.TRAINEE))) {
            tara.presses("9");
            tara.heard().awaitPrompt("host.settings", "ne", SOON);
            WrongKeys.thrice(tara, "host.settings", "ne", "7");
            tara.heard().awaitPrompt("host.menu", "ne", SOON);
            WrongKeys.thrice(tara, "host.menu", "ne", "7");
            tara.heard().awaitPrompt("host.goodbye", "ne", SOON);
            tara.awaitHangUp(SOON);
        }
    }

    @Test
    void inARoomEachMenuLeadsBackToTheTalk() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.presses("2");
            devi.heard().awaitPrompt("host.seat.hand", "ne", SOON);
            isBackAfter(asha, "3", "room.wrong");
            isBackAfter(devi, "2", "host.hand");
            isBackAfter(devi, "31", "host.person");
            isBackAfter(devi, "4", "host.room");
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            assertThat(group.outcomes()).containsExactly("null");
        }
    }

    private static void isBackAfter(Phone phone, String way, String menu) {
        phone.presses(way);
        phone.heard().awaitPrompt(menu, "ne", SOON);
        WrongKeys.thrice(phone, menu, "ne", "7");
        phone.heard().awaitPrompt("room.back", "ne", SOON);
    }

    @Test
    void aRatingIsSkippedAndSoIsANoteToIt() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.presses("#");
            asha.heard().awaitPrompt("rating", "ne", SOON);
            WrongKeys.thrice(asha, "rating", "ne", "7");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            assertThat(group.ratings()).isEmpty();
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            asha.presses("#");
            asha.heard().awaitPrompt("rating", "ne", SOON);
            asha.presses("5");
            asha.heard().awaitPrompt("rating.note", "ne", SOON);
            WrongKeys.thrice(asha, "rating.note", "ne", "7");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            assertThat(group.ratings()).containsExactly(5);
            assertThat(devi.isUp()).isTrue();
        }
    }

    @Test
    void whoWaitsWaitsOnInTheSameSeat() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            Eventually.is(() -> group.inRoom() == 1);
            asha.presses("*");
            asha.heard().awaitPrompt("choices.waiting", "ne", SOON);
            WrongKeys.thrice(asha, "choices.waiting", "ne", "7");
            Eventually.is(() -> group.inRoom() == 1);
            assertThat(group.outcomes()).containsExactly("null");
        }
    }

    @Test
    void aLostSeatIsLeftForTheMainMenu() {
        Group group = line.group(NEPALI, 8);
        String number = line.knownNumber(NEPALI);
        try (Phone devi = line.hostInTheRoom(line.people().devi());
                Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            asha.hangsUp();
            Eventually.is(() -> group.inRoom() == 0);
            try (Phone again = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
                again.heard().awaitPrompt("seat.lost", "ne", SOON);
                WrongKeys.thrice(again, "seat.lost", "ne", "7");
                again.heard().awaitPrompt("main.menu", "ne", SOON);
                assertThat(group.inRoom()).isZero();
            }
            assertThat(devi.isUp()).isTrue();
        }
    }
}
