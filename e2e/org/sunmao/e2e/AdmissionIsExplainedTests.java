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

/** An application comes in at the desk; what was done too early stands once it was signed above. */
@BrowserTest
class AdmissionIsExplainedTests {

    private static final Path PICTURES = Path.of("target/tour");

    @Autowired Chromium chromium;

    @Test
    void anApplicationComesInAndTheTalkIsEntered() throws IOException {
        Files.createDirectories(PICTURES);
        var desk = chromium.desk("secretary");
        desk.navigate("/admissions");
        desk.getByRole(AriaRole.LINK, Chromium.exactly("登记入党申请")).click();
        apply(desk);
        talk(desk);
        desk.context().close();
    }

    @Test
    void aDateIsNotForgedButExplainedAndSigned() throws IOException {
        Files.createDirectories(PICTURES);
        var desk = chromium.desk("secretary");
        var officer = chromium.desk("county-officer");
        var own = desk.request().get("/api/session").text();
        var branch = JsonMapper.shared().readTree(own).at("/organization/id").asString();
        var address = AdmissionOfTheVillage.activist(officer, branch);
        desk.navigate(address);
        assess(desk);
        listTooEarly(desk);

        officer.navigate(address);
        assertThat(officer.locator("main")).containsText("当时从递交申请算起");
        seen(officer, "admission-to-sign");
        press(officer, "签字，算数");
        assertThat(officer.locator("main")).containsText("已签字");
        officer.context().close();

        desk.reload();
        assertThat(desk.locator("main")).containsText("现在该办报上级党委备案");
        assertThat(desk.locator("main")).containsText("签字）");
        seen(desk, "admission-signed");
        desk.context().close();
    }

    private static void apply(Page desk) {
        desk.waitForURL("**/admissions/new*");
        desk.getByLabel("姓名").first().fill("林小穗");
        desk.getByLabel("性别").selectOption("2");
        desk.getByLabel("出生日期").fill(today().minusYears(18).plusDays(1).toString());
        desk.getByLabel("申请书落款日期").fill(today().toString());
        seen(desk, "admission-new");
        press(desk, "登记");
        assertThat(desk.locator("main")).containsText("未满十八周岁");
        assertThat(desk.locator("main")).containsText("R-DEV-07");
        desk.getByLabel("出生日期").fill("2000-03-01");
        desk.getByLabel("申请书落款日期").fill(today().minusDays(20).toString());
        press(desk, "登记");
        desk.waitForURL(url -> url.matches(".*/admissions/[0-9a-f-]{36}"));
        assertThat(desk.locator("main")).containsText("现在该办派人谈话");
    }

    private static void talk(Page desk) {
        press(desk, "2 派人谈话");
        assertThat(desk.getByLabel("怎么办这一步")).containsText("谈话");
        press(desk, "保存");
        assertThat(desk.locator("main")).containsText("请选择谈话人");
        press(desk, "选择党员");
        desk.getByLabel("查找党员").fill("张");
        desk.locator(".choices .hit").first().click();
        desk.getByLabel("哪一天办的").fill(today().minusDays(10).toString());
        desk.getByLabel("谈话内容").fill("动机端正，家里支持。");
        seen(desk, "admission-talk");
        press(desk, "保存");
        assertThat(desk.locator("main")).containsText("“派人谈话”已登记");
    }

    private static void assess(Page desk) {
        press(desk, "6 培养教育考察");
        desk.getByLabel("哪一天办的").fill(today().minusDays(2).toString());
        desk.getByLabel("考察意见").fill("继续培养。");
        press(desk, "保存");
        assertThat(desk.locator("main")).containsText("“培养教育考察”已登记");
        assertThat(desk.locator("main")).containsText("还缺什么");
    }

    private static void listTooEarly(Page desk) {
        press(desk, "7 确定发展对象（要写情况说明）");
        assertThat(desk.locator("main")).containsText("日期照实填，不要改");
        desk.getByLabel("是", new Page.GetByLabelOptions().setExact(true)).check();
        desk.getByLabel("公示开始").fill(today().minusDays(15).toString());
        desk.getByLabel("公示结束").fill(today().minusDays(2).toString());
        desk.getByLabel("情况说明").fill("当时从递交申请算起，以为已经满一年。");
        seen(desk, "admission-explain");
        press(desk, "提交，报上级党委签字");
        assertThat(desk.locator("main")).containsText("情况说明，等上级党委签字");
        assertThat(desk.locator("main")).containsText("上级党委签字后这一步才算数");
        seen(desk, "admission-asked");
    }

    private static void press(Page page, String words) {
        var named = new Page.GetByRoleOptions().setName(words);
        page.getByRole(AriaRole.BUTTON, named).first().click();
    }

    private static void seen(Page page, String name) {
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
