package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.e2e.Chromium.Account;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** A county looks at its exceptions at the desk, on the phone, and on the wall of the office. */
@BrowserTest
class BoardTests {

    /** What a digit takes of the size of its text. */
    private static final double DIGIT = 0.72;

    @Autowired Chromium chromium;

    @Test
    void aNumberOpensToItsDutiesTownshipByTownship() {
        var page = chromium.desk("county-officer");
        page.getByRole(AriaRole.LINK, Chromium.exactly("看板")).click();
        assertThat(page.getByRole(AriaRole.HEADING, Chromium.exactly("中共兴县委员会：看板"))).isVisible();
        assertThat(page.getByText("随登记即时更新")).isVisible();

        page.getByRole(AriaRole.LINK, Chromium.exactly("按规则")).click();
        assertThat(page).hasURL(Pattern.compile(".*/board\\?.*by=rule.*"));
        assertThat(page.getByText(Pattern.compile("R-[A-Z]+-\\d+")).first()).isVisible();
        page.getByRole(AriaRole.LINK, Chromium.exactly("按党组织")).click();
        var township = page.locator("tbody th a").first();
        var name = township.innerText().strip();
        township.click();
        assertThat(page.getByRole(AriaRole.HEADING, Chromium.exactly(name + "：看板"))).isVisible();

        page.locator("ul[aria-label='本级和全部下级'] a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/duties\\?.*organization=.*"));
        page.context().close();
    }

    @Test
    void theWallSaysHowToSignInAndComesBack() {
        var page = chromium.window(1920, 1080);
        page.navigate("/w");
        assertThat(page).hasURL(Pattern.compile(".*/w/$"));
        assertThat(page.getByRole(AriaRole.HEADING, Chromium.exactly("请先登录"))).isVisible();
        assertThat(Axe.violations(page)).isEmpty();

        page.getByRole(AriaRole.LINK, Chromium.exactly("登录")).click();
        signIn(page, chromium.account("supervisor"));
        page.waitForURL("**/w/");
        assertThat(page.locator(".figures a")).hasCount(8);
        page.context().close();
    }

    @Test
    void theWallIsReadFromSixMetres() throws Exception {
        var page = chromium.signedIn(chromium.window(1920, 1080), "county-officer");
        for (var size : List.of(List.of(1920, 1080), List.of(3840, 2160), List.of(360, 780))) {
            page.setViewportSize(size.getFirst(), size.getLast());
            page.navigate("/w/");
            assertThat(page.locator(".figures a")).hasCount(8);
            var where = size.toString();
            assertThat(Axe.violations(page)).as(where).isEmpty();
            assertThat((boolean) page.evaluate(EveryPageTests.SCROLLS_SIDEWAYS))
                    .as(where)
                    .isFalse();
            if (size.getFirst() > 360) {
                assertThat(digits(page)).as(where).isGreaterThan(60.0 * size.getLast() / 1080);
                assertThat((int) page.evaluate("document.documentElement.scrollHeight"))
                        .as(where)
                        .isEqualTo(size.getLast());
            }
            if (size.getFirst() == 1920) {
                Files.createDirectories(EveryPageTests.PICTURES);
                var file = EveryPageTests.PICTURES.resolve("wall-screen.png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
            }
        }
        page.context().close();
    }

    @Test
    void theWallShowsTheNumbersOfTheBoardAndNoPerson() {
        var page = chromium.desk("county-officer");
        var own = page.context().request().get("/api/session", RequestOptions.create()).text();
        var organization =
                own.replaceFirst("(?s).*\"organization\":\\{\"id\":\"([^\"]*)\".*", "$1");
        var board = page.context().request().get("/api/board?organization=" + organization).text();
        page.navigate("/w/");
        assertThat(page.locator(".figures a")).hasCount(8);

        var late = board.replaceFirst("(?s).*?\"late\":(\\d+).*", "$1");
        assertThat(page.locator(".figures a[href*='state=late&'], .figures a[href$='state=late']"))
                .containsText(String.format("%,d", Integer.parseInt(late)));
        page.getByRole(AriaRole.BUTTON, Chromium.exactly("看表")).click();
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        page.context().close();
    }

    private static double digits(Page page) {
        var size = "parseFloat(getComputedStyle(document.querySelector('.value')).fontSize)";
        return ((Number) page.evaluate(size)).doubleValue() * DIGIT;
    }

    private static void signIn(Page page, Account account) {
        page.getByLabel("用户名").fill(account.username());
        page.getByLabel("密码").fill(account.password());
        page.getByRole(AriaRole.BUTTON, Chromium.exactly("登录")).click();
    }
}
