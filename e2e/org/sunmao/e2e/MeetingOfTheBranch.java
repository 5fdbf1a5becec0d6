package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A members' meeting that voted, and an appraisal, recorded as they are proposed. */
final class MeetingOfTheBranch {

    private static final int TRIES = 100;

    private MeetingOfTheBranch() {}

    /** The page of it. */
    static String recorded(Page officer, String branch, String type) {
        var path = "/api/organizations/" + branch + "/meetings";
        var asked = officer.context().request().get(path + "/proposal?type=" + type);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        var due = JsonMapper.shared().readTree(asked.text()).get("due");
        var full = due.valueStream().filter(it -> it.get("status").asString().equals("full"));
        var vote =
                Map.of(
                        "matter",
                        "村级公益事业清单",
                        "inFavour",
                        full.count() - 1,
                        "against",
                        1,
                        "abstained",
                        0);
        var said =
                Map.ofEntries(
                        Map.entry("type", type),
                        Map.entry("on", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()),
                        Map.entry("topic", "村级公益事业清单"),
                        Map.entry("absent", List.of()),
                        Map.entry("votes", type.equals("members") ? List.of(vote) : List.of()),
                        Map.entry("resolution", "同意清单，按月公开进度。"));
        return "/meetings/" + post(officer, path, said).get("id").asString();
    }

    /** A visit is recorded: of whom something is recorded, the duties are looked at again. */
    static void lookedAt(Page officer, String branch) {
        recorded(officer, branch, "visit");
        var open = "/api/duties?name=theme-day&state=open&organization=" + branch;
        var tries = 0;
        while (!officer.request().get(open).text().contains("theme-day") && tries++ < TRIES) {
            officer.waitForTimeout(200);
        }
    }

    private static JsonNode post(Page page, String path, Object body) {
        var token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow();
        var options =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", token.value)
                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                        .setData(body);
        var answer = page.context().request().post(path, options);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.text());
    }
}
