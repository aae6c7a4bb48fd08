package np.saathi.dev;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** A real browser without a screen, led by Playwright. */
public final class Chromium implements AutoCloseable {
    /** It looks for nobody outside this machine; a microphone hears a test tone. */
    private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    private final Playwright playwright;
    private final Browser browser;

    /** What a page shows in the end; a shared machine may be slow. */
    private static final double SOON_MILLIS = 20_000;

    /** Fetches it where it is not installed. */
    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MILLIS);
        ChromiumInstall chromium = ChromiumInstall.get();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        environment.putAll(chromium.environment());
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.program())
                .setEnv(environment).setChromiumSandbox(false).setArgs(FLAGS));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
