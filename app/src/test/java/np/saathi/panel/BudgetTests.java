package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;

import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Client;

/** What the first view costs who comes by a slow and dear line: bytes as they go over it, requests, time. */
@SecondLane
class BudgetTests extends InTheBrowser {
    private static final int MOST_BYTES = 300_000;
    private static final int MOST_REQUESTS = 60;
    /** On an idle machine it is well under one. */
    private static final Duration LONGEST = MachineSpeed.stretched(Duration.ofSeconds(5));
    private static final Duration LONGEST_ON_A_SLOW_PHONE = MachineSpeed.stretched(Duration.ofSeconds(15));
    /** What Google's measure of it (CLS) calls good. */
    private static final double MOST_JUMPS = 0.1;
    private static final String WATCH_JUMPS = """
            window.jumps = 0;
            new PerformanceObserver(list => list.getEntries().forEach(one => { window.jumps += one.value; }))
                .observe({ type: 'layout-shift', buffered: true });""";

    /** Whoever opens it straight away, in a browser that has seen nothing yet. */
    @Test
    void everyPageIsSmallAndNothingOnItJumps() {
        Client devi = clients.volunteer();
        aStrangersBrowser(clients.admin());
        pages("ADMIN").forEach(path -> isSmall(path.equals("volunteer") ? "volunteer?id=" + devi.id() : path));
        aStrangersBrowser(devi);
        pages("CMHV").forEach(this::isSmall);
    }

    /** It keeps nothing that it has fetched. */
    private void aStrangersBrowser(Client who) {
        open("ne", 360, 740);
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("Network.enable");
        devTools.send("Network.setCacheDisabled",
                JsonParser.parseString("{\"cacheDisabled\": true}").getAsJsonObject());
        page.addInitScript(WATCH_JUMPS);
        signIn(who);
        goToTheFirstPage();
    }

    private void isSmall(String path) {
        page.navigate("/panel/icon.svg"); // any other place, so that the panel begins anew
        goTo(path);
        List<?> cost = cost();
        assertThat((Integer) cost.get(0)).as(path + ": bytes").isBetween(50_000, MOST_BYTES);
        assertThat((Integer) cost.get(1)).as(path + ": requests").isLessThan(MOST_REQUESTS);
        assertThat(Duration.ofMillis((Integer) cost.get(2))).as(path + ": first view").isLessThan(LONGEST);
        assertThat(jumps()).as(path + ": layout jumps").isLessThan(MOST_JUMPS);
    }

    private List<?> cost() {
        return (List<?>) page.evaluate("""
                () => { const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                    return [all.reduce((sum, one) => sum + one.transferSize, 0), all.length,
                        Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)]; }""");
    }

    private double jumps() {
        return ((Number) page.evaluate("window.jumps")).doubleValue();
    }

    /** 1.6 Mbit/s, 150 ms there and back, a quarter of this machine's speed: a cheap phone far from the mast. */
    @Test
    void aSlowPhoneHasItsFirstViewSoonAndNothingJumps() {
        Client admin = clients.admin();
        open("ne", 360, 740);
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("Network.enable");
        devTools.send("Network.emulateNetworkConditions", conditions());
        JsonObject slower = new JsonObject();
        slower.addProperty("rate", 4);
        devTools.send("Emulation.setCPUThrottlingRate", slower);
        page.addInitScript(WATCH_JUMPS);
        signIn(admin);
        goToTheFirstPage();
        assertThat(Duration.ofMillis((Integer) page.evaluate("Math.round(performance.now())"))).as("whole page")
                .isLessThan(LONGEST_ON_A_SLOW_PHONE);
        assertThat(jumps()).as("layout jumps").isLessThan(MOST_JUMPS);
    }

    private static JsonObject conditions() {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 150);
        conditions.addProperty("downloadThroughput", 200_000);
        conditions.addProperty("uploadThroughput", 90_000);
        return conditions;
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
