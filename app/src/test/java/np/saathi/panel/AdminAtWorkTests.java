package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import np.saathi.caller.Callers;
import np.saathi.dev.web.Client;
import np.saathi.prompt.Language;
import np.saathi.prompt.speech.Tones;
import np.saathi.telephony.PhoneNumber;

/** What an admin does all day, on the pages of the panel. */
class AdminAtWorkTests extends InTheBrowser {
    @Autowired
    Callers callers;
    private Client admin;

    @BeforeEach
    void anAdminIsIn() {
        admin = clients.admin();
        signIn(admin);
    }

    @Test
    void whoSignedUpIsApproved() {
        clients.stranger().post("/signup", """
                {"role": "CMHV", "language": "ne", "category": "grief", "password": "a password for tests"}""");
        clients.volunteer();
        goTo("volunteers");
        press("Approve");
        assertThat(window().getByLabel("Grief")).isChecked();
        field("Training").selectOption("COACHED");
        pressInWindow("Approve");
        assertThat(text("Saved.")).isVisible();
        assertThat(page.getByText("Waiting for approval")).hasCount(0);
        assertThat(inTable("Coached")).isVisible();
    }

    @Test
    void theDutyRosterIsEditedTestedAndADeletionUndone() {
        goTo("duty");
        press("New duty phone");
        field("Who").fill("Sita, in the evenings");
        field("Number").fill("9800000001");
        field("Times").fill("18:00-22:00");
        press("Save");
        assertThat(inTable("18:00-22:00")).isVisible();
        press("Tested just now");
        assertThat(text("Noted as tested now.")).isVisible();
        assertThat(page.locator("tbody").getByText("never tested")).hasCount(0);
        picture("duty");
        pressInTable("Delete");
        press("Delete");
        assertThat(text("Nobody is on the roster")).isVisible();
        press("Undo");
        assertThat(inTable("Sita, in the evenings")).isVisible();
    }

    @Test
    void aBanIsMadeReviewedAndLifted() {
        callers.remember(PhoneNumber.parse("+9779841000001").orElseThrow(), Language.ENGLISH);
        goTo("callers");
        pressInTable("Ban");
        field("Reason").selectOption("THREATS");
        pressInWindow("Ban");
        assertThat(inTable("Threats")).isVisible();
        pressInTable("Review");
        field("Days").fill("14");
        press("Reviewed");
        assertThat(text("Saved.")).isVisible();
        pressInTable("Lift ban");
        pressInWindow("Lift ban");
        assertThat(text("No ban holds.")).isVisible();
    }

    @Test
    void materialIsUploadedLookedAtAndPublished() throws IOException {
        goTo("training");
        press("New material");
        page.setInputFiles("dialog input[type=file]", new FilePayload("Breathing slowly.wav", "audio/wav",
                Tones.file(2, 0.2, 16_000, 1)));
        assertThat(field("Title")).hasValue("Breathing slowly");
        press("Upload");
        assertThat(text("Uploaded. It is not published yet.")).isVisible();
        assertThat(page.locator("tbody audio")).isVisible();
        pressInTable("Publish");
        assertThat(page.locator("tbody .tag-good")).hasText("Published");
        picture("training");
    }

    @Test
    void aFileIsDroppedOnTheWindow() {
        goTo("training");
        press("New material");
        page.locator("dialog .drop").evaluate(
                """
                place => { const dragged = new DataTransfer();
                    dragged.items.add(new File(['%PDF-1.4'], 'How to listen.pdf', { type: 'application/pdf' }));
                    for (const type of ['dragover', 'drop'])
                        place.dispatchEvent(new DragEvent(type, { dataTransfer: dragged, bubbles: true, cancelable: true })); }""");
        assertThat(window().getByText("Chosen: How to listen.pdf")).isVisible();
        assertThat(field("Title")).hasValue("How to listen");
        press("Upload");
        assertThat(inTable("How to listen")).isVisible();
    }

    @Test
    void aBrokenUploadSaysSoAndCanBeRepeated() throws IOException {
        goTo("training");
        press("New material");
        page.setInputFiles("dialog input[type=file]", new FilePayload("Breathing slowly.wav", "audio/wav",
                Tones.file(1, 0.2, 16_000, 1)));
        page.route("**/admin/training", route -> route.abort("connectionreset"),
                new Page.RouteOptions().setTimes(1));
        press("Upload");
        assertThat(window().getByText("The upload broke off.")).isVisible();
        assertThat(field("Title")).hasValue("Breathing slowly");
        press("Try again");
        assertThat(text("Uploaded. It is not published yet.")).isVisible();
        forgive("ERR_CONNECTION_RESET");
    }

