package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Pattern;

/** A county officer walks the tree down to a village, and finds 张三 by his initials. */
@BrowserTest
class OfficerFindsZhangSanTests {

    @Autowired Chromium chromium;

    @Test
    void theOfficerWalksTheTreeToAVillage() {
        var page = chromium.desk("county-officer");

        page.getByRole(AriaRole.LINK, Chromium.exactly("党组织")).click();
        var tree = page.getByRole(AriaRole.TREE);
        assertThat(tree).isVisible();
        open(page, "中共兴县蔚汾镇委员会");
        open(page, "中共兴县蔚汾镇东关村党支部");

        assertThat(page.getByRole(AriaRole.HEADING, named("中共兴县蔚汾镇东关村党支部"))).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/organizations/[0-9a-f-]{36}"));
        assertThat(page.getByText("中共兴县委员会").first()).isVisible();
    }

    @Test
    void zhangSanIsFoundByHisInitials() {
        var page = chromium.desk("county-officer");

        page.getByRole(AriaRole.LINK, Chromium.exactly("党员")).click();
        page.getByLabel("查找党员").fill("zs");
        page.keyboard().press("Enter");
        var row = page.getByRole(AriaRole.LINK, Chromium.exactly("张三")).first();
        assertThat(row).isVisible();
        row.click();

        assertThat(page.getByRole(AriaRole.HEADING, named("张三"))).isVisible();
        assertThat(page.locator("body").innerText())
                .containsPattern("000\\*{11}[\\dX]{4}")
                .contains("100****")
                .contains("演示");
    }

    @Test
    void theMemberSeesTheirOwnRecordWithOneTap() {
        var page = chromium.desk("member");

        page.getByRole(AriaRole.LINK, Chromium.exactly("我的信息")).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("我的信息"))).isVisible();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("张三");
        assertThat(page.getByRole(AriaRole.LINK, Chromium.exactly("党员"))).hasCount(0);
    }

    @Test
    void administratorsAreToldKindlyThatThereIsNothingForThemYet() {
        for (var role : new String[] {"system-admin", "security-admin", "audit-admin"}) {
            var page = chromium.desk(role);
            assertThat(page.getByRole(AriaRole.LINK, Chromium.exactly("党员"))).hasCount(0);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            page.context().close();
        }
    }

    private static void open(Page page, String name) {
        var node = page.getByRole(AriaRole.TREEITEM).filter(withText(name)).last();
        node.getByText(name, new Locator.GetByTextOptions().setExact(true)).first().click();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
