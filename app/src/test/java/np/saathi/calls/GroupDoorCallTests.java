package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Callers;
import np.saathi.caller.ShortCalls;
import np.saathi.dev.pstn.Phone;
import np.saathi.operation.Opening;
import np.saathi.operation.Operation;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;

/** Key 1 of the main menu where it does not lead straight into the one group: closed, kept out, or several open. */
@CallTests
class GroupDoorCallTests {
    private final TestLine line;

    GroupDoorCallTests(TestLine line) {
        this.line = line;
    }

    @AfterEach
    void openAsBefore() {
        line.settings().areTheDefaults();
    }

    @Test
    void whyGroupsAreClosedIsSaidAndAllElseGoesOn() {
        line.group(ENGLISH, 8);
        try (Phone asha = line.returningCaller(ENGLISH)) {
            line.settings().are("{\"closedNow\": true}");
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "group.closed.now", "main.menu");
            line.settings().are(
                    "{\"holidays\": [{\"date\": \"" + line.app().bean(Clock.class).instant().atZone(Operation.NEPAL)
                            .toLocalDate() + "\", \"name\": \"A holiday\"}]}");
            asha.presses("#");
            asha.heard().awaitPrompt("goodbye", "en", SOON);
        }
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "group.closed.today", "main.menu");
            asha.presses("2");
            asha.heard().awaitPrompt("message.intro", "en", SOON);
        }
        line.settings().are(
                "{\"hours\": {\"MONDAY\": [], \"TUESDAY\": [], \"WEDNESDAY\": [], \"THURSDAY\": [], \"FRIDAY\": [], "
                        + "\"SATURDAY\": [], \"SUNDAY\": []}}");
        try (Phone asha = line.returningCaller(ENGLISH)) {
            asha.presses("1");
            asha.heard().awaitPrompt("group.closed.hours", "en", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "en", SOON);
        }
    }

    @Test
    void untilConsentAndHelpAreReviewedGroupsOpenOnlyOnAnAdminsWordOnRecord() {
        line.restartApp(Map.of("saathi.prompts.require-review", "true"));
        try {
            line.group(ENGLISH, 8);
            try (Phone asha = line.returningCaller(ENGLISH)) {
                asha.heard().awaitPrompt("main.menu", "en", SOON);
                asha.presses("1");
                asha.heard().awaitInOrder("en", SOON, "group.closed.unready", "main.menu");
            }
            line.database().sql("INSERT INTO words_override (id, version, in_force, reason, set_by, set_at) "
                    + "VALUES (1, 1, TRUE, 'a test', ?, UTC_TIMESTAMP(3))").param(line.people().adminId().value())
                    .update();
            // Known within ten seconds: longer than anybody stays in a menu.
            Eventually.is(() -> line.app().bean(Operation.class).opening() == Opening.OPEN);
            try (Phone asha = line.returningCaller(ENGLISH)) {
                asha.presses("1");
                asha.heard().awaitPrompt("category.stress", "en", SOON);
            }
            Eventually.is(() -> line.channels().isEmpty());
        } finally {
            line.database().sql("DELETE FROM words_override").update();
            line.restartApp(Map.of());
        }
    }

    @Test
    void whoIsKeptOutHearsWhyForHowLongAndWhatToDoAndForgettingThemKeepsTheBan() {
        line.group(ENGLISH, 8);
        String number = line.knownNumber(ENGLISH);
        AccountId account = line.app().bean(Callers.class).known(phone(number)).orElseThrow().account().orElseThrow();
        var unused = line.app().bean(Bans.class).ban(account, Ban.Reason.THREATS, Optional.of(7),
                line.people().adminId());
        try (Phone banned = calling(number)) {
            banned.presses("1");
            banned.heard().awaitInOrder("en", SOON, "banned", "banned.threats", "banned.days.before", "number.7",
                    "count.day.many", "banned.days.after", "banned.object", "main.menu");
            banned.presses("94");
            banned.heard().awaitInOrder("en", SOON, "forget.ban", "forget.confirm");
            banned.presses("*");
            banned.heard().awaitInOrder("en", SOON, "forget.kept", "main.menu");
            banned.presses("94");
            banned.heard().awaitPrompt("forget.confirm", "en", SOON);
            banned.presses("1");
            banned.heard().awaitInOrder("en", SOON, "forget.done", "main.menu");
            banned.presses("1");
            banned.heard().awaitInOrder("en", SOON, "banned", "banned.threats", "banned.object.unknown");
            banned.presses("94");
            banned.heard().awaitPrompt("forget.nothing", "en", SOON);
            banned.presses("0");
            banned.heard().awaitPrompt("crisis.connecting", "en", SOON);
        }
    }

    @Test
    void aPhoneThatCallsAndHangsUpAgainAndAgainGetsNoGroupForAWhile() {
        line.group(ENGLISH, 8);
        String number = line.knownNumber(ENGLISH);
        for (int call = 0; call < 20; call++) {
            line.app().bean(ShortCalls.class).hungUp(phone(number), Duration.ofSeconds(5));
        }
        calling(number).hangsUp(); // and once more, really
        try (Phone pranking = calling(number)) {
            pranking.presses("1");
            pranking.heard().awaitInOrder("en", SOON, "group.paused.before", "number.15", "count.minute.many",
                    "group.paused.after", "main.menu");
        }
    }

    @Test
    void ofSeveralGroupsOneIsTakenByItsNameAndTheUsualOneComesFirst() {
        Group stress = line.group(ENGLISH, 8);
        PeerSession grief = also("grief");
        String number = line.knownNumber(ENGLISH);
        Callers callers = line.app().bean(Callers.class);
        callers.chose(callers.known(phone(number)).orElseThrow(), "grief");
        try (Phone asha = calling(number)) {
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "group.list", "category.grief", "group.list.keys");
            asha.presses("3");
            asha.heard().awaitInOrder("en", SOON, "category.grief", "group.list.keys");
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "category.stress", "group.list.keys");
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "list.end", "category.grief", "group.list.keys");
            asha.presses("7");
            asha.heard().awaitInOrder("en", SOON, "category.grief", "list.again");
            asha.presses("7");
            asha.heard().awaitInOrder("en", SOON, "category.grief", "list.short");
            asha.presses("2");
            asha.heard().awaitPrompt("category.stress", "en", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.rules", "en", SOON);
            asha.presses("9");
            Eventually.is(() -> stress.inRoom() == 1);
            asha.presses("*"); // from here to the other one, while this has no host
            asha.heard().awaitPrompt("choices.waiting", "en", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("category.grief", "en", SOON);
            assertThat(stress.outcomes()).containsExactly("LEFT");
        } finally {
            line.app().bean(Sessions.class).end(grief.id());
        }
    }

    private PeerSession also(String category) {
        Sessions sessions = line.app().bean(Sessions.class);
        PeerSession session = sessions.plan(new SessionPlan(category, ENGLISH, "Another group of a test",
                line.app().bean(Clock.class).instant(), Duration.ofHours(1), 8, Set.of(line.people().devi().id())));
        Eventually.is(() -> sessions.openNow(ENGLISH).size() == 2);
        return session;
    }

    private Phone calling(String number) {
        Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place();
        phone.heard().awaitPrompt("greeting", "en", SOON);
        return phone;
    }

    private static Optional<PhoneNumber> phone(String number) {
        return PhoneNumber.parse(number);
    }
}
