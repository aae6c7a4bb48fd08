package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Callers;
import np.saathi.dev.pstn.Phone;
import np.saathi.telephony.PhoneNumber;

/** Who talks for long hears a friendly word, and no call is endless. The limits are moved, not waited for. */
@CallTests
class LongCallTests {
    private final TestLine line;

    LongCallTests(TestLine line) {
        this.line = line;
    }

    @AfterEach
    void limitsAsBefore() {
        line.settings().areTheDefaults();
    }

    private void callsLast(int minutes) {
        line.settings().are("{\"limits\": {\"callMinutes\": %d}}".formatted(minutes));
    }

    @Test
    void whoHasTalkedForHoursTodayHearsAFriendlyWordOnceAndIsLetIn() {
        Group group = line.group(ENGLISH, 8);
        String number = line.knownNumber(ENGLISH);
        String asha = line.app().bean(Callers.class).known(PhoneNumber.parse(number)).orElseThrow().account()
                .orElseThrow().value();
        try (Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            phone.heard().awaitPrompt("main.menu", "en", SOON);
            phone.presses("1");
            phone.heard().awaitPrompt("category.stress", "en", SOON);
            phone.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            phone.presses("#");
            phone.heard().awaitPrompt("main.menu", "en", SOON);
            line.database().sql("UPDATE participant SET left_at = left_at + INTERVAL 2 HOUR WHERE account_id = ?")
                    .param(asha).update();
            phone.presses("1");
            phone.heard().awaitInOrder("en", SOON, "talk.long", "category.stress");
            phone.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            phone.presses("#");
            phone.heard().awaitPrompt("main.menu", "en", SOON);
            phone.presses("1");
            phone.heard().awaitPrompt("category.stress", "en", SOON);
            assertThat(phone.heard().times("talk.long", "en")).as("once a day").hasSize(1);
        }
    }

    @Test
    void whoIsInAGroupIsToldTwoMinutesBeforeTheCallEndsAndStillGetsHelpAfterIt() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            callsLast(2);
            asha.heard().awaitPrompt("call.ending", "ne", SOON);
            assertThat(group.inRoom()).isOne();
            callsLast(0);
            asha.heard().awaitPrompt("rating", "ne", SOON);
            asha.presses("#");
            asha.heard().awaitPrompt("call.limit", "ne", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            assertThat(group.outcomes()).containsExactly("TIME_UP");
            assertThat(devi.isUp()).isTrue();
        }
    }

    @Test
    void whoIsInAMenuWhenTheTimeIsUpIsToldSoBeforeTheCallEnds() {
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            callsLast(0);
            asha.presses("9*"); // to the settings, and back
            var told = asha.heard().awaitPrompt("call.limit", "en", SOON);
            assertThat(asha.heard().awaitEndOf(told, SOON).whole()).isTrue();
            asha.awaitHangUp(SOON);
        }
    }
}
