package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.PanelTest;

/**
 * A browser window, opened anew for each test on a desk's screen and in English. What the browser complains of, a broken script,
 * a policy that was broken or a missing file, fails the test; that REST refuses something (4xx) does not.
 */
@PanelTest
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = Lane.class)
abstract class InTheBrowser {
    private static final String BEFORE_ANY_PAGE = script("/panel/before-any-page.js");
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";
    private static final Pattern OF_THE_PANEL = Pattern.compile("https?://[^/]+/(panel|webjars)/.*");

    @RegisterExtension
    final SharedChromium chromium = new SharedChromium();
    /** What a page showed when its test failed, beside the failure. */
    @RegisterExtension
    final AfterTestExecutionCallback lastSight = test -> test.getExecutionException()
            .ifPresent(_ -> show(Path.of("target/screenshots",
                    "failed-" + test.getRequiredTestClass().getSimpleName() + "-"
                            + test.getRequiredTestMethod().getName()
                            + ".png")));

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

    @BeforeEach
    void openAPage() {
        rows.delete();
        open("en", 1280, 800);
    }

    /** Another browser window: strangers both, to the panel. */
    void open(String language, int width, int height) {
        close();
        context = chromium.window(new Browser.NewContextOptions().setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(width, height).setAcceptDownloads(true));
        context.addInitScript("localStorage.getItem('saathi.language') || localStorage.setItem('saathi.language', '"
                + language + "')");
        context.addInitScript(BEFORE_ANY_PAGE);
        page = context.newPage();
        page.onConsoleMessage(said -> {
            boolean refused = said.text().startsWith(REFUSED) && !OF_THE_PANEL.matcher(said.location()).matches();
            if (said.type().equals("error") && !refused) {
                complaints.add(said.text() + " (" + said.location() + ")");
            }
        });
        page.onPageError(complaints::add);
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

    /** Signs somebody in behind the page's back; the page that is opened next knows them. */
    void signIn(Client who) {
        BrowserContext here = Objects.requireNonNull(context);
        APIResponse answer = here.request().post("/login", RequestOptions.create()
                .setData(Map.of("id", who.id().value(), "password", Clients.PASSWORD.text())));
        assertThat(answer.status()).as("signing in").isEqualTo(200);
        here.addInitScript("localStorage.setItem('saathi.signed-in', '1')");
    }

    /** A session that somebody is to host, some time from now. @return its id */
    long planned(Client host, Duration until) {
        MvcTestResult planned = clients.admin().post("/sessions", """
                {"category": "stress", "language": "ne", "title": "Evening circle", "durationMinutes": 60,
                 "startsAt": "%s", "volunteers": ["%s"]}""".formatted(Instant.now().plus(until), host.id()));
        assertThat(planned).hasStatus(201);
        return Long.parseLong(Client.text(planned, "$.id"));
    }

    /** A session that somebody has hosted. @return its id */
    long held(Client host) {
        long session = planned(host, Duration.ofHours(50));
        rows.update("UPDATE peer_session SET state = 'ENDED', live_since = NOW() WHERE id = " + session);
        return session;
    }

    /** Ends their session on the server's side, as time does. */
    void signedOutByTime() {
        Objects.requireNonNull(context).clearCookies(
                new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    }

    /** Opens the panel without asking for a page of it. */
    void goToTheFirstPage() {
        page.navigate("/panel/");
        page.locator("main[data-page]").waitFor();
        settled();
    }

    /** Opens a page of the panel and waits until it is there, with all that it shows. */
    void goTo(String path) {
        page.navigate("/panel/#/" + path);
        page.evaluate("window.letNotesVanish()");
        page.locator("main[data-page='" + path.replaceFirst("\\?.*", "") + "']").waitFor();
        settled();
    }

    /** Waits until the page has its name, shows what was just asked for, and nothing is on its way. */
    void settled() {
        try {
            page.waitForFunction("() => window.onItsWay().length === 0");
        } catch (TimeoutError e) {
            throw new AssertionError(page.url() + " still waits for " + page.evaluate("window.onItsWay()"), e);
        }
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

    /** For the documents, where {@code -Dsaathi.screenshots=docs/screenshots} is told. */
    void picture(String name) {
        String place = System.getProperty("saathi.screenshots", "");
        if (!place.isEmpty()) {
            show(Path.of(place, name + ".png"));
        }
    }

    private void show(Path picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }

    private static String script(String resource) {
        try (InputStream script = InTheBrowser.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
