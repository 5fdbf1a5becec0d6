package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A secretary records a theme day on a small phone, with the line cut now before the server heard
 * of it and now before its answer came back. It is recorded once; the board of the county, open
 * beside it, has it without being asked; the minutes are signed and locked; a plain member finds it
 * in their own record.
 */
@BrowserTest
class MeetingIsRecordedTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Path PICTURES = Path.of("target/tour");

    /** What is cut is another each time; the seed is told, so that a failure can be repeated. */
    private final long seed = Instant.now().getEpochSecond();

    private static final String POSTS = "**/api/organizations/*/meetings";

    private static final String OWN =
            "async () => (await (await fetch('/api/session')).json()).organization.id";

    @Autowired Chromium chromium;
    @Autowired ThisMonth month;

    /** The house of the journeys was opened today: nobody is held to what was before. */
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
    void aThemeDayIsRecordedThroughABadLineOnceAndSeenByAll() {
        var phone = chromium.phone("secretary");
        keepForLater(phone, "theme-day");
        var board = openBoard(phone.evaluate(OWN).toString());
        var before = met(board);
        var topic = "夜里断网也要记 " + seed;
        write(phone, topic);
        cutAtRandom(phone);
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("记下")).click();
        assertThat(phone.locator("main")).containsText(Pattern.compile("已存在这部手机上|已记下"));
        phone.context().setOffline(true);
        phone.waitForTimeout(500);
        phone.context().setOffline(false);
        phone.unroute(POSTS);
        assertThat(phone.getByText("等网络恢复后自动发送")).hasCount(0, within(60));

        phone.navigate("/m/meetings");
        var recorded = phone.locator("main ul a", containing(topic));
        assertThat(recorded).hasCount(1);
        seen(phone, "phone-meetings");
        recorded.click();
        toldToTheBoard(board, before);
        metAtTheCounty(phone, topic);
        signed(phone);
        phone.context().close();
        ownRecord(topic);
    }

    @Test
    void withoutALineThePhoneOpensAndRecordsAndNothingIsLost() {
        var phone = chromium.phone("secretary");
        keepForLater(phone, "lecture"); // the theme day of the month is the other journey's
        phone.context().setOffline(true);
        phone.navigate("/m/");
        phone.getByRole(AriaRole.LINK, named("开会记一笔")).first().click();
        assertThat(phone.locator("main")).containsText("现在没有网络");
        var topic = "没有信号的山上 " + seed;
        write(phone, topic);
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("记下")).click();
        assertThat(phone.locator("main")).containsText("已存在这部手机上");
        seen(phone, "phone-meeting-waits");
        phone.reload();
        assertThat(phone.locator("main")).containsText(topic);
        assertThat(phone.getByText("1 条记录等网络恢复后自动发送")).isVisible();
        phone.context().setOffline(false);
        assertThat(phone.getByText("1 条记录等网络恢复后自动发送")).hasCount(0, within(60));
        phone.navigate("/m/meetings");
        assertThat(phone.locator("main ul a", containing(topic))).hasCount(1);
        phone.context().close();
    }

    /** Until the worker has the parts that recording takes, and the phone the list. */
    private static void keepForLater(Page phone, String type) {
        phone.navigate("/m/record?type=" + type);
        assertThat(phone.getByRole(AriaRole.TEXTBOX, Chromium.exactly("主题"))).isVisible();
        var kept =
                """
                async () => {
                  const store = await caches.open('sunmao-phone')
                  const shell = await store.match('/m/')
                  return shell !== undefined && navigator.serviceWorker.controller !== null
                }
                """
                        .strip();
        for (var tries = 0; tries < 100 && !(boolean) phone.evaluate(kept); tries++) {
            phone.waitForTimeout(200);
        }
        assertThat((boolean) phone.evaluate(kept)).isTrue();
    }

    private static void write(Page phone, String topic) {
        phone.getByRole(AriaRole.TEXTBOX, Chromium.exactly("主题")).fill(topic);
        var names = phone.locator(".names button");
        names.first().click();
        names.nth(1).click();
        if (phone.getByLabel("谁记录").isVisible()) {
            phone.getByLabel("谁记录").selectOption(new SelectOption().setIndex(3));
        }
        phone.getByLabel("讲了什么、议了什么").fill("学习条例，清理村口的水渠。");
        phone.getByLabel("定了什么").fill("下月十日再清理一次。");
        seen(phone, "phone-record");
    }

    /** Of what is sent, some never arrives, and of some the answer is lost. */
    private void cutAtRandom(Page phone) {
        var chance = new Random(seed);
        var times = new AtomicInteger();
        phone.route(
                POSTS,
                route -> {
                    if (times.getAndIncrement() == 0 || chance.nextBoolean()) {
                        answerLost(route);
                    } else {
                        route.abort();
                    }
                });
    }

    private static void answerLost(Route route) {
        route.fetch(); // the server has it
        route.abort();
    }

    /** In another browser, at a branch whose theme day of the month is due; never reloaded. */
    private Page openBoard(String branch) {
        var board = chromium.desk("county-officer");
        MeetingOfTheBranch.lookedAt(board, branch);
        board.navigate("/board?organization=" + branch);
        assertThat(board.getByText("随登记即时更新")).isVisible();
        board.evaluate("() => { window.since = 'before' }");
        return board;
    }

    /** How many duties are, of the organization of the board. */
    private static int met(Page board) {
        var figure = board.locator("ul[aria-label='本级和全部下级'] li", containing("已办"));
        return Integer.parseInt(figure.locator("strong").innerText().replaceAll("\\D", ""));
    }

    private static void toldToTheBoard(Page board, int before) {
        for (var tries = 0; tries < 100 && met(board) == before; tries++) {
            board.waitForTimeout(200);
        }
        assertThat(met(board)).isEqualTo(before + 1);
        assertThat(board.evaluate("() => window.since")).as("never reloaded").isEqualTo("before");
        board.context().close();
    }

    /** Recorded once, and the duty of the month is met on the county's own list. */
    private void metAtTheCounty(Page phone, String topic) {
        var branch = phone.evaluate(OWN).toString();
        var officer = chromium.desk("county-officer");
        var request = officer.context().request();
        var held = request.get("/api/meetings?type=theme-day&limit=50&organization=" + branch);
        assertThat(held.text().split(Pattern.quote(topic), -1)).as("seed " + seed).hasSize(2);
        var month = YearMonth.now(ZONE);
        var duties =
                "/duties?organization=%s&name=theme-day&state=met&month=%s"
                        .formatted(branch, month);
        for (var tries = 0; tries < 30; tries++) {
            officer.navigate(duties);
            officer.waitForTimeout(1000);
            if (officer.locator("main").innerText().contains("已办")
                    && officer.locator("main tbody tr").count() > 0) {
                break;
            }
        }
        assertThat(officer.locator("main tbody tr")).hasCount(1);
        assertThat(officer.locator("main tbody")).containsText("主题党日");
        officer.context().close();
    }

    private static void signed(Page phone) {
        var main = phone.locator("main");
        assertThat(main).containsText("待签字");
        seen(phone, "phone-meeting");
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("记录人签字")).click();
        assertThat(main).containsText("记录人已签字");
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("主持人签字")).click();
        assertThat(main).containsText("只能加批注");
        assertThat(phone.getByText("改一改")).hasCount(0);
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("加更正批注")).click();
        phone.getByLabel("更正什么").fill("水渠是村西的。");
        phone.getByRole(AriaRole.BUTTON, Chromium.exactly("加上批注")).click();
        assertThat(main).containsText("水渠是村西的");
        seen(phone, "phone-meeting-locked");
    }

    private void ownRecord(String topic) {
        var member = chromium.phone("member");
        member.navigate("/m/life");
        assertThat(member.locator("main")).containsText(topic);
        seen(member, "phone-life");
        member.context().close();
    }

    private static HasCountOptions within(int seconds) {
        return new HasCountOptions().setTimeout(seconds * 1000.0);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String start) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + start));
    }

    /** As it is, and in 长辈版: nothing to be scrolled to sideways, nothing a reader stumbles over. */
    private static void seen(Page page, String name) {
        for (var elder : List.of(false, true)) {
            page.evaluate("on => document.documentElement.classList.toggle('elder', on)", elder);
            page.waitForTimeout(300);
            assertThat((boolean) page.evaluate(EveryPageTests.SCROLLS_SIDEWAYS)).as(name).isFalse();
            assertThat(Axe.violations(page)).as(name).isEmpty();
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    PICTURES.resolve(
                                            "own-" + name + (elder ? "-elder" : "") + ".png"))
                            .setFullPage(true));
        }
        page.evaluate("document.documentElement.classList.remove('elder')");
    }
}
