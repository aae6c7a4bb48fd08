package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.dev.Client;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Training;

/** The timetable in the panel. */
class SessionPageTests extends InTheBrowser {

    @Test
    void anAdminPlansASessionAndAssignsItsHost() {
        Client devi = clients.volunteer();
        signIn(clients.admin());
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
}
