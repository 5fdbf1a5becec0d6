package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.sunmao.house.TestClock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A township merges three villages on a day to come: writes it, looks at what will change for whom,
 * decides. On its day it takes effect by itself; last month is still there, and the decision is
 * printed.
 *
 * <p>The house's clock goes a day ahead, where no other journey can follow: browsers and
 * authenticators keep their own. So the house is shut behind it.
 */
@BrowserTest
@DirtiesContext
class TownshipMergesVillagesTests {

    private static final String NEW_NAME = "中共三村联村党支部";

    @Autowired Chromium chromium;
    @Autowired TestClock clock;
    @Autowired List<ScheduledTaskHolder> scheduled;

    /** A village branch with its members. */
    private record Branch(String id, String name, int members) {}

    @Test
    void threeVillagesBecomeOneOnTheirDayAndLastMonthIsStillThere() {
        var desk = chromium.desk("township-officer");
        var villages = villages(desk);
        var day = LocalDate.now(clock).plusDays(1);

        write(desk, villages, day);
        preview(desk, villages);
        decide(desk);
        assertThat(desk.locator("main")).containsText("待生效");
        foresee(desk, villages, day);

        var change = desk.url().replaceFirst(".*/changes/", "");
        clock.ahead(Duration.ofDays(1));
        itsDayComes();

        var later = chromium.desk("township-officer");
        later.navigate("/changes/" + change);
        assertThat(later.locator("main")).containsText("已生效");
        printDecision(later);
        lookBack(later, villages);
    }

    /** Two villages go into a third, which takes a new name. */
    private static void write(Page desk, List<Branch> villages, LocalDate day) {
        desk.navigate("/organizations/" + villages.get(0).id());
        desk.getByRole(AriaRole.LINK, Chromium.exactly("调整设置")).click();
        press(desk, "合并");
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("再选几个")).click();
        desk.getByLabel(villages.get(1).name(), new Page.GetByLabelOptions().setExact(true))
                .check();
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("收起")).click();
        pick(desk, villages.get(2));
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("加上这一步")).click();

        press(desk, "更名");
        pick(desk, villages.get(2));
        text(desk, "新名称").fill(NEW_NAME);
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("加上这一步")).click();

        text(desk, "这份调整叫什么").fill("三个村党支部合并");
        text(desk, "从哪一天起").fill(day.toString());
        text(desk, "理由").fill("三村相邻，合并后便于开展活动");
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("预览")).click();
    }

    private static void preview(Page desk, List<Branch> villages) {
        assertThat(heading(desk, "预览：会变成什么样")).isVisible();
        var moved = villages.get(0).members() + villages.get(1).members();
        var main = desk.locator("main");
        assertThat(main).containsText(villages.get(0).name());
        assertThat(main).containsText(moved + " 名党员");
        assertThat(main).containsText(NEW_NAME);
        desk.getByRole(AriaRole.LINK, Chromium.exactly("回到这份调整")).click();
        assertThat(heading(desk, "三个村党支部合并")).isVisible();
    }

    private static void decide(Page desk) {
        press(desk, "作出决定");
        text(desk, "决定日期").fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        text(desk, "批复文号").fill("镇发〔2026〕12号");
        text(desk, "研究决定的会议").fill("镇党委会议");
        press(desk, "确定");
        assertThat(desk.locator("#said")).containsText("已经作出决定");
        press(desk, "执行");
        press(desk, "确定");
        assertThat(desk.locator("#said")).containsText("已经执行");
    }

    /** Today nothing has changed; on that day it will have. */
    private static void foresee(Page desk, List<Branch> villages, LocalDate day) {
        var target = "/api/organizations/" + villages.get(2).id();
        assertThat(json(desk, target).get("name").asString()).isEqualTo(villages.get(2).name());
        var then = json(desk, target + "?asOf=" + day);
        assertThat(then.get("name").asString()).isEqualTo(NEW_NAME);
        assertThat(then.at("/counts/members").asInt())
                .isEqualTo(villages.stream().mapToInt(Branch::members).sum());
    }

    private void itsDayComes() {
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("ChangeDays"))
                .forEach(task -> task.getRunnable().run());
    }

    private static void printDecision(Page desk) {
        var link = desk.getByRole(AriaRole.LINK, named("打开或打印(批复|决定)")).first();
        var answer = desk.request().get(link.getAttribute("href"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void lookBack(Page desk, List<Branch> villages) {
        desk.navigate("/organizations/" + villages.get(0).id());
        var main = desk.locator("main");
        assertThat(main).containsText("撤销");
        assertThat(main).containsText(NEW_NAME);
        desk.getByRole(AriaRole.BUTTON, named("截至 今天")).click();
        desk.getByRole(AriaRole.BUTTON, named("^上月末")).click();
        assertThat(desk.locator("main")).containsText(villages.get(0).name());
        assertThat(main.getByText("您看到的是")).isVisible();
        assertThat(heading(desk, villages.get(0).name())).isVisible();
    }

    private static List<Branch> villages(Page desk) {
        var top = json(desk, "/api/organizations").at("/items/0/id").asString();
        return json(desk, "/api/organizations?limit=200&parent=" + top)
                .get("items")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("branch"))
                .filter(one -> one.get("field").asString().equals("village"))
                .filter(one -> !one.get("hasChildren").asBoolean())
                .skip(1) // the first is the one that other journeys visit
                .limit(3)
                .map(one -> one.get("id").asString())
                .map(id -> json(desk, "/api/organizations/" + id))
                .map(
                        one ->
                                new Branch(
                                        one.get("id").asString(),
                                        one.get("name").asString(),
                                        one.at("/counts/members").asInt()))
                .toList();
    }

    /** Chooses an organization in the field for one place. */
    private static void pick(Page desk, Branch branch) {
        desk.getByRole(AriaRole.BUTTON, named("^(选择|换一个)党组织$")).last().click();
        desk.getByLabel("查找党组织").last().fill(branch.name());
        desk.getByRole(AriaRole.LIST, named("查找结果")).getByRole(AriaRole.BUTTON).first().click();
    }

    private static JsonNode json(Page page, String path) {
        return new JsonMapper().readTree(page.request().get(path).text());
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, Chromium.exactly(name)).first();
    }

    private static Locator text(Page page, String label) {
        return page.getByRole(AriaRole.TEXTBOX, named("^" + label));
    }

    /** Presses the button whose name begins with these words. */
    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, named("^" + words)).first().click();
    }

    private static Page.GetByRoleOptions named(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }
}
