package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Pattern;

/** A county officer asks who a number of the statistics is, township by township. */
@BrowserTest
class NumberLeadsToPeopleTests {

    @Autowired Chromium chromium;

    @Test
    void aNumberOpensToTheTownshipsAndThereToThePeople() {
        var page = chromium.desk("county-officer");
        page.getByRole(AriaRole.LINK, Chromium.exactly("看板")).click();
        page.getByRole(AriaRole.LINK, Chromium.exactly("统计")).click();
        var women =
                page.getByRole(AriaRole.LINK, named(Pattern.compile("^女 [\\d,]+人，看明细$"))).first();
        women.click();

        assertThat(page).hasURL(Pattern.compile(".*/statistics/below\\?.*key=female.*"));
        var township =
                page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("中共兴县蔚汾镇委员会"));
        var told = township.getByRole(AriaRole.CELL).innerText().strip();
        township.getByRole(AriaRole.CELL).getByRole(AriaRole.LINK).click();

        assertThat(page).hasURL(Pattern.compile(".*/members\\?.*sex=2.*"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(told);
        assertThat(page.getByText("女").first()).isVisible();
    }

    @Test
    void thePreviewAndWhatIsPublishedSayWhatTheyAre() {
        var page = chromium.desk("county-officer");
        page.navigate("/statistics");
        page.getByText("公布版").click();
        assertThat(page.getByText(Pattern.compile("小的数，“\\*”是为防止推算")).first()).isVisible();
        assertThat(page.locator("table a").count()).isZero();

        var preview = page.getByRole(AriaRole.LINK, named(Pattern.compile("^预览到.*12月31日")));
        if (preview.count() > 0) {
            preview.click();
            assertThat(page.getByText(Pattern.compile("预览：按现有登记")).first()).isVisible();
        }
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
