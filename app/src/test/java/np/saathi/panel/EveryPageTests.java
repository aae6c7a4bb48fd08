package np.saathi.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;

import np.saathi.dev.Client;

/** All pages in both languages, on a desk's screen and on a small phone: within reach of everybody, and none too wide. */
class EveryPageTests extends InTheBrowser {
    private static final List<String> OF_ADMINS = List.of("now", "sessions", "sessions?view=list", "volunteers", "duty",
            "callers", "callers?tab=bans", "flags", "flags?tab=rooms", "flags?tab=messages", "analytics", "feedback",
            "training", "prompts", "settings",
            "settings?tab=categories", "settings?tab=languages", "audit", "profile");
    private static final List<String> OF_VOLUNTEERS = List.of("my-sessions", "room?session=1", "messages", "reports",
            "feedback",
            "my-training", "profile");

    @Test
    void adminsPagesAreForAll() {
        Client admin = clients.admin();
        clients.volunteer();
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
        everywhere(admin, OF_ADMINS);
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
        everywhere(devi, OF_VOLUNTEERS);
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
    void formsAreForAll() {
        signIn(clients.admin());
        goTo("sessions");
        press("New session");
        check("session form");
        press("Cancel");
        goTo("training");
        press("New material");
        check("upload form");
    }

    private void everywhere(Client who, List<String> pages) {
        for (String language : List.of("en", "ne")) {
            for (int width : new int[]{1280, 360}) {
                open(language, width, 800);
                signIn(who);
                for (String name : pages) {
                    goTo(name);
                    check(name + " " + language + " " + width);
                    if (width == 360 && language.equals("ne") && (name.equals("sessions") || name.equals("messages"))) {
                        picture(name + "-on-a-phone");
                    }
                }
            }
        }
    }

    private void check(String where) {
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(EveryPageTests::told)
                .collect(Collectors.joining("\n"))).as(where).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(where + " is too wide")
                .isEqualTo(0);
    }

    private static String told(Rule rule) {
        return rule.getHelp() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" "));
    }
}
