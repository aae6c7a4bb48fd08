package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.dev.Client;
import np.saathi.dev.Clients;

/** The frame of the panel: coming in, the menu, the language, going out. */
class FrameTests extends InTheBrowser {

    @Test
    void anAdminSignsInAndOut() {
        Client admin = clients.admin();
        page.navigate("/");
        field("Id (six digits)").fill(admin.id().value());
        field("Password").fill("not the password");
        press("Sign in");
        assertThat(text("Id or password is wrong.")).isVisible();
        picture("sign-in");
        field("Password").fill(Clients.PASSWORD.text());
        press("Sign in");
        settled();
        assertThat(page.locator("h1")).hasText("Now");
        press("Sign out");
        assertThat(field("Id (six digits)")).isVisible();
        page.reload();
        assertThat(field("Id (six digits)")).isVisible();
    }

    @Test
    void aWindowIsOpenedAndLeftByKeyboard() {
        signIn(clients.admin());
        goTo("sessions");
        List<String> reached = new ArrayList<>();
        while (!reached.contains("New session") && reached.size() < 60) {
            page.keyboard().press("Tab");
            reached.add(focused());
        }
        assertThat(reached).contains("Skip to the page", "Now", "Volunteers", "My profile", "New session");
        page.keyboard().press("Enter");
        assertThat(window()).isVisible();
        page.keyboard().press("Escape");
        assertThat(window()).hasCount(0);
        assertThat(focused()).isEqualTo("New session");
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        signIn(clients.admin());
        goTo("sessions");
        press("नेपाली");
        assertThat(page.locator("h1")).hasText("बैठकहरू");
        assertThat(page.locator("html")).hasAttribute("lang", "ne");
        page.reload();
        assertThat(page.locator("h1")).hasText("बैठकहरू");
    }
}
