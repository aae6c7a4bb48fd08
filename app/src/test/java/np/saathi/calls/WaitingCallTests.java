package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** What somebody hears who waits for a host, what is offered to whom we can't know or ring, and a talk that did not help. */
@CallTests
class WaitingCallTests {
    private final TestLine line;

    WaitingCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void whoWaitsHearsThatNobodyHearsThemHowLongItHasBeenAndTheKeys() {
        Group group = line.group(ENGLISH, 8);
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "category.stress", "waiting.host");
            Eventually.is(() -> group.inRoom() == 1);
            asha.presses("5");
            asha.heard().awaitPrompt("waiting.keys", "en", SOON);
            line.database().sql("UPDATE participant SET taken_at = taken_at - INTERVAL 4 MINUTE WHERE session_id = ?")
                    .param(group.id()).update();
            // Its last and longest piece: short ones are hard to tell over the music.
            asha.heard().awaitPrompt("waiting.minutes.after", "en", SOON);
            asha.presses("5");
            asha.heard().awaitInOrder("en", SOON, "waiting.minutes.before", "number.4", "waiting.keys");
            asha.presses("#");
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            assertThat(group.outcomes()).containsExactly("LEFT");
        }
    }

    @Test
    void aPhoneThatHidesItsNumberIsOfferedNothingThatNeedsIt() {
        Group group = line.group(ENGLISH, 8);
        try (Phone hidden = line.exchange().calls(TestLine.CALLER_NUMBER).withheld().place()) {
            TestLine.consentHeard(hidden, "consent.forget");
            hidden.presses("1");
            hidden.heard().awaitInOrder("en", SOON, "consent.withheld", "greeting");
            hidden.presses("2");
            hidden.heard().awaitPrompt("message.unknown", "en", SOON);
            hidden.presses("92");
            hidden.heard().awaitPrompt("account.none", "en", SOON);
            hidden.presses("94");
            hidden.heard().awaitPrompt("forget.nothing", "en", SOON);
            hidden.presses("912");
            hidden.heard().awaitInOrder("en", SOON, "language.set", "settings.unkept");
            hidden.presses("1");
            hidden.heard().awaitPrompt("room.rules", "en", SOON);
            hidden.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            hidden.presses("*");
            hidden.heard().awaitPrompt("choices.waiting.withheld", "en", SOON);
            hidden.presses("2"); // to be rung is not there
            hidden.heard().awaitPrompt("choices.waiting.withheld.again", "en", SOON);
            hidden.presses("3"); // nor a message
            hidden.heard().awaitPrompt("choices.waiting.withheld.short", "en", SOON);
            hidden.presses("0");
            hidden.heard().awaitPrompt("crisis.connecting", "en", SOON);
        }
    }

    @Test
    void whoWasNotHelpedIsOfferedSomebodyNow() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone _ = line.hostInTheRoom(line.people().devi())) {
            Eventually.is(() -> group.state() == SessionState.LIVE);
            asha.presses("#");
            asha.heard().awaitPrompt("rating", "ne", SOON);
            asha.presses("7");
            asha.heard().awaitPrompt("rating.again", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("rating.low", "ne", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            assertThat(group.ratings()).containsExactly(1);
        }
    }
}
