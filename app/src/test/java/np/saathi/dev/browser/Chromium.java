package np.saathi.dev.browser;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import np.saathi.dev.process.MachineSpeed;

/**
 * A real browser without a screen, led by Playwright. Its profile is a directory of its own that ends with it, and it is
 * led through a pipe, so that any number of them run beside each other.
 */
public final class Chromium implements AutoCloseable {
    /** It looks for nobody outside this machine; a microphone hears a test tone. */
    private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    private final Playwright playwright;
    private final Browser browser;

    /** Fetches it where it is not installed. */
    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(patience().toMillis());
        ChromiumInstall chromium = ChromiumInstall.get();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        environment.putAll(chromium.environment());
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.program())
                .setEnv(environment).setChromiumSandbox(false).setArgs(FLAGS)
                .setTimeout(patience().multipliedBy(3).toMillis()));
    }

    /**
     * How long anything in a browser is waited for: what a page shows in the end, a button that can be pressed. It is
     * used up by failures only, stretches with the machine, and is asked for here by all who wait.
     */
    public static Duration patience() {
        return MachineSpeed.stretched(Duration.ofSeconds(20));
    }

    /** A window of its own, a stranger to all others. */
    public BrowserContext window(Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options);
        window.setDefaultTimeout(patience().toMillis());
        return window;
    }

    /** Whether it has not crashed. */
    public boolean isUp() {
        return browser.isConnected();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
