package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An officer looks at a number with a reason; the person and the auditor both see that. */
@BrowserTest
class WhoReadMeTests {

    private static final Path PICTURES = Path.of("target/tour");
    private static final String REASON = "通知参加支部大会";

    @Autowired Chromium chromium;

    @Test
    void whatAnOfficerLooksAtThePersonAndTheAuditorSee() throws IOException {
        Files.createDirectories(PICTURES);
        var phone = chromium.phone("member");
        var session = phone.context().request().get("/api/session").text();
        var id = new JsonMapper().readTree(session).get("member").asString();

        var officer = chromium.desk("county-officer");
        officer.navigate("/members/" + id);
        officer.getByRole(AriaRole.BUTTON, Chromium.exactly("查看完整号码")).click();
        var dialog = officer.getByRole(AriaRole.DIALOG);
        dialog.getByText("手机号码").click();
        dialog.getByRole(AriaRole.BUTTON, named("查看")).last().click();
        assertThat(dialog).containsText("请选择查看的原因");
        dialog.getByLabel("原因").selectOption("contact");
        dialog.getByLabel("具体事由").fill(REASON);
        seen(officer, "unmask-dialog");
        dialog.getByRole(AriaRole.BUTTON, named("查看")).click();
        assertThat(officer.getByText("号码已完整显示")).isVisible();
        assertThat(officer.locator("main").innerText()).containsPattern("\\b1\\d{10}\\b");
        seen(officer, "unmasked");
        officer.getByRole(AriaRole.BUTTON, Chromium.exactly("现在遮盖")).click();
        assertThat(officer.locator("main").innerText()).doesNotContainPattern("\\b1\\d{10}\\b");
        officer.context().close();

        phone.navigate("/m/mine");
        phone.getByRole(AriaRole.LINK, Chromium.exactly("谁看过我")).click();
        assertThat(phone.locator("main")).containsText("查看党员信息");
        assertThat(phone.locator("main")).containsText("查看完整号码：手机号码");
        assertThat(phone.locator("main")).containsText("原因：联系本人：" + REASON);
        seen(phone, "phone-who-read-me");
        phone.context().close();

        auditorFinds();
    }

    private void auditorFinds() throws IOException {
        var auditor = chromium.desk("audit-admin");
        auditor.navigate("/audit");
        auditor.getByLabel("操作内容").selectOption("reading.unmask");
        var line = auditor.getByRole(AriaRole.BUTTON, byName("查看完整号码，")).first();
        line.click();
        var detail = auditor.getByRole(AriaRole.DIALOG);
        assertThat(detail).containsText("联系本人：" + REASON);
        assertThat(detail).containsText("手机号码");
        seen(auditor, "audit-detail");
        auditor.keyboard().press("Escape");
        var file =
                auditor.waitForDownload(
                        () -> auditor.getByRole(AriaRole.LINK, byName("导出文本（csv）")).click());
        file.saveAs(PICTURES.resolve("audit.csv"));
        assertThat(Files.readString(PICTURES.resolve("audit.csv"))).contains(REASON, "导出审计日志");
        auditor.context().close();
    }

    @ParameterizedTest
    @EnumSource(
            value = View.class,
            names = {"DESK", "NARROW_ELDER", "PHONE_ELDER"})
    void theQuestionWhyIsReadableForEveryone(View view) throws IOException {
        Files.createDirectories(PICTURES);
        var window = chromium.window(view.width, view.height);
        chromium.signedIn(window, "secretary", view.phone ? "/m/" : "/");
        var entry = view.phone ? "/m" : "";
        window.navigate(entry + "/members?sort=-age");
        window.locator("main li a, main td a").first().click();
        window.waitForURL("**/members/*-*");
        var member = window.url().replaceFirst(".*/members/", "/members/");
        EveryPageTests.visit(window, view, new Stop("unmask-member", "secretary", entry + member));
        window.getByRole(AriaRole.BUTTON, Chromium.exactly("查看完整号码")).click();
        window.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("查看")).click();
        EveryPageTests.examine(window, view, "unmask-question");
        window.context().close();
    }

    private static void seen(Page page, String name) {
        page.waitForTimeout(400);
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
