package np.saathi.panel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import np.saathi.dev.web.Client;
import np.saathi.dev.web.Clients;

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
        assertThat(heading("Now")).isFocused();
        press("Sign out");
        assertThat(field("Id (six digits)")).isVisible();
        page.reload();
        assertThat(field("Id (six digits)")).isVisible();
    }

    @Test
    void aWindowIsOpenedAndLeftByKeyboard() {
        signIn(clients.admin());
        goTo("sessions");
        Locator newSession = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New session"));
        assertThat(newSession).isEnabled();
        List<String> reached = new ArrayList<>();
        while (!reached.contains("New session") && reached.size() < 60) {
            page.keyboard().press("Tab");
            reached.add(focused());
        }
        assertThat(reached).startsWith("Skip to the page").contains("Now", "Volunteers", "My profile", "New session");
        page.keyboard().press("Enter");
        assertThat(window()).isVisible();
        page.keyboard().press("Escape");
        assertThat(window()).hasCount(0);
        assertThat(newSession).isFocused();
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }

    @Test
    void theFocusGoesAlongToAnotherPageAndTheWholeMenuCanBeSkipped() {
        signIn(clients.admin());
        goToTheFirstPage();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the page")).isFocused();
        page.keyboard().press("Enter");
        assertThat(heading("Now")).isFocused();
        inTheMenu("Sessions").press("Enter");
        assertThat(heading("Sessions")).isFocused();
    }

    @Test
    void whoGoesOnBeforeTheFirstPageHasComeIsAtTheHeadingOfTheOther() {
        signIn(clients.admin());
        List<Route> held = new ArrayList<>();
        page.route("**/panel/pages/now.js", held::add);
        page.navigate("/panel/");
        page.waitForCondition(() -> !held.isEmpty());
        inTheMenu("Sessions").press("Enter");
        assertThat(heading("Sessions")).isFocused();
        page.waitForResponse("**/panel/pages/now.js", () -> held.forEach(Route::resume));
        inTheMenu("Settings").press("Enter");
        assertThat(heading("Settings")).isFocused();
    }

    /** A page that is asked for by its address begins at the top too, and one that is led to leaves nothing to go back to. */
    @Test
    void whereThePanelIsOpenedTheFocusIsAtTheTop() {
        signIn(clients.admin());
        for (String address : List.of("/panel/", "/panel/#/sessions", "/panel/#/no-such-page")) {
            page.navigate("/panel/icon.svg");
            page.navigate(address);
            page.locator("main[data-page]").waitFor();
            settled();
            assertThat(page.locator("body")).isFocused();
            page.goBack();
            assertThat(page).hasURL(Pattern.compile(".*/icon.svg"));
        }
    }

    private Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    private Locator inTheMenu(String words) {
        return page.locator("#menu").getByText(words, new Locator.GetByTextOptions().setExact(true));
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
