package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A branch decides on the year to come, and appraises its members; two write at the same minutes.
 */
@BrowserTest
class YearOfTheBranchTests {

    private final LocalDate nextYear =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1).withDayOfYear(1);

    @Autowired Chromium chromium;

    @Test
    void aPlanIsAdoptedOnAFixedDayAndALineIsMovedWithAReason() {
        var desk = chromium.desk("secretary");
        desk.navigate("/meetings/plan?year=" + nextYear.getYear());
        var main = desk.locator("main");
        assertThat(main).containsText("还没有定下计划");
        desk.getByLabel("主题党日固定在每月").selectOption("15");
        press(desk, "通过计划");
        assertThat(main).containsText("计划已通过");
        var themeDays = Pattern.compile("^改.*月15日的主题党日$");
        assertThat(desk.getByRole(AriaRole.BUTTON, named(themeDays))).hasCount(12);

        desk.getByRole(AriaRole.BUTTON, named(themeDays)).first().click();
        desk.locator("input[id^='plan-']").fill(nextYear.withDayOfMonth(20).toString());
        desk.keyboard().press("Tab");
        press(desk, "保存调整");
        assertThat(main).containsText("请写改期的理由");
        desk.getByLabel("改期的理由").fill("十五日全村体检，顺延五天。");
        press(desk, "保存调整");
        assertThat(main).containsText("计划已调整");
        desk.reload();
        assertThat(main).containsText("改期：十五日全村体检，顺延五天。");
        assertThat(desk.getByRole(AriaRole.BUTTON, named(themeDays))).hasCount(11);
        desk.context().close();
    }

    @Test
    void aGradeIsSettledToldAndFoundInOnesOwnRecord() {
        var desk = chromium.desk("secretary");
        var member = chromium.phone("member");
        var id = session(member).get("member").asString();
        desk.navigate(MeetingOfTheBranch.recorded(desk, branch(desk), "appraisal"));
        desk.getByRole(AriaRole.LINK, Chromium.exactly("测评票和等次")).click();
        var main = desk.locator("main");
        var row = main.locator("tr:has(#grade-" + id + "-excellent)");
        row.locator("select").selectOption("excellent");
        assertThat(main).containsText("现在超过了");
        row.locator("select").selectOption("basic");
        desk.locator("#grade-" + id + "-qualified").fill("3");
        press(desk, "登记");
        assertThat(row).containsText("请写差在哪里");
        row.locator("textarea").fill("参加学习不够，今年补上。");
        press(desk, "登记");
        assertThat(main).containsText("评议结果已登记");
        row.getByText("登记已反馈").click();
        assertThat(main).containsText("已登记向本人反馈");
        desk.context().close();

        member.navigate("/m/life");
        assertThat(member.locator("main")).containsText("基本合格");
        assertThat(member.locator("main")).containsText("参加学习不够，今年补上。");
        member.context().close();
    }

    @Test
    void aLectureIsOfferedFollowedCountedAndTakenBack() {
        var above = chromium.desk("township-officer");
        above.navigate(MeetingOfTheBranch.recorded(above, branch(above), "lecture"));
        press(above, "开放跟随");
        above.getByLabel("录像可以看到哪一天").fill(nextYear.toString());
        press(above, "开放跟随");
        assertThat(above.locator("main")).containsText("已开放跟随");

        var desk = chromium.desk("secretary");
        desk.navigate("/meetings/lectures");
        desk.getByRole(AriaRole.LINK, named(Pattern.compile("^记本支部听了"))).first().click();
        assertThat(desk.locator("#field-lecture")).not().hasValue("");
        press(desk, "记下");
        assertThat(desk.locator("main")).containsText("跟随的党课");
        desk.navigate("/meetings/lectures");
        assertThat(desk.locator("main table")).containsText("已经记了");
        var own = session(desk).at("/organization/name").asString();
        desk.context().close();

        above.reload();
        assertThat(above.locator("section", having("跟随这次党课的党组织"))).containsText(own);
        press(above, "不再开放");
        assertThat(above.locator("main")).containsText("没有开放");
        above.context().close();
    }

    @Test
    void whomOneTalkedWithIsFoundOnThePhone() {
        var phone = chromium.phone("secretary");
        phone.navigate("/m/record?type=talk");
        phone.getByText("从名册里选").click();
        phone.getByLabel("查找党员").fill("zs");
        phone.getByRole(AriaRole.DIALOG).getByText("张三").first().click();
        assertThat(phone.getByRole(AriaRole.DIALOG)).hasCount(0);
        press(phone, "记下");
        assertThat(phone.locator("main")).containsText("已记下");
        assertThat(phone.locator("main")).containsText("张三");
        phone.context().close();
    }

    @Test
    void theSlowerOfTwoWhoWriteTheSameMinutesSeesBothSides() {
        var slow = chromium.desk("secretary");
        var minutes = MeetingOfTheBranch.recorded(slow, branch(slow), "members");
        var fast = chromium.desk("county-officer");
        for (var desk : new Page[] {slow, fast}) {
            desk.navigate(minutes + "/edit");
            assertThat(desk.locator("#field-resolution")).isVisible();
        }
        fast.locator("#field-resolution").fill("同意清单，每季度公开进度。");
        press(fast, "保存");
        fast.waitForURL("**" + minutes);
        fast.context().close();

        slow.locator("#field-resolution").fill("同意清单，每周公开进度。");
        press(slow, "保存");
        assertThat(slow.getByText("这份记录刚刚被别人改过")).isVisible();
        var sides = slow.getByRole(AriaRole.GROUP, named(Pattern.compile("^决议")));
        assertThat(sides).containsText("每季度公开进度");
        assertThat(sides).containsText("每周公开进度");
        sides.getByText("我填的").click();
        press(slow, "按选择的保存");
        slow.waitForURL("**" + minutes);
        assertThat(slow.locator("main")).containsText("每周公开进度");
        slow.context().close();
    }

    @Test
    void whoWasTrainedIsChosenWhereNobodyIsDue() {
        var above = chromium.desk("township-officer");
        above.navigate("/record?type=training");
        press(above, "记下");
        assertThat(above.locator("main")).containsText("谁参加了");
        above.locator("#field-guests").click();
        above.getByLabel("查找党员").fill("l");
        var hit = above.locator("main .choices .hit").first();
        var name = hit.locator("span").first().innerText();
        hit.click();
        press(above, "记下");
        above.waitForURL(Pattern.compile(".*/meetings/[0-9a-f-]{36}.*"));
        assertThat(above.locator("main")).containsText(name);
        above.context().close();
    }

    private static JsonNode session(Page page) {
        return JsonMapper.shared().readTree(page.request().get("/api/session").text());
    }

    private static String branch(Page page) {
        return session(page).at("/organization/id").asString();
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }
}
