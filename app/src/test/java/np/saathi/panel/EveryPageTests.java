package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import np.saathi.dev.Client;

/** All pages in both languages, on a desk's screen and on a small phone: within reach of everybody, and none too wide. */
class EveryPageTests extends InTheBrowser {
    private static final int MOST_TABS = 400;
    private static final Pattern FOR_MACHINES = Pattern
            .compile("\\b(true|false|undefined|null|NaN)\\b|\\[object |(?<!/)\\{\\w+}");

    @Test
    void adminsPagesAreForAll() {
        Client admin = clients.admin();
        everywhere(admin, "ADMIN", Map.of("volunteer", "volunteer?id=" + muchGoesOn(admin).id()));
    }

    /** A bit of all that there is. @return a volunteer who reported, was not well, and left words by phone */
    private Client muchGoesOn(Client admin) {
        Client devi = clients.volunteer();
        clients.caller();
        clients.stranger().post("/signup", """
                {"role": "CMHV", "language": "ne", "password": "a password for tests"}""");
        admin.post("/admin/duty", """
                {"label": "Sita", "number": "9800000001", "position": 1, "times": "18:00-22:00"}""");
        admin.post("/sessions", """
                {"category": "stress", "language": "ne", "title": "Evening circle", "durationMinutes": 60,
                 "startsAt": "%s"}""".formatted(java.time.Instant.now().plusSeconds(90_000)));
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        rows.update("""
                INSERT INTO alert (version, cause, kind, state, category, language, raised_at, ring_at, taken_by)
                VALUES (0, 'a', 'NO_HOST', 'TAKEN', 'stress', 'ne', NOW(), NOW(), 'Sita'),
                       (0, 'b', 'MESSAGE_UNHEARD', 'UNANSWERED', NULL, 'ne', NOW(), NOW(), NULL),
                       (0, 'c', 'DANGER', 'OPEN', 'stress', 'ne', NOW(), NOW(), NULL)""");
        rows.update("""
                INSERT INTO room_flag (session_id, kind, times, raised_at, last_at)
                SELECT id, 'SOMEBODY', 2, NOW(), NOW() FROM peer_session LIMIT 1""");
        held(admin, devi);
        assertThat(devi.post("/cmhv/report", """
                {"sessionId": 2, "risk": 3, "followUp": true, "topics": ["family"], "notes": "Quiet today.",
                 "wellbeing": 1}""")).hasStatus(201);
        return devi;
    }

    private void held(Client admin, Client devi) {
        admin.post("/sessions",
                """
                {"category": "stress", "language": "ne", "durationMinutes": 60, "startsAt": "%s", "volunteers": ["%s"]}"""
                        .formatted(java.time.Instant.now().plusSeconds(190_000), devi.id()));
        rows.update("UPDATE peer_session SET state = 'ENDED', live_since = NOW() WHERE id = 2");
    }

    @Test
    void volunteersPagesAreForAll() {
        Client devi = clients.volunteer();
        clients.caller().post("/private-message", "{\"text\": \"I can not sleep\"}");
        clients.admin().post("/sessions",
                """
                {"category": "stress", "language": "ne", "durationMinutes": 60, "startsAt": "%s", "volunteers": ["%s"]}"""
                        .formatted(java.time.Instant.now().plusSeconds(90_000), devi.id()));
        rows.update("UPDATE peer_session SET state = 'LIVE', live_since = NOW()");
        clients.admin().post("/sessions",
                """
                {"category": "stress", "language": "ne", "durationMinutes": 60, "startsAt": "%s", "volunteers": ["%s"]}"""
                        .formatted(java.time.Instant.now().plusSeconds(190_000), devi.id()));
        everywhere(devi, "CMHV", Map.of("room", "room?session=1"));
    }

    @Test
    void comingInIsForAll() {
        for (String language : List.of("en", "ne")) {
            open(language, 360, 740);
            page.navigate("/panel/");
            page.locator("h1").waitFor();
            check("sign-in " + language);
        }
    }

    @Test
    void windowsAreForAll() {
        Client admin = clients.admin();
        Client devi = muchGoesOn(admin);
        for (int width : new int[]{1280, 360}) {
            open("en", width, 800);
            signIn(admin);
            window("sessions", "New session");
            window("training", "New material");
            window("volunteers", "Change");
            window("volunteers?tab=reports", "Read");
            window("volunteer?id=" + devi.id(), "Change");
            window("duty", "New duty phone");
            window("duty", "New helpline");
            window("callers", "Ban");
            window("prompts", "Replace");
            window("prompts", "Decide");
            window("settings?tab=categories", "New");
        }
        open("en", 360, 740);
        signIn(devi);
        window("reports", "Change");
        goTo("messages");
        press("Open");
        window("messages", "Answer");
    }

    private void window(String path, String button) {
        goTo(path);
        page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).last().click();
        window().locator("button").first().waitFor();
        drawn();
        check(path + ": " + button);
        page.keyboard().press("Escape");
        window().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    @Test
    void allIsWithinReachOfTheKeyboard() {
        Client admin = clients.admin();
        Client devi = muchGoesOn(admin);
        signIn(admin);
        reachAll(pages("ADMIN"), Map.of("volunteer", "volunteer?id=" + devi.id()));
        open("en", 1280, 800);
        signIn(devi);
        reachAll(pages("CMHV"), Map.of("room", "room?session=2"));
    }

    /** Whatever a mouse could press is come to by Tab. */
    private void reachAll(List<String> pages, Map<String, String> hidden) {
        page.evaluate("document.addEventListener('focusin', e => window.reached.add(e.target))");
        for (String path : pages) {
            goTo(hidden.getOrDefault(path, path));
            page.evaluate("() => { window.reached = new Set(); document.activeElement.blur(); }");
            for (int tabs = 0; tabs < MOST_TABS && !unreached().isEmpty(); tabs += 20) {
                for (int one = 0; one < 20; one++) {
                    page.keyboard().press("Tab");
                }
            }
            assertThat(unreached()).as(path + ": out of the keyboard's reach").isEmpty();
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
                    check(name + " " + language + " " + width);
                    if (width == 360 && language.equals("ne") && (name.equals("sessions") || name.equals("messages"))) {
                        picture(name + "-on-a-phone");
                    }
                    Locator views = page.locator("main .tab, main .view");
                    for (int view = 1; view < views.count(); view++) {
                        views.nth(view).click();
                        drawn();
                        check(name + " " + page.url() + " " + language + " " + width);
                    }
                }
            }
        }
    }

    private void check(String where) {
        assertThat(Axe.violations(page)).as(where).isEmpty();
        assertThat(page.innerText("body")).as(where + " shows what is for machines")
                .doesNotContainPattern(FOR_MACHINES);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(where + " is too wide")
                .isEqualTo(0);
    }
}
