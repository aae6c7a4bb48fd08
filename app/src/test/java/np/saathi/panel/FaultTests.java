package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.prompt.speech.Tones;

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
    void whoIsSignedOutBeforeAnUploadSignsInOverItAndItGoesOn() {
        goTo("training");
        press("New material");
        page.setInputFiles("dialog input[type=file]", new FilePayload("Breathing.wav", "audio/wav", speech()));
        field("Title").fill("Typed with care");
        signedOutByTime();
        press("Upload");
        assertThat(window().getByText("Please sign in again")).isVisible();
        window().getByLabel("Password").fill(Clients.PASSWORD.text());
        press("Sign in");
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
        goTo("settings?tab=languages");
        press("New");
        field("Code").fill("mai");
        field("Name").fill("<script>ran=1</script>");
        press("Save");
        assertThat(inTable("<script>ran=1</script>")).isVisible();
        goTo("duty");
        press("New test phone");
        field("Who").fill(SCRIPT);
        field("Number").fill("9800000002");
        press("Save");
        assertThat(page.locator("tbody .cell").getByText(SCRIPT)).hasCount(2);
        goTo("prompts?search=" + java.net.URLEncoder.encode(SCRIPT, java.nio.charset.StandardCharsets.UTF_8));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.evaluate("window.ran")).isNull();
    }

    @Test
    void scriptsOfAllWhoWriteAreText() {
        clients.caller().post("/private-message", "{\"text\": \"%s\"}".formatted(SCRIPT));
        goTo("settings");
        field("Holidays").fill("2026-10-21 " + SCRIPT);
        press("Save");
        assertThat(text("Saved.")).isVisible();
        goTo("prompts");
        press("Decide");
        field("Why").fill(SCRIPT);
        pressInWindow("Save");
        assertThat(window()).hasCount(0);
        goTo("training");
        press("New material");
        page.setInputFiles("dialog input[type=file]", new FilePayload("<b>speech.wav", "audio/wav", speech()));
        field("Title").fill(SCRIPT);
        press("Upload");
        assertThat(inTable(SCRIPT)).isVisible();
        open("en", 1280, 800);
        signIn(devi());
        goTo("messages");
        press("Open");
        assertThat(text(SCRIPT)).isVisible();
        press("Answer");
        field("Your answer").fill(SCRIPT);
        press("Send");
        assertThat(page.locator("blockquote").getByText(SCRIPT)).hasCount(2);
        goTo("reports");
        press("New report");
        field("Notes").fill(SCRIPT);
        press("File report");
        assertThat(inTable(SCRIPT)).isVisible();
        assertThat(page.evaluate("window.ran")).isNull();
        open("en", 1280, 800);
        signIn(admin);
        goTo("volunteers?tab=reports&waits=all");
        press("Read");
        assertThat(window().getByText(SCRIPT)).isVisible();
        assertThat(page.evaluate("window.ran")).isNull();
    }

    /** Devi, who has hosted one session. */
    private Client devi() {
        Client devi = clients.volunteer();
        admin.post("/sessions", """
                {"category": "stress", "language": "ne", "title": "Evening circle", "durationMinutes": 60,
                 "startsAt": "%s", "volunteers": ["%s"]}""".formatted(Instant.now().plusSeconds(90_000), devi.id()));
        rows.update("UPDATE peer_session SET state = 'ENDED', live_since = NOW()");
        return devi;
    }

    private static byte[] speech() {
        try {
            return Tones.file(1, 0.2, 16_000, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPasteOfMegabytesIsRefusedInWordsAndKept() {
        press("New session");
        field("Title").evaluate("""
                field => { field.removeAttribute('maxlength'); field.value = 'क'.repeat(1_700_000);
                           field.dispatchEvent(new Event('input')); }""");
        press("Put on the timetable");
        assertThat(window().getByText("That is too much at once.")).isVisible();
        assertThat(field("Title").evaluate("field => field.value.length")).isEqualTo(1_700_000);
        field("Title").fill("Typed with care");
        press("Put on the timetable");
        assertThat(inTable("Typed with care")).isVisible();
    }

    @Test
    void thePageSaysThatTheExchangeIsAwayAndStaysOfUse() {
        page.route("**/admin/now/live", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/event-stream").setBody("""
                        event: now
                        data: {"line": {"asterisk": "DOWN", "agi": "UP", "db": "UP", "prompts": "UP"}, "rooms": []}

                        """)));
        goTo("now");
        assertThat(text("The exchange can’t be reached.")).isVisible();
        assertThat(page.locator(".health").getByText("away")).hasCount(1);
        goTo("sessions?view=list");
        press("New session");
        field("Title").fill("Planned all the same");
        press("Put on the timetable");
        assertThat(inTable("Planned all the same")).isVisible();
    }

    @Test
    void aLostLineSaysSoAndTheFormIsKept() {
        press("New session");
        field("Title").fill("Typed with care");
        page.context().setOffline(true);
        assertThat(page.getByText("No connection. What you typed stays here")).isVisible();
        press("Put on the timetable");
        assertThat(window().getByText("The line can’t be reached.")).isVisible();
        page.context().setOffline(false);
        press("Put on the timetable");
        assertThat(inTable("Typed with care")).isVisible();
        forgive("ERR_INTERNET_DISCONNECTED");
    }

    @Test
    void aLostStreamSaysSoAndComesBackByItself() {
        page.route("**/admin/now/live", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/event-stream").setBody("""
                        event: now
                        data: {"line": {}, "rooms": []}

                        """)), new Page.RouteOptions().setTimes(1));
        goTo("now");
        assertThat(text("The connection was lost at")).isVisible();
        assertThat(text("Kept up to date by itself.")).isVisible();
        assertThat(page.locator(".health").getByText("Database")).isVisible();
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
