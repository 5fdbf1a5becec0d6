package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A young person is listed with their agreement, applies from the list, or says a word and goes.
 */
@BrowserTest
class TalentPoolTests {

    private static final Path PICTURES = Path.of("target/tour");

    @Autowired Chromium chromium;

    @Test
    void whoIsListedAppliesWithoutTellingItAllAgain() throws IOException {
        Files.createDirectories(PICTURES);
        var desk = chromium.desk("county-officer");
        var branch = branch();
        desk.navigate("/admissions?organization=" + branch);
        link(desk, "青年人才库");
        seen(desk, "talents-none");
        link(desk, "列入一个人");
        list(desk);
        link(desk, "林小满");
        seen(desk, "talent");
        link(desk, "提出入党申请");
        assertThat(desk.getByLabel("姓名").first()).hasValue("林小满");
        desk.getByLabel("申请书落款日期").fill(today().minusDays(3).toString());
        seen(desk, "talent-applies");
        press(desk, "登记");
        desk.waitForURL(url -> url.matches(".*/admissions/[0-9a-f-]{36}"));
        assertThat(desk.locator("main")).containsText("现在该办派人谈话");
        desk.navigate("/admissions/talents?organization=" + branch);
        assertThat(desk.locator("table")).containsText("已申请入党");
        assertThat(desk.locator(".numbers")).containsText("已申请入党 1 人");
        seen(desk, "talents-applied");
        desk.context().close();
    }

    @Test
    void whoSaysAWordIsGone() throws IOException {
        Files.createDirectories(PICTURES);
        var desk = chromium.desk("county-officer");
        desk.navigate(TalentOfTheVillage.listed(desk, branch(), "曹"));
        assertThat(desk.locator("main")).containsText("已过这里的年龄");
        press(desk, "移出青年人才库");
        press(desk, "移出");
        assertThat(desk.locator("main")).containsText("请选择原因");
        desk.getByLabel("本人要求退出").check();
        seen(desk, "talent-leaves");
        press(desk, "移出");
        desk.waitForURL("**/admissions/talents");
        assertThat(desk.locator("main")).containsText("登记的信息已经删除");
        assertThat(desk.locator("table")).not().containsText("曹谷雨");
        desk.context().close();
    }

    /** That of the demonstration's secretary. */
    private String branch() {
        var page = chromium.desk("secretary");
        var own = page.request().get("/api/session").text();
        page.context().close();
        return JsonMapper.shared().readTree(own).at("/organization/id").asString();
    }

    private static void list(Page desk) {
        desk.waitForURL("**/admissions/talents/new*");
        desk.getByLabel("姓名").first().fill("林小满");
        desk.getByLabel("性别").selectOption("2");
        desk.getByLabel("出生日期").fill("1980-05-21");
        desk.getByLabel("本人同意的日期").fill(today().minusDays(1).toString());
        seen(desk, "talent-new");
        press(desk, "列入");
        assertThat(desk.locator("main")).containsText("周岁，这里的青年人才库不超过");
        assertThat(desk.locator("main")).containsText("R-CD-03");
        desk.getByLabel("出生日期").fill("2001-05-21");
        press(desk, "列入");
        assertThat(desk.locator("main")).containsText("林小满已列入");
        seen(desk, "talents");
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, Chromium.exactly(words)).first().click();
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(words)).first().click();
    }

    private static void seen(Page page, String name) {
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
