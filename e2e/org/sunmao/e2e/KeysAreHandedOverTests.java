package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.Authenticator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** A member comes by an account of their own, and an officer by a second factor. */
@BrowserTest
class KeysAreHandedOverTests {

    private static final Path PICTURES = Path.of("target/tour");
    private static final String CHOSEN = "门前三棵老枣树春天发芽秋天红满枝头年年如此";

    @Autowired Chromium chromium;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void makeRoom() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @AfterEach
    void leaveTheAccountsAsTheyWere() {
        jdbc.sql("delete from access.recovery_code").update();
        jdbc.sql("delete from access.second_factor").update();
    }

    @Test
    void aMemberActivatesOnThePhoneAndIsRemembered() throws IOException {
        var secretary = chromium.window(1440, 900);
        Chromium.entered(secretary, chromium.account("secretary"), "/");
        secretary.navigate("/member-accounts");
        assertThat(secretary.locator("main")).containsText("还没有");
        seen(secretary, "member-accounts");
        printed(secretary);

        secretary.getByRole(AriaRole.BUTTON, byName("发开通码：")).first().click();
        var code = secretary.locator("#slip .code").innerText();
        seen(secretary, "member-accounts-code");
        narrow(secretary, "member-accounts");

        var phone = chromium.window(360, 780);
        activated(phone, code);
        assertThat(phone.locator("h1")).containsText("今天要办");
        phone.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("SUNMAO"));
        phone.navigate("/m/mine");
        assertThat(phone.locator("main")).containsText("账号与安全");
        phone.navigate("/m/security");
        assertThat(phone.locator("main")).containsText("不再记住");
        seen(phone, "phone-security");
        elder(phone, "phone-security");
        secretary.context().close();
        phone.context().close();
    }

    /** The strips come after one has proved oneself again; the page stays as it was. */
    private void printed(Page secretary) throws IOException {
        var paper =
                secretary.waitForDownload(
                        () -> {
                            button(secretary, "打印没有账号的党员的开通码").click();
                            var dialog = secretary.getByRole(AriaRole.DIALOG);
                            assertThat(dialog).containsText("请再验证一次");
                            seen(secretary, "step-up");
                            dialog.getByLabel("登录密码")
                                    .fill(chromium.account("secretary").password());
                            dialog.getByRole(AriaRole.BUTTON, named("验证，接着办")).click();
                        });
        paper.saveAs(PICTURES.resolve("strips.pdf"));
        assertThat(Files.size(PICTURES.resolve("strips.pdf"))).isGreaterThan(10_000);
    }

    private static void activated(Page phone, String code) {
        phone.navigate("/m/sign-in");
        seen(phone, "phone-sign-in-remember");
        phone.getByRole(AriaRole.LINK, byName("第一次用，或忘了密码")).click();
        seen(phone, "phone-activate");
        elder(phone, "phone-activate");
        phone.getByLabel("纸条上的码").fill(code.toLowerCase(Locale.ROOT));
        button(phone, "下一步").click();
        assertThat(phone.locator("h1")).containsText("开账号");
        phone.getByLabel("用户名").fill("journey.member");
        phone.getByLabel("密码", exact()).fill(CHOSEN);
        phone.getByLabel("再输入一遍密码").fill(CHOSEN);
        phone.getByLabel("记住这台手机").check();
        seen(phone, "phone-activate-open");
        elder(phone, "phone-activate-open");
        button(phone, "开账号，进去看看").click();
        phone.waitForURL("**/m/");
    }

    @Test
    void anOfficerEnrolsAndProvesItBeforeAnExport() {
        var account = chromium.account("county-officer");
        var officer = chromium.window(1440, 900);
        Chromium.entered(officer, account, "/");
        officer.getByRole(AriaRole.LINK, Chromium.exactly("我的")).click();
        officer.getByRole(AriaRole.LINK, byName("账号与安全")).click();
        button(officer, "开启双重验证").click();
        proved(officer, "登录密码", account.password());
        var authenticator = enrolled(officer);
        seen(officer, "security");
        narrow(officer, "security");
        button(officer, "退出登录").click();

        officer.waitForURL("**/sign-in");
        officer.getByLabel("用户名").fill(account.username());
        officer.getByLabel("密码").fill(account.password());
        button(officer, "登录").click();
        assertThat(officer.locator("h1")).containsText("输入验证码");
        seen(officer, "sign-in-code");
        // The first code is taken: the next one comes half a minute later, and is good already.
        officer.getByLabel("验证码").fill(authenticator.code(Instant.now().plusSeconds(30)));
        button(officer, "继续").click();
        officer.waitForURL("**/");

        officer.navigate("/members");
        button(officer, "导出").click();
        officer.getByRole(AriaRole.BUTTON, byName("申请导出")).click();
        assertThat(officer.getByRole(AriaRole.DIALOG).last()).containsText("请再验证一次");
        proved(officer, "验证码", recovery);
        officer.waitForURL("**/exports");
        assertThat(officer.locator("main")).containsText("等待审批");
        officer.context().close();
    }

    private String recovery = "";

    private Authenticator enrolled(Page officer) {
        var secret = officer.locator(".secret").innerText().replace(" ", "");
        seen(officer, "enrol");
        var authenticator = new Authenticator(secret);
        officer.getByLabel("输入验证器显示的 6 位数字").fill(authenticator.code(Instant.now()));
        button(officer, "开启").click();
        assertThat(officer.locator("main")).containsText("收好恢复码");
        recovery = officer.locator("main ol li").first().innerText();
        seen(officer, "recovery-codes");
        button(officer, "已经收好，继续").click();
        assertThat(officer.locator("main")).containsText("双重验证已经开启");
        return authenticator;
    }

    private static void proved(Page page, String label, String proof) {
        var dialog = page.getByRole(AriaRole.DIALOG).last();
        dialog.getByLabel(label).fill(proof);
        dialog.getByRole(AriaRole.BUTTON, named("验证，接着办")).click();
    }

    /** Narrow and large, nothing is cut off or to be scrolled to sideways. */
    private static void narrow(Page page, String name) {
        page.setViewportSize(360, 780);
        seen(page, name + "-narrow");
        elder(page, name + "-narrow");
        page.setViewportSize(1440, 900);
    }

    private static void elder(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, byName("长辈版")).first().click();
        seen(page, name + "-elder");
        page.getByRole(AriaRole.BUTTON, byName("长辈版")).first().click();
    }

    private static void seen(Page page, String name) {
        page.waitForTimeout(400);
        var file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(Axe.violations(page)).as(name).isEmpty();
        var sideways = "() => document.documentElement.scrollWidth > window.innerWidth + 1";
        assertThat(page.evaluate(sideways)).as(name).isEqualTo(false);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, Chromium.exactly(name));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions byName(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
