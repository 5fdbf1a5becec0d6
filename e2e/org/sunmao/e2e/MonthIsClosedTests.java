package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.Proves;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * At the end of a month a secretary records what was held in it, and both sign: theme day and
 * committee, of home five pages and no more, of each record six fields and no more (AF-12).
 */
@BrowserTest
class MonthIsClosedTests {

    private static final int PAGES = 5;
    private static final int FIELDS = 6;
    private static final int COMMITTEE = 3;
    private static final Pattern MINUTES = Pattern.compile(".*/meetings/[0-9a-f-]{36}");

    @Autowired Chromium chromium;
    @Autowired Deputies deputies;
    @Autowired ThisMonth month;

    @BeforeEach
    void holdThemToThisMonth() {
        chromium.waitForCounty();
        month.isRecorded();
    }

    @AfterEach
    void holdThemToNoMore() {
        month.isOver();
    }

    @Test
    @Proves("AF-12")
    void aMonthIsClosedOnFivePages() {
        var branch = branchWithCommittee();
        var desk = Chromium.entered(chromium.window(1440, 900), deputies.of(branch), "/");
        var pages = new ArrayList<>(List.of("/"));
        desk.onFrameNavigated(frame -> opened(pages, frame.url()));

        desk.getByRole(AriaRole.LINK, containing("主题党日")).first().click();
        record(desk, "theme-day", "清理河道");
        press(desk, "记下，接着记下一次");
        assertThat(desk.locator("main")).containsText("记好了：主题党日");
        record(desk, "committee", "研究下月工作");
        press(desk, "记下");
        desk.waitForURL(MINUTES);
        sign(desk);
        desk.getByRole(AriaRole.LINK, Chromium.exactly("组织生活")).first().click();
        desk.getByRole(AriaRole.LINK, Chromium.exactly("清理河道")).click();
        desk.waitForURL(MINUTES);
        sign(desk);

        assertThat(pages).as("pages opened").hasSizeLessThanOrEqualTo(PAGES);
        assertThat(stillDue(desk, branch)).isEmpty();
        desk.context().close();
    }

    /** All else is proposed; who keeps the minutes is one of those who came, and not who chairs. */
    private static void record(Page desk, String type, String topic) {
        var proposal = Pattern.compile(".*/proposal\\?.*type=" + type + ".*");
        desk.waitForResponse(proposal, () -> desk.getByLabel("类型").selectOption(type));
        desk.getByLabel("主题").fill(topic);
        var required = new Locator.FilterOptions().setHasText("（必填");
        assertThat(desk.locator("form label, form legend").filter(required).count())
                .as("fields that must be filled in")
                .isBetween(1, FIELDS);
        desk.getByText("时间、地点、主持人、列席的人").click();
        var chair = desk.locator("#field-chair").inputValue();
        var others = "#field-recorder option:not([value='']):not([value='%s'])".formatted(chair);
        var recorder = desk.locator(others).first().getAttribute("value");
        desk.locator("#field-recorder").selectOption(recorder);
    }

    private static void sign(Page desk) {
        press(desk, "记录人签字");
        press(desk, "主持人签字");
        assertThat(desk.locator("main")).containsText("主持人已签字");
    }

    /** A page is another address; what is asked of it is the same page. */
    private static void opened(List<String> pages, String url) {
        var path = url.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        if (!path.equals(pages.getLast())) {
            pages.add(path);
        }
    }

    private static List<String> stillDue(Page desk, String branch) {
        var asked =
                "/api/duties?limit=100&organization=%s&month=%s"
                        .formatted(branch, YearMonth.now(ZoneId.of("Asia/Shanghai")));
        return json(desk, asked)
                .get("items")
                .valueStream()
                .filter(duty -> duty.at("/organization/id").asString().equals(branch))
                .filter(duty -> List.of("open", "late").contains(duty.get("state").asString()))
                .map(duty -> duty.get("name").asString())
                .filter(List.of("theme-day", "committee-meeting", "minutes-unsigned")::contains)
                .toList();
    }

    /** The last of them: others are those of other journeys. */
    private String branchWithCommittee() {
        var officer = chromium.desk("township-officer");
        var top = json(officer, "/api/organizations").at("/items/0/id").asString();
        var branches =
                json(officer, "/api/organizations?limit=200&parent=" + top)
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("branch"))
                        .map(one -> one.get("id").asString())
                        .toList()
                        .reversed();
        var found =
                branches.stream()
                        .filter(id -> committee(officer, id) >= COMMITTEE)
                        .findFirst()
                        .orElseThrow();
        MeetingOfTheBranch.lookedAt(officer, found);
        officer.context().close();
        return found;
    }

    private static long committee(Page page, String branch) {
        var asked = "/api/organizations/%s/meetings/proposal?type=committee".formatted(branch);
        return json(page, asked).get("due").valueStream().count();
    }

    private static JsonNode json(Page page, String path) {
        return JsonMapper.shared().readTree(page.request().get(path).text());
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }
}
