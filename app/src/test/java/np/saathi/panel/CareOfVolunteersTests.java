package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.report.PhoneReports;

/** Devi has held a session, reported danger, and was not well after it; an admin looks after her. */
class CareOfVolunteersTests extends InTheBrowser {
    private static final int A_SECOND = 8_000;
    @Autowired
    PhoneReports phone;
    private Client devi;

    @BeforeEach
    void deviReported() {
        Client admin = clients.admin();
        devi = clients.volunteer();
        clients.volunteer();
        assertThat(admin.post("/sessions", """
                {"category": "stress", "language": "ne", "title": "Evening circle", "durationMinutes": 60,
                 "startsAt": "%s", "volunteers": ["%s"]}""".formatted(Instant.now().plusSeconds(90_000), devi.id())))
                .hasStatus(201);
        rows.update("UPDATE peer_session SET state = 'ENDED', live_since = NOW()");
        assertThat(devi.post("/cmhv/report", """
                {"sessionId": 1, "risk": 3, "followUp": true, "topics": ["family"], "notes": "Seat 2 was quiet.",
                 "wellbeing": 1}""")).hasStatus(201);
        Awaitility.await().until(() -> rows.in("alert") == 2); // danger, and a host who is not well
        signIn(admin);
    }

    @Test
    void whoIsNotWellAndWhatWaitsIsSeenAtAGlance() {
        goTo("volunteers");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.getByText("Not well: look after them")).hasCount(1);
        picture("volunteers");
        text("Reports to look at: 1").click();
        assertThat(page.locator("h2").getByText("When they were not well")).isVisible();
        assertThat(inTable("3 · somebody may be in danger")).isVisible();
        picture("volunteer");
    }

    @Test
    void aReportIsReadHeardSeenToAndTakenBack() {
        phone.say(devi.id(), 1, new byte[A_SECOND]);
        goTo("volunteers");
        press("Reports (1 to look at)");
        press("Read and listen");
        assertThat(window().getByText("Seat 2 was quiet.")).isVisible();
        assertThat(window().locator(".facts dd").getByText("Family")).isVisible();
        assertThat((Double) window().locator("audio").evaluate("""
                audio => new Promise((heard, failed) => { audio.onloadedmetadata = () => heard(audio.duration + 1e-9);
                    audio.onerror = failed; audio.preload = 'metadata'; audio.load(); })""")).isBetween(0.9, 1.1);
        picture("report-read");
        pressInWindow("I have looked at it");
        assertThat(text("No report waits to be looked at.")).isVisible();
        assertThat(page.getByText("Reports (1 to look at)")).hasCount(0);
        press("Undo");
        assertThat(page.getByText("Reports (1 to look at)")).isVisible();
        assertThat(inTable("To be looked at")).isVisible();
    }

    @Test
    void whatItsHostChangedMeanwhileIsReadBeforeItIsSeenTo() {
        goTo("volunteers?tab=reports");
        press("Read");
        assertThat(window().getByText("Seat 2 was quiet.")).isVisible();
        assertThat(devi.put("/cmhv/report/1", "\"0\"", """
                {"sessionId": 1, "risk": 3, "followUp": true, "topics": [], "notes": "Seat 2 rang again."}"""))
                .hasStatusOk();
        pressInWindow("I have looked at it");
        assertThat(window().getByText("Somebody else changed it meanwhile.")).isVisible();
        assertThat(window().getByText("Seat 2 rang again.")).isVisible();
        pressInWindow("I have looked at it");
        assertThat(text("No report waits to be looked at.")).isVisible();
    }

    @Test
    void whoIsSuspendedCantSignInAndStaysSoWhateverElseIsChanged() {
        goTo("volunteer?id=" + devi.id());
        change("Suspended");
        assertThat(page.locator(".tag").getByText("Suspended")).isVisible();
        change("May be rung when another host does not come");
        assertThat(page.locator(".tag").getByText("Reserve")).isVisible();
        assertThat(page.locator(".tag").getByText("Suspended")).isVisible();
        assertThat(clients.stranger().post("/login", "{\"id\": \"%s\", \"password\": \"%s\"}"
                .formatted(devi.id().value(), Clients.PASSWORD.text()))).hasStatus4xxClientError();
    }

    private void change(String box) {
        press("Change");
        window().getByLabel(box).check();
        pressInWindow("Save");
        assertThat(window()).hasCount(0);
    }
}
