package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A township loads a roster with more than twenty-five kinds of faults: each is said, the rows that
 * stayed out are downloaded, mended and brought in while the page is left; the numbers change, and
 * all goes back to where it was.
 */
@BrowserTest
class RosterComesInTests {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern ID = Pattern.compile(".*/imports/([0-9a-f-]{36}).*");

    @Autowired Chromium chromium;

    @Test
    void aRosterFullOfFaultsIsMendedBroughtInAndTakenBack() throws IOException {
        var desk = chromium.desk("township-officer");
        var branch = branch(desk);
        var before = members(desk);
        var counted = statistics(desk);

        var faulty = FaultyRoster.of(branch);
        send(desk, "全镇党员名册.xlsx", faulty.workbook());
        assertThat(heading(desk, "核对结果")).isVisible();
        assertThat(heading(desk, "发现的问题")).isVisible();
        var one = shown(desk);
        assertThat(kinds(one)).as("kinds of faults").hasSizeGreaterThanOrEqualTo(25);
        assertThat(one.at("/counts/failed").asInt())
                .as(() -> taken(desk, one))
                .isEqualTo(faulty.faulty());
        assertThat(members(desk)).isEqualTo(before);

        look(desk);
        var failed = failed(desk);
        assertThat(failed).hasSize(1 + faulty.faulty());
        assertThat(failed.getFirst()).endsWith("错误");
        send(desk, "改好的名册.xlsx", faulty.mended(failed));
        assertThat(shown(desk).at("/counts/failed").asInt()).as(() -> problems(desk)).isZero();

        var written = commit(desk);
        assertThat(members(desk)).isEqualTo(before + written);
        assertThat(statistics(desk)).isNotEqualTo(counted);

        press(desk, "撤销这次导入");
        press(desk, "撤销导入");
        assertThat(heading(desk, "已撤销这次导入")).isVisible();
        assertThat(members(desk)).isEqualTo(before);
        assertThat(statistics(desk)).isEqualTo(counted);
    }

    private static void send(Page desk, String name, byte[] content) {
        desk.navigate("/imports");
        desk.getByRole(AriaRole.BUTTON, Chromium.exactly("导入")).click();
        desk.getByLabel("选择文件，或把文件拖到这里").setInputFiles(new FilePayload(name, XLSX, content));
        press(desk, "上传并核对");
        desk.waitForURL(ID);
        assertThat(heading(desk, "核对结果")).isVisible();
    }

    /** One kind of problems, one row of it. */
    private static void look(Page desk) {
        press(desk, "看这");
        assertThat(desk.locator("main")).containsText("只看有一种问题的行");
    }

    /** Leaves the page as soon as it is asked for, and comes back. */
    private static int commit(Page desk) {
        var address = desk.url();
        var rows = shown(desk).at("/counts/valid").asInt();
        press(desk, "导入 ");
        var accept = desk.getByText("一并导入，照名册写");
        if (accept.count() > 0) {
            accept.click();
        }
        press(desk, "确认导入");
        desk.navigate("/");
        desk.navigate(address);
        assertThat(heading(desk, "导入结果")).isVisible();
        assertThat(shown(desk).at("/counts/written").asInt()).isEqualTo(rows);
        return rows;
    }

    private static List<List<String>> failed(Page desk) throws IOException {
        var link = desk.getByRole(AriaRole.LINK, named("^下载有误的"));
        var answer = desk.request().get(link.getAttribute("href"));
        assertThat(answer.status()).isEqualTo(200);
        var shown = new DataFormatter();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            var rows = new ArrayList<List<String>>();
            var width = book.getSheetAt(0).getRow(0).getLastCellNum();
            for (var row : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                for (var i = 0; i < width; i++) {
                    cells.add(shown.formatCellValue(row.getCell(i)));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    private static Map<String, Integer> kinds(JsonNode one) {
        var kinds = new HashMap<String, Integer>();
        one.get("kinds")
                .forEach(
                        kind ->
                                kinds.merge(
                                        kind.get("code").asString() + kind.get("field"),
                                        kind.get("rows").asInt(),
                                        Integer::sum));
        return kinds;
    }

    private static JsonNode shown(Page desk) {
        var id = ID.matcher(desk.url());
        if (!id.matches()) {
            throw new IllegalStateException(desk.url());
        }
        return json(desk, "/api/imports/" + id.group(1));
    }

    private static String taken(Page desk, JsonNode one) {
        var rows = "/api/imports/%s/rows?only=valid&after=21".formatted(one.get("id").asString());
        return json(desk, rows).toString();
    }

    private static String problems(Page desk) {
        return shown(desk).get("kinds").toString();
    }

    private static int members(Page desk) {
        return json(desk, "/api/members/count").get("count").asInt();
    }

    private static String statistics(Page desk) {
        return json(desk, "/api/statistics").get("tables").toString();
    }

    /** A village branch of the township, and what its superior is called. */
    private static String branch(Page desk) {
        var top = json(desk, "/api/organizations").at("/items/0/id").asString();
        return json(desk, "/api/organizations?limit=200&parent=" + top)
                .get("items")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("branch"))
                .filter(one -> !one.get("hasChildren").asBoolean())
                .map(one -> one.get("name").asString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Page page, String path) {
        return new JsonMapper().readTree(page.request().get(path).text());
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, Chromium.exactly(name)).first();
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, named("^" + words)).first().click();
    }

    private static Page.GetByRoleOptions named(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }
}
