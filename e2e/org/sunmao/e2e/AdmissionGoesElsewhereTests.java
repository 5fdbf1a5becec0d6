package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody moves: their scanned application goes along, and is read before it is taken over. */
@BrowserTest
class AdmissionGoesElsewhereTests {

    private static final byte[] PDF = "%PDF-1.4 signed".getBytes(StandardCharsets.UTF_8);

    private static final Pattern ADD = Pattern.compile("上传\\s*入党申请书");

    @Autowired Chromium chromium;

    @Test
    void aCaseIsHandedOverWithItsPapersAndTakenOverElsewhere() {
        var officer = chromium.desk("county-officer");
        var desk = chromium.desk("secretary");
        var own = desk.request().get("/api/session").text();
        var branch = JsonMapper.shared().readTree(own).at("/organization/id").asString();
        var address = AdmissionOfTheVillage.activist(officer, branch);
        desk.navigate(address);
        bring(desk);
        handOver(desk);

        officer.navigate(address);
        var scan = paper(officer).getAttribute("href");
        assertThat(officer.context().request().get(scan).body()).isEqualTo(PDF);
        press(officer, "审查接收");
        handover(officer).getByText("收到了全部材料，逐项审查过").click();
        press(officer, "接收");
        assertThat(officer.locator("#said")).containsText("已接收，培养时间连续计算");
        assertThat(officer.locator("main")).containsText("中共兴县西关小学党支部");
        assertThat(desk.context().request().get(scan).status()).isEqualTo(404);
        officer.context().close();
        desk.context().close();
    }

    private static void bring(Page desk) {
        var named = new Page.GetByRoleOptions().setName(ADD);
        var chosen = desk.waitForFileChooser(() -> desk.getByRole(AriaRole.BUTTON, named).click());
        chosen.setFiles(new FilePayload("申请书.pdf", "application/pdf", PDF));
        assertThat(desk.locator("#said")).containsText("入党申请书已上传");
    }

    private static void handOver(Page desk) {
        press(desk, "转往别的党支部");
        press(desk, "转出");
        assertThat(handover(desk)).containsText("请选择转到哪个党支部");
        press(desk, "查找党支部");
        handover(desk).getByLabel("查找党支部").fill("西关小学");
        handover(desk).locator(".hit").first().click();
        press(desk, "转出");
        assertThat(handover(desk)).containsText("等接收的党支部审查");
    }

    private static Locator paper(Page page) {
        var papers = page.locator("section[aria-labelledby=papers]");
        return papers.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("打开入党申请书"));
    }

    private static Locator handover(Page page) {
        return page.locator("section[aria-labelledby=handover]");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }
}
