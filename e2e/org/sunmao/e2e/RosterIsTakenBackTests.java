package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row without a number is asked for and answered; what somebody changed after an import is listed
 * before the rest of it is taken back.
 */
@BrowserTest
class RosterIsTakenBackTests {

    private static final Pattern IMPORT = Pattern.compile(".*/imports/[0-9a-f-]{36}.*");
    private static final String HEADINGS = "姓名,公民身份号码,性别,民族,出生日期,学历,人员类别,所在党支部,入党日期,转正日期";

    @Autowired Chromium chromium;

    @Test
    void aQuestionIsAnsweredAndWhatWasChangedSinceIsLeft() {
        var desk = chromium.desk("township-officer");
        var known = someone(desk);
        var branch = known.at("/organization/name").asString();
        var before = known.get("education").asString("");
        var other = before.equals("61") ? "71" : "61";
        send(desk, "名册.csv", List.of(fresh(branch, "61"), withoutNumber(known, other)));
        press(desk, "待回答 1");
        press(desk, "第 3 行：是同一个");
        assertThat(desk.locator("main")).containsText("导入 2 行");
        commit(desk, "导入 2 行");
        var first = desk.url();
        assertThat(education(desk, known)).isEqualTo(other);

        send(desk, "更正.csv", List.of(fresh(branch, "71")));
        commit(desk, "导入 1 行");
        desk.navigate(first);
        press(desk, "撤销这次导入");
        press(desk, "撤销导入");
        assertThat(desk.getByRole(AriaRole.ALERT).first()).containsText("没有撤销");
        assertThat(desk.locator("main")).containsText("修改过");
        assertThat(education(desk, known)).isEqualTo(other);

        press(desk, "仍撤销其余 1 行");
        assertThat(heading(desk, "已撤销这次导入")).isVisible();
        assertThat(desk.locator("main")).containsText("保留的行");
        assertThat(education(desk, known)).isEqualTo(before);
    }

    /** A row of somebody who is there, which says everything but the number. */
    private static String withoutNumber(JsonNode known, String education) {
        return String.join(
                ",",
                known.get("name").asString(),
                "",
                "",
                "",
                known.get("bornOn").asString(),
                education,
                "",
                known.at("/organization/name").asString(),
                "",
                "");
    }

    /** Somebody whom nobody else of the demonstration is. */
    private static String fresh(String branch, String education) {
        var born = LocalDate.of(1933, 3, 3);
        return String.join(
                ",",
                "撤回试验",
                FaultyRoster.number(born),
                "男",
                "汉族",
                born.toString(),
                education,
                "正式党员",
                branch,
                "1960-07-01",
                "1961-07-01");
    }

    private static JsonNode someone(Page desk) {
        var id = json(desk, "/api/members?limit=1").at("/items/0/id").asString();
        return json(desk, "/api/members/" + id);
    }

    private static String education(Page desk, JsonNode known) {
        return json(desk, "/api/members/" + known.get("id").asString())
                .get("education")
                .asString("");
    }

    private static void send(Page desk, String name, List<String> rows) {
        desk.navigate("/imports?kind=member");
        var content = (HEADINGS + "\n" + String.join("\n", rows)).getBytes(UTF_8);
        desk.getByLabel("选择文件，或把文件拖到这里").setInputFiles(new FilePayload(name, "text/csv", content));
        press(desk, "上传并核对");
        desk.waitForURL(IMPORT);
        assertThat(heading(desk, "核对结果")).isVisible();
    }

    private static void commit(Page desk, String words) {
        press(desk, words);
        press(desk, "确认导入");
        assertThat(heading(desk, "导入结果")).isVisible();
    }

    private static JsonNode json(Page page, String path) {
        return new JsonMapper().readTree(page.request().get(path).text());
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, Chromium.exactly(name)).first();
    }

    private static void press(Page page, String words) {
        var named = new Page.GetByRoleOptions().setName(Pattern.compile("^" + words));
        page.getByRole(AriaRole.BUTTON, named).first().click();
    }
}
