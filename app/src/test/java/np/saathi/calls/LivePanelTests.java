package np.saathi.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

import np.saathi.account.AccountId;
import np.saathi.account.Password;
import np.saathi.dev.browser.Chromium;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.process.Ports;
import np.saathi.dev.pstn.Phone;
import np.saathi.dev.simulator.Simulator;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;

/** Real callers in a real room, watched and moderated from a real browser. */
@CallTests
class LivePanelTests {
    private static final int BIKASHS_VOICE = 640;
    /** The trunk is asked every 20 s, and waited for 3 s. */
    private static final Duration BACK = Duration.ofSeconds(60);
    private static Chromium chromium;
    private final TestLine line;

    LivePanelTests(TestLine line) {
        this.line = line;
    }

    @BeforeAll
    static void openTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void anAdminSeesTwoCallersComeLiveMutesOneAndRemovesThem() {
        line.group(ENGLISH, 8);
        try (BrowserContext browser = browser(1280)) {
            Page page = signedIn(browser, line.people().adminId(), line.people().adminPassword());
            page.navigate("/panel/#/now");
            try (Phone bikash = line.callerInTheGroup(ENGLISH); Phone chandra = line.callerInTheGroup(ENGLISH)) {
                assertThat(seat(page, 1)).containsText("waits for");
                try (Phone ekta = line.hostInTheRoom(line.people().ekta())) {
                    bikash.speaks(BIKASHS_VOICE);
                    ekta.heard().awaitTone(BIKASHS_VOICE, SOON);
                    assertThat(seat(page, 1)).containsText("talks");
                    assertThat(seat(page, 2)).containsText("listens");
                    page.screenshot(new Page.ScreenshotOptions().setPath(picture("now")));
                    seat(page, 1).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mute")).click();
                    assertThat(seat(page, 1)).containsText("muted by a host");
                    bikash.heard().awaitPrompt("room.muted.host", "en", SOON);
                    ekta.heard().awaitNoTone(BIKASHS_VOICE, SOON);
                    seat(page, 1).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
                    pressInWindow(page, "Remove");
                    bikash.heard().awaitPrompt("room.removed", "en", SOON);
                    assertThat(seat(page, 1)).hasCount(0);
                    chandra.hangsUp();
                    assertThat(seat(page, 2)).hasCount(0);
                }
            }
        }
    }

    @Test
    void whileTheExchangeIsStoppedThePageSaysSoStaysOfUseAndThenGoesOn() {
        try (BrowserContext browser = browser(1280)) {
            Page page = signedIn(browser, line.people().adminId(), line.people().adminPassword());
            page.navigate("/panel/#/now");
            assertThat(part(page, "Exchange")).containsText("works");
            try {
                line.services().asterisk().process().stop();
                assertThat(page.getByText("The exchange can’t be reached.")).isVisible(soon());
                assertThat(part(page, "Exchange")).containsText("away");
                assertThat(part(page, "Way to the telephone network")).hasCount(0);
                page.navigate("/panel/#/sessions?view=list");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New session")).click();
                page.getByLabel("Title").fill("Planned without the exchange");
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on the timetable")).click();
                assertThat(page.getByText("Planned without the exchange").first()).isVisible();
                page.navigate("/panel/#/now");
            } finally {
                line.services().asterisk().restart();
            }
            assertThat(part(page, "Exchange")).containsText("works", within(BACK));
            assertThat(page.getByText("The exchange can’t be reached.")).hasCount(0);
        }
    }

    @Test
    void thePageTellsTheTrunkAsItIs() {
        try (BrowserContext browser = browser(1280)) {
            Page page = signedIn(browser, line.people().adminId(), line.people().adminPassword());
            page.navigate("/panel/#/now");
            assertThat(page.getByText("Calls: 0 of 60")).isVisible();
            assertThat(part(page, "Way to the telephone network")).containsText("works", within(BACK));
            try (Phone _ = line.returningCaller(ENGLISH); Phone _ = line.returningCaller(ENGLISH)) {
                assertThat(page.getByText("Calls: 2 of 60 · 2 more are kept for the crisis path")).isVisible();
            }
            try {
                line.exchange().process().freeze();
                assertThat(part(page, "Way to the telephone network")).containsText("away", within(BACK));
                assertThat(page.getByText("The telephone network does not answer")).isVisible();
            } finally {
                line.exchange().process().thaw();
            }
            assertThat(part(page, "Way to the telephone network")).containsText("works", within(BACK));
        }
    }

    private static Locator part(Page page, String name) {
        return page.locator(".health li").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static LocatorAssertions.ContainsTextOptions within(Duration time) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(MachineSpeed.stretched(time).toMillis());
    }

