package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.LoadState;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;

/** What goes wrong while somebody types: nothing of it is lost, and nothing of it runs. */
class FaultTests extends InTheBrowser {
    private static final String SCRIPT = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>";
    private Client admin;

    @BeforeEach
    void anAdminIsIn() {
        admin = clients.admin();
        signIn(admin);
        goTo("sessions?view=list");
    }

    @Test
    void whoIsSignedOutInMidFormSignsInOverItAndLosesNothing() {
        press("New session");
        field("Title").fill("Typed with care");
        signedOutByTime();
        press("Put on the timetable");
        assertThat(window().getByText("Please sign in again")).isVisible();
        assertThat(window().getByLabel("Id")).hasValue(admin.id().value());
        window().getByLabel("Password").fill(Clients.PASSWORD.text());
        press("Sign in");
        assertThat(text("Saved.")).isVisible();
        assertThat(inTable("Typed with care")).isVisible();
    }

    @Test
    void twoAdminsAtOnceSeeBothVersions() {
        press("New session");
        field("Title").fill("As it was");
        press("Put on the timetable");
        pressInTable("Change");
        field("Title").fill("Mine");
        rows.update("UPDATE peer_session SET title = 'Theirs', version = version + 1");
        press("Save");
        assertThat(window().getByText("Somebody else changed this meanwhile")).isVisible();
        assertThat(window().locator("tbody td").first()).hasText("Mine");
        assertThat(window().locator("tbody td").last()).hasText("Theirs");
        picture("two-versions");
        press("Save mine over theirs");
        assertThat(inTable("Mine")).isVisible();
    }

    @Test
    void theirVersionCanBeTakenIntoTheForm() {
        press("New session");
        field("Title").fill("As it was");
        press("Put on the timetable");
        pressInTable("Change");
        field("Title").fill("Mine");
        rows.update("UPDATE peer_session SET title = 'Theirs', version = version + 1");
        press("Save");
        press("Take theirs into the form");
        assertThat(field("Title")).hasValue("Theirs");
    }

    @Test
    void scriptsInTextsAreText() {
        press("New session");
        field("Title").fill(SCRIPT);
        press("Put on the timetable");
        assertThat(inTable(SCRIPT)).isVisible();
        goTo("duty");
        press("New duty phone");
        field("Who").fill(SCRIPT);
        field("Number").fill("9800000001");
        press("Save");
        assertThat(inTable(SCRIPT)).isVisible();
        goTo("settings?tab=categories");
        press("New");
        field("Code").fill("scripted");
        field("Name in English").fill("<script>ran=1</script>");
        press("Save");
        assertThat(inTable("<script>ran=1</script>")).isVisible();
        goTo("prompts?search=" + java.net.URLEncoder.encode(SCRIPT, java.nio.charset.StandardCharsets.UTF_8));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.evaluate("window.ran")).isNull();
    }

    @Test
    void aLostLineSaysSoAndTheFormIsKept() {
        press("New session");
        field("Title").fill("Typed with care");
        page.context().setOffline(true);
        press("Put on the timetable");
        assertThat(window().getByText("The line can’t be reached.")).isVisible();
        page.context().setOffline(false);
        press("Put on the timetable");
        assertThat(inTable("Typed with care")).isVisible();
        forgive("ERR_INTERNET_DISCONNECTED");
    }

    @Test
    void thePolicyLetsNoForeignScriptIn() {
        page.evaluate("""
                () => { const script = document.createElement('script'); script.textContent = 'window.ran = 1';
                        document.body.append(script); }""");
        assertThat(page.evaluate("window.ran")).isNull();
        forgive("Content Security Policy");
    }
}
