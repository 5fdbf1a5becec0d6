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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A secretary leaves office; the board of the county, open in another browser, shows it without
 * being asked. The branch reads the clause, explains, contests; the township decides; on the next
 * morning the branch is reminded, once, and ticks the roll of a meeting that it gave notice of the
 * day before. What the register knows is asked of nobody.
 *
 * <p>The house's clock goes to the next morning, where no other journey can follow; so the house is
 * shut behind it.
 */
@BrowserTest
@DirtiesContext
class VacancyIsSeenTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DUTY = "书记空缺";

    /** Past the month after which the light is yellow, and before that of red. */
    private static final int DAYS_AGO = 40;

    /** Columns of the board, after those of what is late and what is red. */
    private static final int YELLOW = 2;

    private static final int CONTESTED = 3;

    @Autowired Chromium chromium;
    @Autowired TestClock clock;
    @Autowired Deputies deputies;
    @Autowired List<ScheduledTaskHolder> scheduled;

    /** A branch of a village with a secretary, and without anything that is amiss. */
    private record Branch(String id, String name, String township, String secretary) {}

    @Test
    void aVacancyIsSeenAtOnceExplainedContestedDecidedAndRemindedOf() {
        var township = chromium.desk("township-officer");
        var branch = branch(township);
        var board = chromium.desk("county-officer");
        board.navigate("/board?organization=" + branch.township());
        assertThat(board.getByText("随登记即时更新")).isVisible();
        assertThat(line(board, branch)).hasCount(0);
        board.evaluate("() => { window.since = 'before' }");

        endThePost(township, branch);
        assertThat(cell(board, branch, YELLOW)).hasText("1");
        shoot(board, "vacancy-on-the-board");

        var deputy = deputies.of(branch.id());
        var desk = Chromium.entered(chromium.window(1440, 900), deputy, "/");
        readTheClause(desk);
        var notice = NoticedMeeting.announced(desk);
        say(desk, "写说明", "党员大会已经推荐人选，正在公示。");
        decide(township, branch, "不同意", "请先报明负责人。");
        desk.reload();
        say(desk, "提出申诉", "卸任日期登记有误，到上月底才卸任。");
        assertThat(cell(board, branch, YELLOW)).hasText("0");
        assertThat(cell(board, branch, CONTESTED)).hasText("1");
        shoot(board, "vacancy-contested-on-the-board");
        decide(township, branch, "不同意", "批复写明的就是这一天。");
        assertThat(cell(board, branch, YELLOW)).hasText("1");
        assertThat(board.evaluate("() => window.since")).as("never reloaded").isEqualTo("before");
        askWhatIsKnown(township);

        nextMorning();
        var morning = Chromium.entered(chromium.window(1440, 900), deputy, "/");
        readTheReminder(morning);
        NoticedMeeting.held(morning, notice);
    }

    /** Entered late, on the day on which it was: so the light is on at once. */
    private static void endThePost(Page page, Branch branch) {
        page.navigate("/organizations/" + branch.id());
        page.getByRole(AriaRole.LINK, Chromium.exactly(branch.secretary() + " 卸任")).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, named("书记：卸任$"))).isVisible();
        var day = LocalDate.now(ZONE).minusDays(DAYS_AGO);
        page.getByRole(AriaRole.TEXTBOX, named("^卸任日期")).fill(day.toString());
        page.getByRole(AriaRole.TEXTBOX, named("^卸任原因")).fill("调离本村");
        shoot(page, "vacancy-end-of-the-post");
        page.getByRole(AriaRole.BUTTON, named("^保存")).click();
        page.waitForURL("**/organizations/" + branch.id());
    }

    private static void readTheClause(Page desk) {
        assertThat(desk.locator("main")).containsText(DUTY);
        shoot(desk, "vacancy-on-the-home-of-the-branch");
        desk.getByRole(AriaRole.LINK, named("^" + DUTY)).click();
        assertThat(desk.getByRole(AriaRole.HEADING, Chromium.exactly(DUTY))).isVisible();
        var main = desk.locator("main");
        for (var part : List.of("黄灯", "本地配置", "怎么办", "谁来帮", "依据哪一条", "凭什么这样说")) {
            assertThat(main).containsText(part);
        }
        shoot(desk, "vacancy-duty");
        desk.getByRole(AriaRole.LINK, named("R-BR-11")).first().click();
        desk.waitForURL("**/rules/R-BR-11**");
        assertThat(desk.getByRole(AriaRole.HEADING, named("书记、副书记由上级批准")).first()).isVisible();
        shoot(desk, "vacancy-clause");
        desk.goBack();
        desk.waitForURL("**/duties/*");
    }

    private static void say(Page desk, String verb, String words) {
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly(verb)).click();
        desk.locator("#saying-reason").fill(words);
        desk.locator("form button[type=submit]").click();
        assertThat(desk.locator("main").getByRole(AriaRole.STATUS)).containsText("已提交");
        assertThat(desk.locator("main")).containsText(words);
    }

    /** From the list of what waits on one's home. */
    private static void decide(Page township, Branch branch, String verb, String words) {
        township.navigate("/");
        township.getByRole(AriaRole.LINK, named("^答复.*" + DUTY)).first().click();
        assertThat(township.locator("main")).containsText(branch.name());
        township.getByRole(AriaRole.BUTTON, Chromium.exactly(verb)).click();
        township.locator("#saying-reason").fill(words);
        shoot(township, "vacancy-decision");
        township.locator("form button[type=submit]").click();
        assertThat(township.locator("main").getByRole(AriaRole.STATUS)).containsText("已答复");
    }

    /** Who asks for the number of members is shown where it stands, and asks nobody. */
    private static void askWhatIsKnown(Page township) {
        township.navigate("/requests/new");
        township.getByLabel("第 1 项").fill("党员人数");
        township.getByRole(AriaRole.BUTTON, Chromium.exactly("送审")).click();
        var main = township.locator("main");
        assertThat(main).containsText("还没有保存");
        assertThat(main.locator("fieldset.items")).containsText("统计");
        shoot(township, "request-for-what-is-known");
    }

    private void nextMorning() {
        var nine = LocalDate.now(ZONE).plusDays(1).atTime(LocalTime.of(9, 0)).atZone(ZONE);
        clock.ahead(Duration.between(Instant.now(), nine.toInstant()));
        for (var work : List.of("Crossing", "DigestRound")) {
            scheduled.stream()
                    .flatMap(holder -> holder.getScheduledTasks().stream())
                    .map(ScheduledTask::getTask)
                    .filter(task -> task.toString().contains(work))
                    .forEach(task -> task.getRunnable().run());
        }
    }

    private static void readTheReminder(Page desk) {
        desk.getByRole(AriaRole.LINK, named("的提醒：.*还没有看")).click();
        assertThat(desk.locator("main details").first()).containsText(DUTY);
        shoot(desk, "vacancy-reminder");
        desk.getByRole(AriaRole.LINK, Chromium.exactly(DUTY)).first().click();
        assertThat(desk.locator("main")).containsText("不同意");
    }

    private static Locator line(Page board, Branch branch) {
        return board.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(branch.name()));
    }

    private static Locator cell(Page board, Branch branch, int column) {
        return line(board, branch).locator("td").nth(column);
    }

    private static Branch branch(Page page) {
        var top = json(page, "/api/organizations").at("/items/0/id").asString();
        return json(page, "/api/organizations?limit=200&parent=" + top)
                .get("items")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("branch"))
                .map(one -> one.get("id").asString())
                .filter(id -> calm(page, id))
                .flatMap(id -> secretary(page, id, top))
                .skip(1) // the first is the one that other journeys visit
                .findFirst()
                .orElseThrow();
    }

    private static boolean calm(Page page, String branch) {
        var asked = "/api/duties?organization=" + branch;
        return Stream.of("&light=red,yellow", "&state=late,contested")
                .allMatch(those -> json(page, asked + those).get("items").isEmpty());
    }

    private static Stream<Branch> secretary(Page page, String id, String top) {
        return json(page, "/api/organizations/" + id + "/posts")
                .get("items")
                .valueStream()
                .filter(post -> post.get("kind").asString().equals("secretary"))
                .filter(post -> post.get("to").isNull())
                .map(
                        post ->
                                new Branch(
                                        id,
                                        post.at("/organization/name").asString(),
                                        top,
                                        post.at("/person/name").asString()));
    }

    private static void shoot(Page page, String name) {
        var file = Path.of("target/tour", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static JsonNode json(Page page, String path) {
        return new JsonMapper().readTree(page.request().get(path).text());
    }

    private static Page.GetByRoleOptions named(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }
}
