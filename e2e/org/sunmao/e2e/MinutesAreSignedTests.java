package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.Proves;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** A branch records what it decided and signs it twice; the township returns it with a reason. */
@BrowserTest
class MinutesAreSignedTests {

    private static final Pattern MINUTES = Pattern.compile(".*/meetings/[0-9a-f-]{36}");

    /** A record of the phone's that has not gone yet. */
    private static final String UNSENT =
            """
            async () => {
              const { account } = await (await fetch('/api/session')).json()
              localStorage.setItem(`sunmao.outbox/${account.id}/0`, '{"key":"0","said":{}}')
            }
            """
                    .strip();

    @Autowired Chromium chromium;

    @Test
    @Proves("R-LF-15")
    void whatIsSignedIsCorrectedByAnnotationAndReturnedWithAReason() throws IOException {
        var desk = chromium.desk("secretary");
        desk.getByRole(AriaRole.LINK, Chromium.exactly("组织生活")).click();
        desk.getByRole(AriaRole.LINK, Chromium.exactly("开会记一笔")).click();
        desk.waitForURL("**/record?*");
        record(desk);
        var address = desk.url();
        sign(desk);
        annotate(desk);

        var above = chromium.desk("county-officer");
        above.navigate(address);
        press(above, "退回");
        above.getByLabel("退回的理由").fill("决议没有写清楚");
        press(above, "确定退回");
        assertThat(above.locator("main")).containsText("退回：决议没有写清楚");
        above.context().close();

        desk.reload();
        assertThat(desk.locator("main")).containsText("退回：决议没有写清楚");
        assertThat(desk.getByRole(AriaRole.LINK, Chromium.exactly("修改"))).isVisible();
        handbook(desk);
        namesLeaveWithWhoeverSignsOut(desk);
        desk.context().close();
    }

    private static void record(Page desk) {
        desk.getByLabel("类型").selectOption("members");
        assertThat(desk.getByLabel("主题")).hasValue(Pattern.compile(".*党员大会.*"));
        desk.getByLabel("主题").fill("讨论年度整改清单");
        var roll = desk.getByRole(AriaRole.GROUP, named("到会情况")).getByRole(AriaRole.CHECKBOX);
        roll.first().focus();
        desk.keyboard().press("1");
        assertThat(roll.first()).not().isChecked();
        assertThat(desk.getByLabel(Pattern.compile(".+的情况$")).first()).hasValue("leave");
        desk.locator("#field-resolution").fill("通过整改清单。");
        press(desk, "加一项表决");
        desk.getByLabel("表决什么").fill("整改清单");
        desk.getByText("时间、地点、主持人、列席的人").click();
        desk.locator("#field-chair").selectOption(new SelectOption().setIndex(2));
        desk.locator("#field-recorder").selectOption(new SelectOption().setIndex(3));
        press(desk, "记下");
        desk.waitForURL(MINUTES);
        assertThat(desk.locator("main")).containsText("记好了");
        assertThat(desk.locator("main")).containsText("通过");
    }

    private static void sign(Page desk) {
        assertThat(desk.getByRole(AriaRole.BUTTON, Chromium.exactly("主持人签字"))).hasCount(0);
        press(desk, "记录人签字");
        press(desk, "主持人签字");
        assertThat(desk.locator("main")).containsText("修改：会议记录已经签字锁定，不能修改，请加注更正");
        assertThat(desk.locator("main .steps")).containsText("R-LF-15");
        assertThat(desk.getByRole(AriaRole.LINK, Chromium.exactly("修改"))).hasCount(0);
    }

    private static void annotate(Page desk) {
        press(desk, "写更正批注");
        desk.getByLabel("更正批注").fill("整改清单第三项应为公开栏。");
        press(desk, "写上");
        assertThat(desk.locator("main")).containsText("整改清单第三项应为公开栏。");
    }

    private static void handbook(Page desk) throws IOException {
        desk.getByRole(AriaRole.LINK, Chromium.exactly("组织生活")).first().click();
        var link = desk.getByRole(AriaRole.LINK, named("支部手册"));
        var file = desk.waitForDownload(link::click);
        assertThat(Files.readString(file.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    /** What the phone kept in this browser for recording without a line, and has not sent. */
    private static void namesLeaveWithWhoeverSignsOut(Page desk) {
        desk.evaluate("() => localStorage.setItem('sunmao.kept/a/b/members', '{}')");
        desk.evaluate(UNSENT);
        press(desk, "退出登录");
        assertThat(desk.getByText("还有 1 条会议记录没有发出去")).isVisible();
        press(desk, "先不退出");
        press(desk, "退出登录");
        press(desk, "不留，退出");
        desk.waitForURL("**/sign-in");
        var waiting = "() => Object.keys(localStorage).some(it => it.startsWith('sunmao.outbox/'))";
        assertThat((boolean) desk.evaluate(waiting)).isFalse();
        var kept = "() => Object.keys(localStorage).filter(it => it.startsWith('sunmao.kept/'))";
        assertThat((List<?>) desk.evaluate(kept)).isEmpty();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
