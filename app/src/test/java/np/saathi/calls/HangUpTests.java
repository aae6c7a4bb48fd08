package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** A caller may hang up at any moment: nothing stays behind, and what is stored of it is true. */
@CallTests
class HangUpTests {
    private final TestLine line;

    HangUpTests(TestLine line) {
        this.line = line;
    }

    enum Moment {
        LANGUAGE(phone -> phone.heard().awaitPrompt("language.offer", "ne", SOON)), //
        WELCOME(LANGUAGE.then("1", "welcome.first")), //
        CONSENT(WELCOME.then("", "consent.agree")), //
        CONSENT_CHOICES(CONSENT.then("", "consent.forget")), //
        CONSENT_GIVEN(CONSENT_CHOICES.then("1", "consent.known")), //
        GREETING(CONSENT_GIVEN.then("", "greeting")), //
        MENU(GREETING.then("", "main.menu")), //
        SETTINGS(MENU.then("9", "settings.menu")), //
        LANGUAGE_CHANGE(SETTINGS.then("1", "language.offer"));

        private final Consumer<Phone> way;

        Moment(Consumer<Phone> way) {
            this.way = way;
        }

        private Consumer<Phone> then(String keys, String prompt) {
            return way.andThen(phone -> {
                if (!keys.isEmpty()) {
                    phone.presses(keys);
                }
                phone.heard().awaitPrompt(prompt, "ne", Duration.ofSeconds(45));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void hangingUpOutsideAGroupLeavesNothingBehind(Moment moment) {
        try (Phone caller = line.exchange().calls(TestLine.CALLER_NUMBER).from(TestLine.newNumber()).place()) {
            moment.way.accept(caller);
            caller.hangsUp();
        }
        Eventually.is(() -> line.channels().isEmpty());
    }

    enum PlaceInAGroup {
        WAITING, IN_THE_ROOM, KEY_HELP, RATING
    }

    @ParameterizedTest
    @EnumSource
    void hangingUpInAGroupIsADropUnlessTheyHadLeft(PlaceInAGroup place) {
        Group group = line.group(NEPALI, 8);
        try (Phone devi = place == PlaceInAGroup.WAITING ? null : line.hostInTheRoom(line.people().devi());
                Phone caller = line.callerInTheGroup(NEPALI)) {
            if (place != PlaceInAGroup.WAITING) {
                Eventually.is(() -> group.state() == SessionState.LIVE && line.channels().size() == 2);
                Eventually.is(() -> group.inRoom() == 1);
            }
            if (place == PlaceInAGroup.KEY_HELP) {
                caller.presses("*");
                caller.heard().awaitPrompt("room.keys", "ne", SOON);
            }
            if (place == PlaceInAGroup.RATING) {
                caller.presses("#");
                caller.heard().awaitPrompt("rating", "ne", SOON);
            }
            caller.hangsUp();
            String outcome = place == PlaceInAGroup.RATING ? "LEFT" : "DROPPED";
            Eventually.is(() -> group.outcomes().equals(java.util.List.of(outcome)));
            assertThat(group.ratings()).isEmpty();
        }
        Eventually.is(() -> line.channels().isEmpty());
    }
}
