package np.saathi.panel;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

import np.saathi.dev.browser.Chromium;

/** One browser for all classes of a {@link Lane}, since starting one takes as long as a test; it ends with the run. */
final class SharedChromium implements BeforeEachCallback {
    private @Nullable Running running;

    @Override
    public void beforeEach(ExtensionContext test) {
        running = test.getRoot().getStore(ExtensionContext.Namespace.create(SharedChromium.class))
                .computeIfAbsent(Lane.of(test.getRequiredTestClass()), _ -> new Running(), Running.class);
    }

    BrowserContext window(Browser.NewContextOptions options) {
        return Objects.requireNonNull(running).window(options);
    }

    /** Closed by JUnit with the store that it is in. */
    private static final class Running implements AutoCloseable {
        private Chromium chromium = new Chromium();

        /** One that has crashed has failed the test in which it did, and no other. */
        BrowserContext window(Browser.NewContextOptions options) {
            if (!chromium.isUp()) {
                chromium.close();
                chromium = new Chromium();
            }
            return chromium.window(options);
        }

        @Override
        public void close() {
            chromium.close();
        }
    }
}
