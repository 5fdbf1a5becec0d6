package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The roster of the county goes out as a file: asked for by one, approved by another. */
@BrowserTest
class ListGoesOutTests {

    private static final Path PICTURES = Path.of("target/tour");

    @Autowired Chromium chromium;

    @Test
    void whatOneAsksForAnotherApproves() throws IOException {
        Files.createDirectories(PICTURES);
        var officer = chromium.desk("county-officer");
        officer.navigate("/members");
        button(officer, "导出").click();
        var dialog = officer.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("先由本级或上级党组织中您以外的人审批");
        seen(officer, "export-dialog");
        dialog.getByRole(AriaRole.BUTTON, named("申请导出")).click();

        officer.waitForURL("**/exports");
        assertThat(officer.locator("main")).containsText("等待审批");
        seen(officer, "exports-pending");
        narrow(officer, "exports-pending");

        var deputy = chromium.signedInAs(chromium.window(1440, 900), "deputy");
        deputy.navigate("/exports");
        assertThat(deputy.locator("main")).containsText("等您审批的");
        seen(deputy, "exports-to-decide");
        button(deputy, "同意导出").first().click();
        assertThat(deputy.locator("main")).containsText("已同意");

        officer.reload();
        var file =
                officer.waitForDownload(
                        () -> officer.getByRole(AriaRole.LINK, byName("下载党员名册")).first().click());
        file.saveAs(PICTURES.resolve("roster.xlsx"));
        try (var book = new XSSFWorkbook(Files.newInputStream(PICTURES.resolve("roster.xlsx")))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(200);
        }
        officer.context().close();
        deputy.context().close();
    }

    @Test
    void aFilterUnderANameIsOnePressAway() throws IOException {
        Files.createDirectories(PICTURES);
        var officer = chromium.desk("county-officer");
        officer.navigate("/members?status=probationary");
        button(officer, "保存的筛选").click();
        button(officer, "保存现在的筛选").click();
        officer.getByLabel("名称").fill("预备党员");
        button(officer, "保存").click();
        assertThat(officer.getByRole(AriaRole.GROUP, byName("保存的筛选"))).containsText("人");
        seen(officer, "members-saved");
        narrow(officer, "members-saved");

        officer.navigate("/members");
        button(officer, "保存的筛选").click();
        button(officer, "预备党员").click();
        officer.waitForURL("**status=probationary**");
        officer.getByRole(AriaRole.BUTTON, byName("删除筛选")).click();
        assertThat(officer.locator("main")).containsText("还没有保存过筛选");
        officer.context().close();
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
        page.waitForTimeout(400);
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Axe.violations(page)).as(name).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, Chromium.exactly(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