    @Test
    void aHostFollowsTheirOwnRoomOnASmallPhoneAndEndsIt() {
        Group group = line.group(ENGLISH, 8);
        try (Phone bikash = line.callerInTheGroup(ENGLISH);
                Phone ekta = line.hostInTheRoom(line.people().ekta());
                BrowserContext browser = browser(360)) {
            Page page = signedIn(browser, line.people().ekta().id(), line.people().ekta().password());
            page.navigate("/panel/#/my-sessions");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the room")).first().click();
            assertThat(seat(page, 1)).containsText("listens");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture("room")));
            press(page, "Lock");
            assertThat(page.locator(".room-head .tag").getByText("locked")).isVisible();
            press(page, "Unlock");
            assertThat(page.locator(".room-head .tag").getByText("locked")).hasCount(0);
            press(page, "10 minutes more (3 left)");
            assertThat(page.getByText("10 minutes more (2 left)")).isVisible();
            press(page, "End the session");
            pressInWindow(page, "End the session");
            bikash.heard().awaitPrompt("room.ended", "en", SOON);
            assertThat(page.getByText("This session is over.")).isVisible();
            Eventually.is(() -> group.state() == np.saathi.session.SessionState.ENDED);
        }
    }

    @Test
    void aNewcomerCallsFromTheSimulatorsPage() {
        PromptCatalog prompts = line.app().bean(PromptCatalog.class);
        try (Simulator simulator = new Simulator(Ports.free(), line.exchange(),
                line.services().prompts(),
                (key, language) -> prompts.text(new Spoken(List.of(key)), new Language(language)),
                Map.of("caller.number", TestLine.CALLER_NUMBER, "volunteer.number", TestLine.VOLUNTEER_NUMBER,
                        "volunteer.id", "111111", "volunteer.pin", "2222"));
                BrowserContext browser = chromium.window(new Browser.NewContextOptions())) {
            Page page = browser.newPage();
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    complaints.add(said.text());
                }
            });
            page.navigate(simulator.url());
            Locator caller = page.getByRole(AriaRole.REGION,
                    new Page.GetByRoleOptions().setName("The caller's telephone"));
            caller.locator(".from").fill(TestLine.newNumber());
            caller.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Call").setExact(true)).click();
            assertThat(caller.getByText("For English, press")).isVisible(soon());
            caller.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("2").setExact(true)).click();
            assertThat(caller.getByText("speak your heart")).isVisible(soon());
            isAtHand(caller);
            page.screenshot(new Page.ScreenshotOptions().setPath(picture("simulator")));
            caller.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hang up")).click();
            assertThat(caller.getByText("The call is over.")).isVisible(soon());
            page.setViewportSize(360, 740);
            caller.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Call").setExact(true)).click();
            assertThat(caller.getByText("For English, press")).isVisible(soon());
            isAtHand(caller);
            page.screenshot(new Page.ScreenshotOptions().setPath(picture("simulator-on-a-phone")));
            assertThat(complaints).isEmpty();
        }
    }

    /** The whole number, what is said, and all keys are seen at once. */
    private static void isAtHand(Locator phone) {
        assertThat(phone.locator(".from").evaluate("field => field.scrollWidth - field.clientWidth")).isEqualTo(0);
        LocatorAssertions.IsInViewportOptions whole = new LocatorAssertions.IsInViewportOptions().setRatio(0.99);
        assertThat(phone.locator(".heard")).isInViewport(whole);
        assertThat(phone.locator(".keypad")).isInViewport(whole);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void pressInWindow(Page page, String button) {
        page.locator("dialog[open]").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions()
                .setTimeout(MachineSpeed.stretched(SOON.multipliedBy(3)).toMillis());
    }

    private BrowserContext browser(int width) {
        BrowserContext context = chromium.window(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + line.services().http()).setViewportSize(width, 800));
        context.addInitScript("localStorage.setItem('saathi.language', 'en');"
                + "localStorage.setItem('saathi.signed-in', '1')");
        return context;
    }

    private static Page signedIn(BrowserContext browser, AccountId id, Password password) {
        browser.request().post("/login",
                RequestOptions.create().setData(Map.of("id", id.value(), "password", password.text())));
        Page page = browser.newPage();
        page.navigate("/panel/");
        page.locator("main h1").waitFor();
        return page;
    }

    private static Locator seat(Page page, int seat) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Seat " + seat));
    }

    private static Path picture(String name) {
        return Path.of(System.getProperty("saathi.screenshots", "target/screenshots"), name + ".png");
    }
}
