package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Pattern;

/** What takes one tap: confirming a class on the phone, linking a body at the desk. */
@BrowserTest
class OneTapTests {

    @Autowired Chromium chromium;

    @Test
    void aProposedClassIsConfirmedOnThePhoneAndStandsAfterwards() {
        var phone = chromium.phone("secretary");
        phone.navigate("/m/members?class=none");
        phone.locator("main li a").first().click();
        assertThat(phone.getByRole(AriaRole.HEADING, named("分类建议"))).isVisible();

        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("确认")).click();

        assertThat(phone.getByText("已确认分类")).isVisible();
        phone.reload();
        assertThat(phone.locator("main")).containsText("管理方式");
        assertThat(phone.getByRole(AriaRole.BUTTON, Chromium.exactly("确认"))).hasCount(0);
    }

    @Test
    void aLinkToABodyIsTakenAwayAndRestoredAtTheDesk() {
        var desk = chromium.desk("county-officer");
        desk.navigate("/organizations");
        desk.getByLabel("查找党组织").fill("dongguancun");
        desk.getByText("中共兴县蔚汾镇东关村党支部").first().click();
        desk.waitForURL(Pattern.compile(".*/organizations/[0-9a-f-]{36}"));
        desk.navigate(desk.url() + "/edit");

        desk.getByRole(AriaRole.BUTTON, named("取消关联")).first().click();
        assertThat(desk.getByText("已取消关联").first()).isVisible();
        desk.getByRole(AriaRole.BUTTON, named("恢复关联")).first().click();

        assertThat(desk.getByRole(AriaRole.BUTTON, named("取消关联")).first()).isVisible();
        assertThat(desk.getByRole(AriaRole.BUTTON, named("恢复关联"))).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
