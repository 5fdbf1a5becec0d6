package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A request that the register answers is refused; mended and approved, it is answered below. */
@BrowserTest
class RequestIsAnsweredTests {

    private static final Path PICTURES = Path.of("target/tour");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired Chromium chromium;

    @Test
    void whatIsKnownIsRefusedAndWhatIsApprovedIsAnswered() throws IOException {
        Files.createDirectories(PICTURES);
        var officer = chromium.desk("county-officer");
        officer.navigate("/requests");
        officer.getByRole(AriaRole.BUTTON, named("提出要求")).click();
        officer.waitForURL("**/requests/new");
        fill(officer);
        officer.getByLabel("第 1 项").fill("党员人数");
        assertThat(officer.locator("main")).containsText("“党员人数”平台已经有了");
        assertThat(officer.locator("main")).containsText("到“统计”查看");
        assertThat(officer.locator("main aside")).containsText("小时");
        seen(officer, "request-known");
        narrow(officer, "request-known");
        officer.getByLabel("第 1 项").fill("防汛物资数量");
        assertThat(officer.locator("main")).not().containsText("平台已经有了");
        officer.getByRole(AriaRole.BUTTON, named("送审")).click();
        assertThat(officer.locator("main")).containsText("批准后下发");
        var address = officer.url();
        seen(officer, "request-pending");

        approve(address);
        answer(address);
        officer.reload();
        assertThat(officer.locator("main")).containsText("防汛物资数量合计");
        seen(officer, "request-answered");
        officer.context().close();
    }

    private void approve(String address) {
        var deputy = chromium.signedInAs(chromium.window(1440, 900), "deputy");
        deputy.navigate("/requests");
        assertThat(deputy.locator("main")).containsText("等您批准");
        seen(deputy, "requests");
        deputy.navigate(address);
        deputy.getByRole(AriaRole.BUTTON, named("批准下发")).click();
        assertThat(deputy.locator("main")).containsText("已批准");
        assertThat(deputy.locator("main")).containsText("待填报");
        seen(deputy, "request");
        narrow(deputy, "request");
        deputy.navigate("/requests/burden");
        var next = YearMonth.now(ZONE).plusMonths(1).toString();
        deputy.getByLabel("月份").selectOption(next);
        assertThat(deputy.locator("main")).containsText("本级和下级合计");
        seen(deputy, "request-burden");
        narrow(deputy, "request-burden");
        deputy.context().close();
    }

    private void answer(String address) {
        var desk = chromium.desk("secretary");
        desk.navigate(address);
        assertThat(desk.locator("main")).containsText("哪一天办的");
        seen(desk, "request-of-a-secretary");
        desk.context().close();

        var phone = chromium.phone("secretary");
        phone.navigate("/m/requests");
        assertThat(phone.locator("main")).containsText("前填报");
        seen(phone, "phone-requests");
        phone.getByText("防汛物资摸底").first().click();
        phone.getByLabel("防汛物资数量").fill("12");
        seen(phone, "phone-request");
        phone.getByRole(AriaRole.BUTTON, named("填报")).click();
        assertThat(phone.locator("main")).containsText("已填报");
        seen(phone, "phone-request-answered");
        phone.context().close();
    }

    private static void fill(Page page) {
        page.getByLabel("题目").fill("防汛物资摸底");
        page.getByLabel("依据的文件").fill("县防汛抗旱指挥部〔2026〕3 号文件");
        page.getByLabel("依据的条款").fill("第二条");
        page.getByLabel("用途").fill("安排全县防汛物资的调配");
        page.getByLabel("多久报一次").selectOption("monthly");
        var until = LocalDate.now(ZONE).plusMonths(5);
        page.getByLabel("截止日").fill(until.toString());
        page.getByLabel("填报一次大约几分钟").fill("15");
        page.getByLabel("批准人").selectOption(new SelectOption().setIndex(1));
    }

    /** Narrow and large, nothing is cut off or to be scrolled to sideways. */
    private static void narrow(Page page, String name) {
        page.setViewportSize(360, 800);
        page.waitForTimeout(200);
        var over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assertThat(((Number) page.evaluate(over)).intValue()).as(name).isLessThanOrEqualTo(0);
        seen(page, name + "-narrow");
        page.setViewportSize(1440, 900);
    }

    private static void seen(Page page, String name) {
        page.waitForTimeout(300);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("own-" + name + ".png"))
                        .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
