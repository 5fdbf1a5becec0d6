package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** A member says on the phone what is wrong, the secretary mends it, and the member has it. */
@BrowserTest
class MemberSaysWhatIsWrongTests {

    @Autowired Chromium chromium;

    @Test
    void whatAMemberSaysIsWrongIsMendedAndTheMemberTakesTheirDataAlong() throws IOException {
        var phone = chromium.phone("member");
        ask(phone);

        var desk = chromium.desk("secretary");
        mend(desk);

        phone.reload();
        assertThat(phone.getByText("已更正").first()).isVisible();
        phone.navigate("/m/mine");
        assertThat(phone.getByRole(AriaRole.MAIN)).containsText("按申请更正");
        phone.getByText("保存了我哪些信息、为什么").click();
        assertThat(phone.getByRole(AriaRole.HEADING, named("我的数据")).first()).isVisible();
        var json =
                phone.waitForDownload(() -> phone.getByText(Pattern.compile("^下载 JSON")).click());
        assertThat(Files.readString(json.path())).contains("博士", "member.correction");
        var pdf = phone.waitForDownload(() -> phone.getByText(Pattern.compile("^下载 PDF")).click());
        assertThat(Files.size(pdf.path())).isGreaterThan(10_000);
    }

    private static void ask(Page phone) {
        phone.navigate("/m/mine");
        phone.getByRole(AriaRole.LINK, named(Pattern.compile("有误？\\s*申请更正基本信息"))).click();
        phone.getByLabel("哪一项有误").selectOption(new SelectOption().setLabel("学历"));
        phone.getByRole(AriaRole.BUTTON, named("提出申请")).click();
        assertThat(phone.getByText("请填写正确的内容").first()).isVisible();

        phone.getByLabel("正确的学历").selectOption("11");
        phone.getByLabel(Pattern.compile("^说明")).fill("去年毕业，有毕业证");
        phone.getByRole(AriaRole.BUTTON, named("提出申请")).click();
        assertThat(phone).hasURL(Pattern.compile(".*/m/mine/corrections$"));
        assertThat(phone.getByText(Pattern.compile("等待答复，还有 15 天"))).isVisible();
    }

    private static void mend(Page desk) {
        desk.getByRole(AriaRole.LINK, named("更正申请：1 件等您答复")).click();
        desk.getByRole(AriaRole.LINK, named(Pattern.compile("：学历$"))).click();
        assertThat(desk.getByText("去年毕业，有毕业证")).isVisible();
        desk.getByRole(AriaRole.BUTTON, named("受理并更正")).click();

        assertThat(desk).hasURL(Pattern.compile(".*/edit\\?answering=.*"));
        assertThat(desk.locator("#field-education")).hasValue("11");
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("保存")).click();
        assertThat(desk).hasURL(Pattern.compile(".*/members/[0-9a-f-]{36}$"));
        assertThat(desk.getByText("已保存").first()).isVisible();
        desk.navigate("/corrections");
        assertThat(desk.getByText("没有这样的申请。")).isVisible();
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
