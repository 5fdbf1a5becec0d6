package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A secretary enters a member on the phone, an officer edits at the desk; both edit at once, one is
 * told and merges. Nothing typed is lost, not even when the network drops in mid-save.
 */
@BrowserTest
class TwoEditorsMeetTests {

    private static final String NUMBER = "00000019850615123";
    private static final String OTHER_NUMBER = "00000019850616125";

    @Autowired Chromium chromium;

    @Test
    void aMemberIsEnteredOnThePhoneAndTheSlowerOfTwoEditorsMerges() {
        var phone = chromium.phone("secretary");
        enter(phone, "曾小榫", withCheck(NUMBER));
        assertThat(heading(phone, "曾小榫")).isVisible();

        var desk = chromium.desk("county-officer");
        desk.navigate("/members?q=zengxiaosun");
        desk.getByRole(AriaRole.LINK, Chromium.exactly("曾小榫")).click();
        desk.getByRole(AriaRole.LINK, Chromium.exactly("修改")).click();
        field(desk, "学历").selectOption("21");
        field(desk, "党员档案管理单位").fill("县委组织部");
        field(desk, "手机号码").fill("10088880001");

        phone.getByRole(AriaRole.LINK, named(Pattern.compile("修改\\s?基本信息"))).click();
        field(phone, "学历").selectOption("31");
        unfold(phone, "工作与流动");
        field(phone, "工作岗位").selectOption("1");
        save(phone);
        assertThat(phone.getByText("大学专科毕业").first()).isVisible();

        press(desk, "保存");
        merge(desk);

        assertThat(heading(desk, "曾小榫")).isVisible();
        var record = desk.locator("main");
        assertThat(record).containsText("大学专科毕业");
        assertThat(record).containsText("县委组织部");
        assertThat(record).containsText("农牧渔民");
        assertThat(record).containsText("100****0001");
        assertThat(record).containsText("登记入册");
    }

    /** Both have changed 学历; each of the rest was changed by one of them alone. */
    private static void merge(Page desk) {
        assertThat(desk.getByText("这份记录刚刚被别人改过")).isVisible();
        assertThat(desk.locator("main")).containsText("工作岗位");
        var education = desk.getByRole(AriaRole.GROUP, named("学历"));
        assertThat(education).containsText("大学本科毕业");
        assertThat(education).containsText("大学专科毕业");
        education.getByText("现在的").click();
        var mobile = desk.getByRole(AriaRole.GROUP, named("手机号码"));
        if (mobile.count() > 0) {
            mobile.getByText("我填的").click();
        }
        press(desk, "按选择的保存");
    }

    @Test
    void aNetworkThatDropsInMidSaveLosesNothingAndBooksNothingTwice() {
        var desk = chromium.desk("secretary");
        desk.navigate("/members/new");
        fill(desk, "曾小卯", withCheck(OTHER_NUMBER));
        var dropped = new AtomicInteger();
        desk.route(
                Pattern.compile(".*/api/members$"),
                route -> {
                    if (route.request().method().equals("POST") && dropped.incrementAndGet() == 1) {
                        route.fetch(); // the server has it; the answer is lost on the way
                        route.abort();
                    } else {
                        route.resume(new Route.ResumeOptions());
                    }
                });

        press(desk, "登记");

        assertThat(heading(desk, "曾小卯")).isVisible();
        assertThat(dropped.get()).isEqualTo(2);
        desk.navigate("/members?q=zengxiaomao");
        assertThat(desk.getByRole(AriaRole.LINK, Chromium.exactly("曾小卯"))).hasCount(1);
    }

    @Test
    void whatWasTypedIsThereAfterAReload() {
        var desk = chromium.desk("secretary");
        desk.navigate("/members?q=zs");
        desk.getByRole(AriaRole.LINK, Chromium.exactly("张三")).first().click();
        desk.getByRole(AriaRole.LINK, Chromium.exactly("修改")).click();
        field(desk, "党员档案管理单位").fill("镇党委");

        desk.reload();

        assertThat(field(desk, "党员档案管理单位")).hasValue("镇党委");
        desk.getByRole(AriaRole.BUTTON, named("放弃")).first().click();
        assertThat(field(desk, "党员档案管理单位")).hasValue("镇党委");
        press(desk, "放弃");
        assertThat(field(desk, "党员档案管理单位")).not().hasValue("镇党委");
    }

    private static void enter(Page phone, String name, String number) {
        phone.getByRole(AriaRole.LINK, named("登记党员")).first().click();
        field(phone, "姓名").fill(name);
        field(phone, "公民身份号码").fill(number);
        field(phone, "民族").selectOption("01");
        field(phone, "正式党员").check();
        field(phone, "入党日期").fill("2010-07-01");
        field(phone, "转正日期").fill("2011-07-01");
        save(phone);
    }

    private static void fill(Page desk, String name, String number) {
        field(desk, "姓名").fill(name);
        field(desk, "公民身份号码").fill(number);
        field(desk, "民族").selectOption("01");
        field(desk, "人员类别").selectOption("full");
        field(desk, "入党日期").fill("2010-07-01");
        field(desk, "转正日期").fill("2011-07-01");
    }

    private static void save(Page phone) {
        phone.getByRole(AriaRole.BUTTON, named("下一步")).click();
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^(保存|登记入册)$")))
                .click();
    }

    private static void unfold(Page phone, String part) {
        phone.locator("summary").filter(new Locator.FilterOptions().setHasText(part)).click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(button)).click();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, Chromium.exactly(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** A field by its label, whether or not it is marked as required. */
    private static Locator field(Page page, String label) {
        return page.getByLabel(Pattern.compile("^" + label + "(（.*）)?$"));
    }

    /** The number of nobody, with its check digit. */
    private static String withCheck(String digits) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
