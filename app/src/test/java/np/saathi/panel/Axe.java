package np.saathi.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/**
 * All rules of axe-core, in the page itself. Its {@link AxeBuilder} does the same in eight times the time: it opens another
 * page at each run, for frames that we don't have, and brings over whatever passed.
 */
final class Axe {
    private static final String RULES = read();

    private Axe() {}

    /** @return a rule and the elements that break it, for each that is broken */
    static List<?> violations(Page page) {
        if (page.evaluate("typeof window.axe").equals("undefined")) {
            page.evaluate(RULES);
        }
        return (List<?>) page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                    .map(rule => `${rule.help}: ${rule.nodes.map(node => node.html).join(' ')}`)""");
    }

    private static String read() {
        try (InputStream rules = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(rules).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
