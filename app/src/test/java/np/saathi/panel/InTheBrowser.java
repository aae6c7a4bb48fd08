package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

import np.saathi.dev.Chromium;
import np.saathi.dev.Client;
import np.saathi.dev.Clients;
import np.saathi.dev.PanelTest;
import np.saathi.dev.Rows;

/**
 * A browser, opened anew for each test on a desk's screen and in English. What the browser complains of, a broken script,
 * a policy that was broken or a missing file, fails the test; that REST refuses something (4xx) does not.
 */
@PanelTest
abstract class InTheBrowser {
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";
    private static @Nullable Chromium chromium;

    @LocalServerPort
    int port;
    @Autowired
    Clients clients;
    @Autowired
    Rows rows;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private @Nullable BrowserContext context;
    @SuppressWarnings("NullAway.Init") // there is one as soon as a test begins
    Page page;

    @BeforeAll
    static void openTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openAPage() {
        rows.delete();
        open("en", 1280, 800);
    }

    /** Another browser window: strangers both, to the panel. */
    void open(String language, int width, int height) {
        close();
        context = Objects.requireNonNull(chromium).browser().newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port).setViewportSize(width, height).setAcceptDownloads(true));
        context.addInitScript("localStorage.getItem('saathi.language') || localStorage.setItem('saathi.language', '"
                + language + "')");
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") && !said.text().startsWith(REFUSED)) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.url().matches(".*/(panel|webjars)/.*")) {
                complaints.add(answer.status() + " " + answer.url());
            }
        });
    }

    /** What somebody else does in a browser of their own, while this one stays as it is. */
    void meanwhile(Client other, Runnable work) {
        BrowserContext mine = Objects.requireNonNull(context);
        Page here = page;
        context = null;
        open("en", 1280, 800);
        try {
            signIn(other);
            work.run();
        } finally {
            close();
            context = mine;
            page = here;
        }
    }

    @AfterEach
    void nothingToComplainOf() {
        close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private void close() {
        if (context != null) {
            context.close();
        }
    }

    /** What a test expects to be complained of, because it breaks something on purpose. */
    void forgive(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    /** Signs somebody in behind the page's back, and opens the panel. */
    void signIn(Client who) {
        signIn(who, "");
    }

    /** @param path of the page that is opened first */
    void signIn(Client who, String path) {
        BrowserContext here = Objects.requireNonNull(context);
        here.request().post("/login", RequestOptions.create()
                .setData(Map.of("id", who.id().value(), "password", Clients.PASSWORD.text())));
        here.addInitScript("localStorage.setItem('saathi.signed-in', '1')");
        page.navigate("/panel/" + (path.isEmpty() ? "" : "#/" + path));
        page.locator("#menu").waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
    }

    /** Ends their session on the server's side, as time does. */
    void signedOutByTime() {
        Objects.requireNonNull(context).clearCookies(
                new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    }

    /** Opens a page of the menu and waits until it is there. */
    void goTo(String path) {
        page.navigate("/panel/#/" + path);
        page.locator("main[data-page='" + path.replaceFirst("\\?.*", "") + "']").waitFor();
        drawn();
    }

    /** Waits until what was just pressed shows, and nothing is on its way. */
    void drawn() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 50)))");
        settled();
    }

    /** All pages of a role, as the router knows them. */
    List<String> pages(String role) {
        return listed("one.roles.includes('%s')".formatted(role));
    }

    /** Of those the ones that stand in no menu: they need to be told what to show. */
    List<String> hiddenPages(String role) {
        return listed("one.hidden && one.roles.includes('%s')".formatted(role));
    }

    private List<String> listed(String which) {
        List<?> paths = (List<?>) page.evaluate("""
                async () => (await import('/panel/pages/index.js')).PAGES.filter(one => %s).map(one => one.path)"""
                .formatted(which));
        assertThat(paths).as("pages where " + which).isNotEmpty();
        return paths.stream().map(String::valueOf).toList();
    }

    /** Waits until the page has its name and nothing is on its way. */
    void settled() {
        page.locator("main h1").waitFor();
        page.locator(".loading, .fetching").first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED));
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).last().click();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).last();
    }

    Locator text(String words) {
        return page.getByText(words).last();
    }

    /** What stands in a list; the names of its buttons, which say the same to who can't see, don't count. */
    Locator inTable(String words) {
        return page.locator("tbody .cell").getByText(words).first();
    }

    /** A button of the first row that has it. */
    void pressInTable(String button) {
        page.locator("tbody").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).first()
                .click();
    }

    /** The last button of the window on top, which does what the window is for. */
    void pressInWindow(String button) {
        window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).last().click();
    }

    /** The window on top. */
    Locator window() {
        return page.locator("dialog[open]").last();
    }

    /** For the README where {@code -Dsaathi.screenshots=docs/screenshots} is told, else for who looks into target. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("saathi.screenshots", "target/screenshots"), name + ".png")));
    }
}
