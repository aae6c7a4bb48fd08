package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.dev.web.Client;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Training;

/** The timetable in the panel. */
class SessionPageTests extends InTheBrowser {

    @Test
    void anAdminPlansASessionAndAssignsItsHost() {
        Client devi = clients.volunteer();
        Client admin = clients.admin();
        aWeekIsPlanned(admin);
        signIn(admin);
        goTo("sessions");
        press("New session");
        field("Title").fill("Evening circle");
        window().getByLabel("Language").selectOption("en");
        window().getByText(devi.id().value()).click();
        press("Put on the timetable");
        assertThat(text("Saved.")).isVisible();
        goTo("sessions?view=list");
        assertThat(text("Evening circle")).isVisible();
        picture("sessions-list");
        goTo("sessions");
        picture("sessions");
    }

    /** For the eye: a group each day, hosted by somebody or not yet. */
    private void aWeekIsPlanned(Client admin) {
        List<String> categories = List.of("grief", "family", "study", "migration", "stress");
        for (int day = 0; day < categories.size(); day++) {
            Client host = clients.volunteer(Training.CERTIFIED, Set.of(Language.NEPALI),
                    Set.of(categories.get(day)));
            assertThat(admin.post("/sessions", """
                    {"category": "%s", "language": "ne", "durationMinutes": 60, "startsAt": "%s", "volunteers": [%s]}"""
                    .formatted(categories.get(day), Instant.now().plus(Duration.ofHours(24L * day + 3)),
                            day == 3 ? "" : "\"" + host.id() + "\"")))
                    .hasStatus(201);
        }
    }

    @Test
    void aClashSaysWhoHasAnotherSessionThen() {
        Client devi = clients.volunteer();
        signIn(clients.admin());
        goTo("sessions");
        plan("First", devi);
        assertThat(text("Saved.")).isVisible();
        plan("At the same time", devi);
        assertThat(window().getByText("Volunteer " + devi.id().value() + " has another session at that time."))
                .isVisible();
        assertThat(field("Title")).hasValue("At the same time");
    }

    private void plan(String title, Client host) {
        press("New session");
        field("Title").fill(title);
        window().getByLabel("Language").selectOption("en");
        window().getByText(host.id().value()).click();
        press("Put on the timetable");
    }

    @Test
    void aRuleOfTheTimetableIsToldWhereItIsBroken() {
        Client trainee = clients.volunteer(Training.TRAINEE, Set.of(Language.ENGLISH), Set.of());
        signIn(clients.admin());
        goTo("sessions");
        press("New session");
        window().getByLabel("Language").selectOption("en");
        window().getByText(trainee.id().value()).click();
        press("Put on the timetable");
        assertThat(window().getByText("A trainee can’t host alone.")).isVisible();
        assertThat(window().getByLabel("Language")).hasValue("en");
    }

    @Test
    void aWeeklySeriesIsPlannedMovedAndWithdrawnFromAWeekOn() {
        signIn(clients.admin());
        goTo("sessions?view=list");
        press("New session");
        field("Title").fill("Every week");
        window().getByLabel("Repeat every week").check();
        press("Put on the timetable");
        assertThat(inTable("Every week")).isVisible();
        int weeks = rows.in("peer_session");
        assertThat(weeks).isGreaterThan(2);
        pressInTable("Change");
        field("Title").fill("Once a week");
        field("What is changed").selectOption("FOLLOWING");
        press("Save");
        assertThat(page.locator("tbody .cell").getByText("Once a week")).hasCount(weeks);
        pressInTable("Withdraw");
        pressInWindow("This week and all that follow");
        assertThat(text("The session is withdrawn.")).isVisible();
        assertThat(text("No session fits these filters.")).isVisible();
    }

    @Test
    void aWithdrawalIsUndone() {
        signIn(clients.admin());
        goTo("sessions?view=list");
        press("New session");
        field("Title").fill("By mistake");
        press("Put on the timetable");
        pressInTable("Withdraw");
        pressInWindow("Withdraw");
        assertThat(page.locator("tbody tr")).hasCount(0);
        press("Undo");
        assertThat(inTable("By mistake")).isVisible();
    }
}
