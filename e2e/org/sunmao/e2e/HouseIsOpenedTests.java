package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.access.FirstLink;
import org.sunmao.access.Scopes;
import org.sunmao.house.Authenticator;
import org.sunmao.house.FreshData;
import org.sunmao.house.TestClock;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty house is opened: three people set their own passwords, an officer's account is opened,
 * asked for and approved, and the officer sees the tree.
 */
@ExtendWith(ChromiumCondition.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sunmao.demo=none")
@ContextConfiguration(initializers = FreshData.class)
@Import({Chromium.class, TestClock.class})
@DirtiesContext
class HouseIsOpenedTests {

    private static final String PASSWORD = "Lantian-2026-hetian";
    private static final String COMMITTEE = "中国共产党青禾县委员会";
    private static final String[] TITLES = {"系统管理员", "安全管理员", "审计管理员"};
    private static final String[] NAMES = {"周系统", "吴安全", "郑审计"};
    private static final String[] USERNAMES = {"zhou.system", "wu.security", "zheng.audit"};

    @Autowired Chromium chromium;
    @Autowired Scopes scopes;
    @Autowired FirstLink link;

    @Test
    void fromTheConsolesLinkToAnOfficerWhoSeesTheTree() {
        var links = firstStart();
        links.forEach(this::setPassword);

        var system = signedIn("zhou.system");
        setPassword(openAccount(system));
        askForTheFirstOfficer(system);

        var security = signedIn("wu.security");
        assertThat(security.getByText("审批授权：王干事")).isVisible();
        shoot(security, "home-with-a-request");
        go(security, "授权");
        assertThat(security.getByText("王干事").first()).isVisible();
        shoot(security, "grants-to-decide");
        press(security, "批准");
        assertThat(security.getByText("已批准王干事的“县级党务工作者”申请。")).isVisible();

        var officer = signedIn("wang.officer");
        go(officer, "党组织");
        assertThat(officer.getByText(COMMITTEE).first()).isVisible();
        look(system, security, officer);
    }

    private List<String> firstStart() {
        var token = scopes.system("test", _ -> link.issue());
        var page = chromium.window(1440, 900);
        page.navigate("/first#token=" + token);
        page.getByLabel("县（市、区）党委全称").fill(COMMITTEE);
        for (var i = 0; i < TITLES.length; i++) {
            page.getByLabel(TITLES[i] + "的姓名").fill(NAMES[i]);
            page.getByLabel(TITLES[i] + "的用户名").fill(USERNAMES[i]);
        }
        shoot(page, "first-start");
        press(page, "生成三条链接");
        assertThat(page.locator(".address")).hasCount(3);
        shoot(page, "first-links");
        return new ArrayList<>(page.locator(".address").allInnerTexts());
    }

    private void setPassword(String address) {
        var page = chromium.window(360, 780);
        page.navigate(address.substring(address.indexOf("/welcome")));
        page.getByLabel("密码").first().fill(PASSWORD);
        page.getByLabel("再输入一遍").fill(PASSWORD);
        shoot(page, "welcome");
        press(page, "设定密码");
        assertThat(heading(page, "密码已设定")).isVisible();
        page.context().close();
    }

    private String openAccount(Page system) {
        go(system, "账号");
        press(system, "开设账号");
        system.getByLabel("姓名").fill("王干事");
        system.getByLabel("用户名").last().fill("wang.officer");
        press(system, "开设并生成链接");
        assertThat(system.locator(".address")).hasCount(1);
        shoot(system, "account-opened");
        return system.locator(".address").innerText();
    }

    private void askForTheFirstOfficer(Page system) {
        go(system, "授权");
        press(system, "申请权限");
        system.getByLabel("给谁（用户名）").fill("wang.officer");
        system.getByLabel("角色").selectOption("county-officer");
        assertThat(system.getByText(COMMITTEE).first()).isVisible();
        system.getByLabel("理由").fill("首次启用");
        shoot(system, "grant-form");
        press(system, "提交申请");
        assertThat(system.getByText("等安全管理员审批").first()).isVisible();
    }

    private void look(Page system, Page security, Page officer) {
        for (var width : new int[] {1440, 360}) {
            for (var page : List.of(system, security, officer)) {
                page.setViewportSize(width, 900);
            }
            visit(system, "/accounts", "accounts-" + width);
            visit(security, "/sessions", "sessions-" + width);
            visit(security, "/roles", "roles-" + width);
            visit(officer, "/grants", "grants-" + width);
            visit(officer, "/m/mine", "mine-" + width);
        }
    }

    private static void visit(Page page, String path, String name) {
        page.navigate(path);
        page.waitForSelector("h1");
        assertThat(page.locator(".el-skeleton")).hasCount(0);
        var violations = Axe.violations(page);
        org.assertj.core.api.Assertions.assertThat(violations).as(name).isEmpty();
        var small = (List<?>) page.evaluate(EveryPageTests.SMALL_TARGETS, 44);
        org.assertj.core.api.Assertions.assertThat(small).as(name).isEmpty();
        var sideways = (boolean) page.evaluate(EveryPageTests.SCROLLS_SIDEWAYS);
        org.assertj.core.api.Assertions.assertThat(sideways).as(name).isFalse();
        shoot(page, name);
    }

    private Page signedIn(String username) {
        var page = chromium.window(1440, 900);
        page.navigate("/sign-in");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").first().fill(PASSWORD);
        press(page, "登录");
        enrol(page);
        assertThat(heading(page, "今天要办")).isVisible();
        return page;
    }

    /** Who holds such a role proves it twice, from the first time on. */
    private static void enrol(Page page) {
        var secret = page.locator(".secret").innerText().replace(" ", "");
        shoot(page, "enrol-at-sign-in");
        page.getByLabel("输入验证器显示的 6 位数字").fill(new Authenticator(secret).code(Instant.now()));
        press(page, "开启");
        press(page, "已经收好，继续");
    }

    private static void go(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, linked(name)).click();
        page.waitForSelector("h1");
    }

    private static Locator.GetByRoleOptions linked(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, Chromium.exactly(name));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(button)).first().click();
    }

    /** Where {@code -Dshots=<folder>} asks for pictures of what is seen. */
    private static void shoot(Page page, String name) {
        var folder = System.getProperty("shots");
        if (folder != null) {
            var file = Path.of(folder).resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }
}
