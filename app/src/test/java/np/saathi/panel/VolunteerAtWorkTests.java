package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.microsoft.playwright.Locator;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.TestClock;
import np.saathi.feedback.Feedback;
import np.saathi.feedback.FeedbackVoices;
import np.saathi.prompt.Language;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;

/** What a volunteer does before and after a session. */
class VolunteerAtWorkTests extends InTheBrowser {
    private static final int A_SECOND = 8_000;
    @Autowired
    Sessions sessions;
    @Autowired
    TestClock clock;
    @Autowired
    Feedback feedback;
    @Autowired
    FeedbackVoices voices;
    @Autowired
    JdbcClient jdbc;
    private Client devi;
    private long session;

    @BeforeEach
    void deviHasHosted() {
        devi = clients.volunteer();
        session = held(devi);
    }

    @Test
    void aReportIsFiledAndChanged() {
        signIn(devi);
        goTo("reports");
        press("New report");
        window().getByLabel("Risk").selectOption("2");
        window().getByLabel("Family").check();
        field("Notes").fill("Quiet today.");
        picture("report");
        press("File report");
        assertThat(text("The report is filed. Thank you.")).isVisible();
        assertThat(inTable("Quiet today.")).isVisible();
        press("Change");
        field("Notes").fill("Quiet, then lively.");
        press("Save");
        assertThat(inTable("Quiet, then lively.")).isVisible();
    }

    @Test
    void aMessageIsOpenedAndAnswered() {
        Client asha = clients.caller();
        asha.post("/private-message", "{\"text\": \"I can not sleep\"}");
        signIn(devi);
        goTo("messages");
        press("Open");
        assertThat(text("I can not sleep")).isVisible();
        press("Answer");
        field("Your answer").fill("I hear you.");
        press("Send");
        assertThat(text("I hear you.")).isVisible();
        picture("messages");
    }

    @Test
    void aVoiceIsRecordedInTheBrowserAsWhatTheLineUnderstands() {
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        page.addInitScript("window.AudioContext = class extends AudioContext {"
                + " constructor(...told) { super(...told); window.recorder = this; } }");
        signIn(devi);
        goTo("messages");
        press("Open");
        press("Answer");
        press("Record by voice");
        assertThat(window().getByText("Stop recording")).isVisible();
        page.waitForFunction("begun => window.recorder.currentTime > begun + 1",
                page.evaluate("window.recorder.currentTime"));
        press("Stop recording");
        press("Send");
        assertThat(text("The answer is sent.")).isVisible();
    }

    @Test
    void whatCallersSaidAfterASessionIsHeardOnceThreeHaveRatedIt() {
        for (int seat = 1; seat <= 3; seat++) {
            rows.update("""
                    INSERT INTO participant (session_id, call_id, role, language, seat, taken_at, joined_at, in_room, muted,
                                             left_at, outcome)
                    VALUES (%2$d, 'call.%1$d', 'CALLER', 'ne', %1$d, NOW(), NOW(), FALSE, FALSE, NOW(), 'LEFT')"""
                    .formatted(seat, session));
        }
        List<Long> participants = jdbc.sql("SELECT id FROM participant").query(Long.class).list();
        participants.forEach(participant -> assertThat(feedback.rate(participant, 5)).isTrue());
        voices.say(participants.getFirst(), new byte[A_SECOND]);
        signIn(devi);
        goTo("feedback?session=" + session);
        assertThat((Double) page.locator("main audio").evaluate("""
                audio => new Promise((heard, failed) => { audio.onloadedmetadata = () => heard(audio.duration + 1e-9);
                    audio.onerror = failed; audio.preload = 'metadata'; audio.load(); })""")).isBetween(0.9, 1.1);
    }

    @Test
    void aHostCodeForTheOwnPhoneIsToldToItsOwner() {
        signIn(devi);
        goTo("profile");
        press("Get a code");
        assertThat(page.locator("main p[role=status]")).hasText(Pattern.compile("[1-9]{6}: once.*"));
    }

    @Test
    void passwordAndPinAreChangedByWhoKnowsThePassword() {
        signIn(devi);
        goTo("profile");
        Locator password = page.locator("form").first();
        password.getByLabel("Present password").fill("not the password");
        password.getByLabel("New password").fill("another password for tests");
        press("Change password");
        assertThat(text("The present password is wrong.")).isVisible();
        password.getByLabel("Present password").fill(Clients.PASSWORD.text());
        press("Change password");
        assertThat(text("The password is changed.")).isVisible();
        assertThat(password.getByLabel("New password")).hasValue("");
        Locator pin = page.locator("form").nth(1);
        pin.getByLabel("Present password").fill("another password for tests");
        pin.getByLabel("New PIN").fill("111111");
        press("Change PIN");
        assertThat(text("This PIN is too easy to guess.")).isVisible();
        pin.getByLabel("New PIN").fill("593817");
        press("Change PIN");
        assertThat(text("The PIN is changed.")).isVisible();
    }

    @Test
    void eachRoleFindsOnlyItsOwn() {
        Client ekta = clients.volunteer();
        sessions.plan(
                new SessionPlan("stress", Language.NEPALI, "Somebody else’s", clock.instant().plus(Duration.ofHours(1)),
                        Duration.ofHours(1), SessionPlan.USUAL_CAPACITY, Set.of(ekta.id())));
        signIn(devi);
        goTo("my-sessions?tab=past");
        assertThat(text("Evening circle")).isVisible();
        assertThat(page.getByText("Somebody else’s")).hasCount(0);
        assertThat(page.locator("#menu").getByText("Settings")).hasCount(0);
        List<String> ofVolunteers = pages("CMHV");
        List<String> ofAdmins = pages("ADMIN");
        leadsTo("My sessions", ofAdmins.stream().filter(path -> !ofVolunteers.contains(path)).toList());
        open("en", 1280, 800);
        signIn(clients.admin());
        goToTheFirstPage();
        assertThat(page.locator("#menu").getByText("My sessions")).hasCount(0);
        leadsTo("Now", ofVolunteers.stream().filter(path -> !ofAdmins.contains(path)).toList());
        open("en", 1280, 800);
        Client asha = clients.caller();
        page.navigate("/panel/");
        field("Id").fill(asha.id().value());
        field("Password").fill(Clients.PASSWORD.text());
        press("Sign in");
        assertThat(text("This panel is for volunteers and admins.")).isVisible();
    }

    /** Who asks for pages of others finds their own first one. */
    private void leadsTo(String title, List<String> ofOthers) {
        for (String path : ofOthers) {
            page.navigate("/panel/#/profile");
            assertThat(page.locator("h1")).hasText("My profile");
            page.navigate("/panel/#/" + path);
            assertThat(page.locator("h1")).hasText(title);
        }
    }
}
