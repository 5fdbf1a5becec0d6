package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A figure of the county: proposed by one officer, approved by another, seen by a secretary. */
@BrowserTest
class LocalFigureTests {

    private static final Path PICTURES = Path.of("target/tour");
    private static final String RULE = "/rules/R-BR-14";

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    @Autowired Chromium chromium;

    @Test
    void whatOneProposesAndAnotherApprovesIsReadBelowWithItsDecision() throws IOException {
        Files.createDirectories(PICTURES);
        var officer = chromium.desk("county-officer");
        propose(officer);

        var deputy = chromium.signedInAs(chromium.window(1440, 900), "deputy");
        assertThat(deputy.locator("main")).containsText("审批本地数字：");
        seen(deputy, "home-figures");
        deputy.navigate("/figures");
        button(deputy, "看看会改变什么").click();
        assertThat(deputy.locator("main")).containsText("核对了");
        seen(deputy, "figures");
        narrow(deputy, "figures");
        button(deputy, "同意更改").click();
        assertThat(deputy.locator("main")).containsText("已同意");

        var secretary = chromium.desk("secretary");
        secretary.navigate(RULE);
        assertThat(secretary.locator("main")).containsText("起规定");
        assertThat(secretary.locator("main")).containsText("县委组织部文件");
        assertThat(secretary.locator("main")).not().containsText("提出更改");
        seen(secretary, "rule-of-a-secretary");
        narrow(secretary, "rule-of-a-secretary");

        var phone = chromium.phone("secretary");
        phone.navigate("/m" + RULE);
        assertThat(phone.locator("main")).containsText("规则本身是 50 名");
        seen(phone, "phone-rule");
        button(phone, "长辈版").first().click();
        seen(phone, "phone-rule-elder");
        officer.context().close();
        deputy.context().close();
        secretary.context().close();
        phone.context().close();
    }

    private static void propose(Page officer) {
        officer.navigate("/rules");
        seen(officer, "rules");
        narrow(officer, "rules");
        officer.getByLabel("找规则").fill("党总支 一般人数");
        officer.waitForURL("**/rules?q=*");
        officer.getByRole(AriaRole.LINK, byName("党委、党总支、党支部的一般人数")).click();
        officer.waitForURL("**" + RULE);
        assertThat(officer.locator("main")).containsText("本地配置，待核对");
        officer.getByRole(AriaRole.BUTTON, byName("提出更改")).first().click();
        officer.getByLabel("改为").fill("45");
        officer.getByLabel("理由").fill("县委组织部文件：村级党组织设置的意见");
        button(officer, "看看会改变什么").click();
        officer.getByText("核对了").first().waitFor(); // it counts the whole county, and waits long
        seen(officer, "rule-propose");
        narrow(officer, "rule-propose");
        button(officer, "提交审批").click();
        assertThat(officer.locator("main")).containsText("已提交审批");
        seen(officer, "rule-proposed");
    }

    /** Narrow and large, nothing is cut off or to be scrolled to sideways. */
    private static void narrow(Page page, String name) {
        page.setViewportSize(360, 780);
        seen(page, name + "-narrow");
        var sideways = "() => document.documentElement.scrollWidth > window.innerWidth + 1";
        assertThat(page.evaluate(sideways)).isEqualTo(false);
        page.getByRole(AriaRole.BUTTON, byName("长辈版")).first().click();
        seen(page, name + "-narrow-elder");
        assertThat(page.evaluate(sideways)).isEqualTo(false);
        page.getByRole(AriaRole.BUTTON, byName("长辈版")).first().click();
        page.setViewportSize(1440, 900);
    }

    private static void seen(Page page, String name) {
        page.waitForSelector("h1");
        page.locator(".el-skeleton").first().waitFor(GONE);
        page.waitForTimeout(400);
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Axe.violations(page)).as(name).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, Chromium.exactly(name));
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
