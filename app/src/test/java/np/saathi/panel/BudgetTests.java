package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.dev.Client;

/** What the first view costs who comes by a slow and dear line: bytes as they go over it, requests, time. */
class BudgetTests extends InTheBrowser {
    private static final int MOST_BYTES = 300_000;
    private static final int MOST_REQUESTS = 60;
    /** On a machine that does much else meanwhile; alone it is well under one. */
    private static final int MOST_MILLISECONDS = 5_000;

    @Test
    void theFirstViewIsSmall() {
        Client admin = clients.admin();
        signIn(admin);
        settled();
        List<?> cost = (List<?>) page.evaluate("""
                () => { const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                    return [all.reduce((sum, one) => sum + one.transferSize, 0), all.length,
                        Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)]; }""");
        assertThat((Integer) cost.get(0)).as("bytes").isBetween(50_000, MOST_BYTES);
        assertThat((Integer) cost.get(1)).as("requests").isLessThan(MOST_REQUESTS);
        assertThat((Integer) cost.get(2)).as("first view, in milliseconds").isLessThan(MOST_MILLISECONDS);
    }

    @Test
    void librariesAreKeptAndOurOwnFilesAskedFor() {
        Client stranger = clients.stranger();
        assertThat(stranger.get("/webjars/vue/dist/vue.runtime.esm-browser.prod.js").getResponse()
                .getHeader("Cache-Control")).contains("max-age=86400");
        assertThat(stranger.get("/panel/app.js").getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
        String policy = stranger.get("/panel/index.html").getResponse().getHeader("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
        assertThat(Set.of(String.valueOf(policy).split("; ", -1))).contains("script-src 'self'", "style-src 'self'",
                "frame-ancestors 'none'");
    }
}