    @Test
    void aSentenceIsReplacedReviewedAndBroughtBack() throws IOException {
        goTo("prompts?language=en&search=rating.thanks");
        picture("sentences");
        press("Replace");
        page.setInputFiles("dialog input[type=file]", new FilePayload("thanks.wav", "audio/wav",
                Tones.file(1, 0.2, 16_000, 1)));
        pressInWindow("Replace");
        assertThat(page.locator("article .tag").getByText("Replaced here")).isVisible();
        assertThat(page.locator("article audio")).isVisible();
        press("Mark as reviewed");
        assertThat(page.locator("article .tag").getByText("Reviewed")).isVisible();
        press("Back to before");
        assertThat(page.locator("article .tag").getByText("A machine’s voice")).isVisible();
    }

    @Test
    void figuresAreReadAsChartsAsATableAndAsCsv() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Kathmandu"));
        for (int back = 1; back <= 12; back++) {
            rows.update("""
                    INSERT INTO figures (category, language, ripe_on, size, abandoned, wait_5, wait_30, wait_60, rating_3,
                                         rating_4, rating_5, seat_minutes, offered_minutes)
                    VALUES ('stress', 'ne', '%s', %d, 5, 10, %d, 5, %d, 10, 10, %d, 500)"""
                    .formatted(today.minusDays(back), 20 + back * 7 % 30, back * 5 % 20, back * 5 % 25,
                            200 + back * 35 % 150));
            rows.update("""
                    INSERT INTO figures (category, language, ripe_on, size, callers, crisis_duty, crisis_helpline)
                    VALUES ('', '', '%s', %d, %d, 5, %d)"""
                    .formatted(today.minusDays(back), 20 + back * 7 % 30, 15 + back * 5 % 20, back * 5 % 15));
        }
        goTo("analytics");
        assertThat(page.locator(".chart canvas")).hasCount(6);
        assertThat(page.locator("tbody tr")).hasCount(12);
        page.waitForFunction("() => window.Chart && Object.keys(window.Chart.instances).length === 6");
        picture("figures");
        Download csv = page.waitForDownload(() -> page.getByText("CSV").first().click());
        assertThat(Files.readString(Path.of(csv.path().toString()))).startsWith("period,from,to,")
                .contains("," + (20 + 7) + ",");
    }

    @Test
    void aChartOfWhatCantBeToldYetSaysSo() {
        rows.update("INSERT INTO figures (category, language, ripe_on, size) VALUES ('stress', 'ne', '%s', 20)"
                .formatted(LocalDate.now(ZoneId.of("Asia/Kathmandu")).minusDays(1)));
        goTo("analytics");
        Locator rating = page.locator(".chart")
                .filter(new Locator.FilterOptions().setHas(page.getByText("Rating (1–5)")));
        assertThat(rating).containsText("Nothing to tell of these days yet.");
        assertThat(rating.locator("canvas")).hasCount(0);
    }

    @Test
    void anAlertIsSeenToAndTakenBackAndMessagesWaitWithoutTheirWords() {
        rows.update("""
                INSERT INTO alert (version, cause, kind, state, category, language, raised_at, ring_at)
                VALUES (0, 'a', 'MESSAGE_UNHEARD', 'UNANSWERED', 'stress', 'ne', NOW(), NOW())""");
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        goTo("flags");
        assertThat(inTable("A message is unheard")).isVisible();
        picture("alerts");
        pressInTable("I have looked at it");
        assertThat(page.locator("tbody .tag").getByText("Looked at")).isVisible();
        press("Undo");
        assertThat(page.locator("tbody .tag").getByText("To be looked at")).isVisible();
        press("Waiting messages");
        assertThat(inTable("Written")).isVisible();
        assertThat(page.getByText("I can not sleep")).hasCount(0);
    }

    @Test
    void settingsHoldAndAreWrittenDown() {
        goTo("settings");
        field("Open on Sunday").fill("06:00-08:00, 18:00-22:00");
        field("Holidays").fill("2026-10-21 Dashain");
        press("Save");
        assertThat(text("Saved.")).isVisible();
        page.reload();
        settled();
        assertThat(field("Open on Sunday")).hasValue("06:00-08:00, 18:00-22:00");
        assertThat(field("Holidays")).hasValue("2026-10-21 Dashain");
        picture("settings");
        goTo("audit");
        assertThat(inTable("/admin/settings")).isVisible();
    }
}
