package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A members' meeting that a branch gives notice of for tomorrow, and holds then. */
final class NoticedMeeting {

    private static final Pattern MINUTES = Pattern.compile(".*/meetings/[0-9a-f-]{36}");

    private NoticedMeeting() {}

    /** Its address. Nobody can tick yet who came. */
    static String announced(Page desk) {
        var page = desk.context().newPage();
        page.navigate("/record?type=members");
        page.getByLabel("主题").fill("讨论明年的发展计划");
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        page.locator("#field-on").fill(tomorrow.toString());
        page.keyboard().press("Tab");
        press(page, "发通知");
        page.waitForURL(MINUTES);
        var main = page.locator("main");
        assertThat(main).containsText("已通知");
        assertThat(main).containsText("请到当天再签到");
        assertThat(page.getByRole(AriaRole.BUTTON, Chromium.exactly("点名"))).hasCount(0);
        var address = page.url();
        page.close();
        return address;
    }

    /** On the day: the roll is ticked, and the minutes are to be written and signed. */
    static void held(Page desk, String address) {
        desk.navigate(address);
        var main = desk.locator("main");
        press(desk, "点名");
        var there = main.locator("tbody tr:not(.gone)").first();
        var name = there.locator(".name").innerText().strip();
        there.getByRole(AriaRole.CHECKBOX).uncheck();
        press(desk, "点名完毕");
        assertThat(main).containsText("名点好了");
        press(desk, "散会，整理记录");
        assertThat(main).containsText("等待签字");
        var absent = new Locator.LocatorOptions().setHasText("缺席");
        assertThat(main.locator("dl", absent)).containsText(name);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }
}
