package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import np.saathi.account.GuardedPins;
import np.saathi.account.Pin;
import np.saathi.account.PinPlace;
import np.saathi.account.Role;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.report.PhoneReports;

/** Devi has held a session, reported danger, and was not well after it; an admin looks after her. */
class CareOfVolunteersTests extends InTheBrowser {
    private static final int A_SECOND = 8_000;
    @Autowired
    GuardedPins pins;
    @Autowired
    PhoneReports phone;
    private Client devi;
    private long session;
    private String report;

    @BeforeEach
    void deviReported() {
        devi = clients.volunteer();
        clients.volunteer();
        session = held(devi);
        MvcTestResult filed = devi.post("/cmhv/report", """
                {"sessionId": %d, "risk": 3, "followUp": true, "topics": ["family"], "notes": "Seat 2 was quiet.",
                 "wellbeing": 1}""".formatted(session));
        assertThat(filed).hasStatus(201);
        report = Client.text(filed, "$.id");
        await().until(() -> rows.in("alert") == 2); // danger, and a host who is not well
        signIn(clients.admin());
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
        phone.say(devi.id(), session, new byte[A_SECOND]);
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
        assertThat(devi.put("/cmhv/report/" + report, "\"0\"", """
                {"sessionId": %d, "risk": 3, "followUp": true, "topics": [], "notes": "Seat 2 rang again."}"""
                .formatted(session)))
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

    @Test
    void whosePinWasGuessedAtIsSeenAndMayBeTriedAgain() {
        for (int tried = 0; tried < 31; tried++) {
            var _ = pins.look(devi.id(), new Pin("73914" + (tried % 9 + 1)), Role.CMHV, PinPlace.ELSEWHERE, false);
        }
        goTo("volunteer?id=" + devi.id());
        assertThat(page.locator(".tag").getByText("Closed: too many were wrong")).isVisible();
        press("Let PINs be tried again");
        assertThat(page.locator(".tag").getByText("Closed: too many were wrong")).hasCount(0);
    }

    private void change(String box) {
        press("Change");
        window().getByLabel(box).check();
        pressInWindow("Save");
        assertThat(window()).hasCount(0);
    }
}
