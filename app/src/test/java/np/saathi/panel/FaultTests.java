package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
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
        Client other = clients.admin();
        plan("As it was");
        pressInTable("Change");
        field("Title").fill("Mine");
        meanwhile(other, () -> rename("As it was", "Theirs"));
        press("Save");
        assertThat(window().getByText("Somebody else changed this meanwhile")).isVisible();
        assertThat(window().locator("tbody td").first()).hasText("Mine");
        assertThat(window().locator("tbody td").last()).hasText("Theirs");
        picture("two-versions");
        press("Save mine over theirs");
        assertThat(inTable("Mine")).isVisible();
        meanwhile(other, () -> {
            goTo("sessions?view=list");
            assertThat(inTable("Mine")).isVisible();
        });
    }

    @Test
    void theirVersionCanBeTakenIntoTheForm() {
        plan("As it was");
        pressInTable("Change");
        field("Title").fill("Mine");
        meanwhile(clients.admin(), () -> rename("As it was", "Theirs"));
        press("Save");
        press("Take theirs into the form");
        assertThat(field("Title")).hasValue("Theirs");
        field("Title").fill("Both of us");
        press("Save");
        assertThat(inTable("Both of us")).isVisible();
    }

    @Test
    void whoseVersionIsOvertakenTwiceSeesTheNewestOne() {
        plan("As it was");
        pressInTable("Change");
        field("Title").fill("Mine");
        meanwhile(clients.admin(), () -> rename("As it was", "Theirs"));
        press("Save");
        assertThat(window().locator("tbody td").last()).hasText("Theirs");
        meanwhile(clients.admin(), () -> rename("Theirs", "A third one's"));
        press("Save mine over theirs");
        assertThat(window().locator("tbody td").last()).hasText("A third one's");
        press("Save mine over theirs");
        assertThat(inTable("Mine")).isVisible();
    }

    @Test
    void whatSomebodyElseWithdrewMeanwhileIsNotSavedAndSaysSo() {
        plan("As it was");
        pressInTable("Change");
        field("Title").fill("Mine");
        meanwhile(clients.admin(), () -> {
            goTo("sessions?view=list");
            pressInTable("Withdraw");
            pressInWindow("Withdraw");
            assertThat(text("The session is withdrawn.")).isVisible();
        });
        press("Save");
        press("Save mine over theirs");
        assertThat(window().getByText("The session is over.")).isVisible();
        assertThat(field("Title")).hasValue("Mine");
    }

    private void plan(String title) {
        press("New session");
        field("Title").fill(title);
        press("Put on the timetable");
        assertThat(inTable(title)).isVisible();
    }

    private void rename(String before, String title) {
        goTo("sessions?view=list");
        assertThat(inTable(before)).isVisible();
        pressInTable("Change");
        field("Title").fill(title);
        press("Save");
        assertThat(inTable(title)).isVisible();
    }

    @Test
    void aSessionWhoseAnswerWasLostIsPlannedOnce() {
        press("New session");
        field("Title").fill("Typed with care");
        answerIsLost("/sessions");
        press("Put on the timetable");
        assertThat(window().getByText("The line can’t be reached.")).isVisible();
        press("Put on the timetable");
        assertThat(inTable("Typed with care")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        forgive("ERR_CONNECTION_RESET");
    }

    @Test
    void whatIsChangedAfterALostAnswerIsPlannedToo() {
        press("New session");
        field("Title").fill("Typed with care");
        answerIsLost("/sessions");
        press("Put on the timetable");
        assertThat(window().getByText("The line can’t be reached.")).isVisible();
        field("Title").fill("Another one");
        press("Put on the timetable");
        assertThat(inTable("Another one")).isVisible();
        assertThat(inTable("Typed with care")).isVisible();
        forgive("ERR_CONNECTION_RESET");
    }

    @Test
    void materialWhoseAnswerWasLostIsUploadedOnce() {
        goTo("training");
        press("New material");
        page.setInputFiles("dialog input[type=file]", new FilePayload("Breathing.wav", "audio/wav", speech()));
        answerIsLost("/admin/training");
        press("Upload");
        assertThat(window().getByText("The upload broke off.")).isVisible();
        press("Try again");
        assertThat(inTable("Breathing")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        forgive("ERR_CONNECTION_RESET");
    }

    @Test
    void aReportAndAnAnswerToAMessageAreSentOnce() {
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        open("en", 1280, 800);
        signIn(devi());
        goTo("reports");
        press("New report");
        field("Notes").fill("Quiet today.");
        answerIsLost("/cmhv/report");
        press("File report");
        assertThat(window().getByText("The line can’t be reached.")).isVisible();
        press("File report");
        assertThat(inTable("Quiet today.")).isVisible();
        goTo("messages");
        press("Open");
        press("Answer");
        field("Your answer").fill("I hear you.");
        answerIsLost("/private-message");
        press("Send");
        assertThat(window().getByRole(AriaRole.ALERT)).isVisible();
        press("Send");
        assertThat(window()).hasCount(0);
        assertThat(page.locator("blockquote").getByText("I hear you.")).hasCount(1);
        forgive("ERR_CONNECTION_RESET");
    }

    /** The server does what it is asked next at this path; that it did is not told. */
    private void answerIsLost(String path) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.on("Fetch.requestPaused", request -> {
            JsonObject lost = new JsonObject();
            lost.add("requestId", request.get("requestId"));
            lost.addProperty("errorReason", "ConnectionReset");
            devTools.send("Fetch.failRequest", lost);
            devTools.send("Fetch.disable");
        });
        devTools.send("Fetch.enable", JsonParser.parseString("""
                {"patterns": [{"urlPattern": "*%s", "requestStage": "Response"}]}""".formatted(path))
                .getAsJsonObject());
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
        held(devi);
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
                field => { field.removeAttribute('maxlength'); field.value = 'क'.repeat(750_000);
                           field.dispatchEvent(new Event('input')); }""");
        press("Put on the timetable");
        assertThat(window().getByText("That is too much at once.")).isVisible();
        assertThat(field("Title").evaluate("field => field.value.length")).isEqualTo(750_000);
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
        List<Route> later = new ArrayList<>();
        page.route("**/admin/now/live", later::add);
        page.route("**/admin/now/live", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/event-stream").setBody("""
                        retry: 100
                        event: now
                        data: {"line": {}, "rooms": []}

                        """)), new Page.RouteOptions().setTimes(1));
        goTo("now");
        assertThat(text("The connection was lost at")).isVisible();
        page.waitForCondition(() -> !later.isEmpty());
        assertThat(text("The connection was lost at")).isVisible();
        later.forEach(Route::resume);
        assertThat(text("Kept up to date by itself.")).isVisible();
        assertThat(page.locator(".health").getByText("Database works")).isVisible();
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
