package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import np.saathi.dev.web.Client;

/** All pages in both languages, on a desk's screen and on a small phone: within reach of everybody, and none too wide. */
@SecondLane
class EveryPageTests extends InTheBrowser {
    private static final int MOST_TABS = 400;
    private static final Pattern FOR_MACHINES = Pattern
            .compile("\\b(true|false|undefined|null|NaN)\\b|\\[object |(?<!/)\\{\\w+}");

    @Test
    void adminsPagesAreForAll() {
        Client admin = clients.admin();
        everywhere(admin, "ADMIN", Map.of("volunteer", "volunteer?id=" + muchGoesOn(admin).client().id()));
    }

    /** A volunteer who reported of a session that she was not well. */
    private record Devi(Client client, long session) {}

    /** A bit of all that there is. */
    private Devi muchGoesOn(Client admin) {
        Client devi = clients.volunteer();
        clients.caller();
        clients.stranger().post("/signup", """
                {"role": "CMHV", "language": "ne", "password": "a password for tests"}""");
        admin.post("/admin/duty", """
                {"label": "Sita", "number": "9800000001", "position": 1, "times": "18:00-22:00"}""");
        admin.post("/sessions", """
                {"category": "stress", "language": "ne", "title": "Evening circle", "durationMinutes": 60,
                 "startsAt": "%s"}""".formatted(Instant.now().plusSeconds(90_000)));
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        rows.update("""
                INSERT INTO alert (version, cause, kind, state, category, language, raised_at, ring_at, taken_by)
                VALUES (0, 'a', 'NO_HOST', 'TAKEN', 'stress', 'ne', NOW(), NOW(), 'Sita'),
                       (0, 'b', 'MESSAGE_UNHEARD', 'UNANSWERED', NULL, 'ne', NOW(), NOW(), NULL),
                       (0, 'c', 'DANGER', 'OPEN', 'stress', 'ne', NOW(), NOW(), NULL)""");
        rows.update("""
                INSERT INTO room_flag (session_id, kind, times, raised_at, last_at)
                SELECT id, 'SOMEBODY', 2, NOW(), NOW() FROM peer_session LIMIT 1""");
        long held = held(devi);
        assertThat(devi.post("/cmhv/report", """
                {"sessionId": %d, "risk": 3, "followUp": true, "topics": ["family"], "notes": "Quiet today.",
                 "wellbeing": 1}""".formatted(held))).hasStatus(201);
        return new Devi(devi, held);
    }

    @Test
    void volunteersPagesAreForAll() {
        Client devi = clients.volunteer();
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        long open = planned(devi, Duration.ofHours(25));
        rows.update("UPDATE peer_session SET state = 'LIVE', live_since = NOW()");
        planned(devi, Duration.ofHours(50));
        everywhere(devi, "CMHV", Map.of("room", "room?session=" + open));
    }

    @Test
    void comingInIsForAll() {
        for (String language : List.of("en", "ne")) {
            open(language, 360, 740);
            page.navigate("/panel/");
            settled();
            isReadable("sign-in " + language);
            isWithinReachOfAll("sign-in " + language);
        }
    }

    @Test
    void windowsAreForAll() {
        Client admin = clients.admin();
        Devi devi = muchGoesOn(admin);
        for (int width : new int[]{1280, 360}) {
            open("en", width, 800);
            signIn(admin);
            window("sessions", "New session");
            window("training", "New material");
            window("volunteers", "Change");
            window("volunteers?tab=reports", "Read");
            window("volunteer?id=" + devi.client().id(), "Change");
            window("duty", "New duty phone");
            window("duty", "New helpline");
            window("callers", "Ban");
            window("prompts", "Replace");
            window("prompts", "Decide");
            window("settings?tab=categories", "New");
        }
        open("en", 360, 740);
        signIn(devi.client());
        window("reports", "Change");
        goTo("messages");
        press("Open");
        window("messages", "Answer");
    }

    private void window(String path, String button) {
        goTo(path);
        page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).last().click();
        window().locator("button").first().waitFor();
        settled();
        isReadable(path + ": " + button);
        if (page.viewportSize().width == 360) {
            isWithinReachOfAll(path + ": " + button);
        }
        page.keyboard().press("Escape");
        window().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void allIsWithinReachOfTheKeyboard() {
        Client admin = clients.admin();
        Devi devi = muchGoesOn(admin);
        signIn(admin);
        goToTheFirstPage();
        reachAll(pages("ADMIN"), Map.of("volunteer", "volunteer?id=" + devi.client().id()));
        open("en", 1280, 800);
        signIn(devi.client());
        goToTheFirstPage();
        reachAll(pages("CMHV"), Map.of("room", "room?session=" + devi.session()));
    }

    /** Whatever a mouse could press is come to by Tab. */
    private void reachAll(List<String> pages, Map<String, String> hidden) {
        page.evaluate("document.addEventListener('focusin', e => window.reached.add(e.target))");
        for (String path : pages) {
            goTo(hidden.getOrDefault(path, path));
            if (path.equals("room")) {
                page.locator("main a[href*='reports?session']").first().waitFor(); // told by its stream
            }
            page.evaluate("() => { window.reached = new Set(); document.activeElement.blur(); }");
            List<?> unreached = unreached();
            for (int tabs = 0; tabs < MOST_TABS && !unreached.isEmpty(); tabs += 20) {
                for (int one = 0; one < 20; one++) {
                    page.keyboard().press("Tab");
                }
                unreached = unreached();
            }
            // What a stream brings later than this look has not been tabbed to yet.
            assertThat(unreached).as(path + ": out of the keyboard's reach").isEmpty();
        }
    }

    private List<?> unreached() {
        return (List<?>) page.evaluate(
                """
                () => [...document.querySelectorAll('a[href], button, input, select, textarea, audio[controls], summary')]
                    .filter(one => !one.disabled && one.offsetParent && !window.reached.has(one)).map(one => one.outerHTML)""");
    }

    private void everywhere(Client who, String role, Map<String, String> hidden) {
        page.navigate("/panel/");
        assertThat(hidden).as("how pages are opened that stand in no menu")
                .containsOnlyKeys(hiddenPages(role).toArray(String[]::new));
        List<String> pages = pages(role);
        for (String language : List.of("en", "ne")) {
            for (int width : new int[]{1280, 360}) {
                open(language, width, 800);
                signIn(who);
                for (String name : pages) {
                    goTo(hidden.getOrDefault(name, name));
                    check(language);
                    if (width == 360 && language.equals("ne") && (name.equals("sessions") || name.equals("messages"))) {
                        picture(name + "-on-a-phone");
                    }
                    Locator views = page.locator("main .tab, main .view");
                    for (int view = 1; view < views.count(); view++) {
                        views.nth(view).click();
                        settled();
                        check(language);
                    }
                }
            }
        }
    }

    /**
     * The rules of axe are asked once for each page in each language, and once for each width: English on a desk's
     * screen, Nepali on a phone.
     */
    private void check(String language) {
        int width = page.viewportSize().width;
        String where = "%s %s %d".formatted(page.url(), language, width);
        isReadable(where);
        if (language.equals("en") == (width == 1280)) {
            isWithinReachOfAll(where);
        }
    }

    private void isWithinReachOfAll(String where) {
        assertThat(Axe.violations(page)).as(where).isEmpty();
    }

    private void isReadable(String where) {
        assertThat(page.innerText("body")).as(where + " shows what is for machines")
                .doesNotContainPattern(FOR_MACHINES);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(where + " is too wide")
                .isEqualTo(0);
    }
}
