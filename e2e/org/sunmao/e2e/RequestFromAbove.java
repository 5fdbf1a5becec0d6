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

/** A request of the county to all below: issued by its officer, approved by the deputy. */
final class RequestFromAbove {

    private RequestFromAbove() {}

    /** The page of it. */
    static String issued(Chromium chromium, Page officer) {
        var deputy = chromium.signedInAs(chromium.window(1440, 900), "deputy");
        var county = session(officer).get("organization").get("id").asString();
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(3).toString();
        var wish =
                Map.ofEntries(
                        Map.entry("organization", county),
                        Map.entry("title", "防汛物资摸底"),
                        Map.entry("document", "县防汛抗旱指挥部〔2026〕3 号文件"),
                        Map.entry("article", "第二条"),
                        Map.entry("purpose", "安排全县防汛物资的调配"),
                        Map.entry("items", List.of(Map.of("label", "防汛物资数量", "kind", "number"))),
                        Map.entry("frequency", "monthly"),
                        Map.entry("days", 10),
                        Map.entry("until", until),
                        Map.entry("minutes", 15),
                        Map.entry("target", Map.of("top", county)),
                        Map.entry("approver", session(deputy).get("account").get("id").asString()));
        var id = post(officer, "/api/requests", wish).get("id").asString();
        post(officer, "/api/requests/" + id + "/submit", Map.of());
        post(deputy, "/api/requests/" + id + "/approve", Map.of());
        deputy.context().close();
        return "/requests/" + id;
    }

    private static JsonNode session(Page page) {
        return JsonMapper.shared().readTree(page.context().request().get("/api/session").text());
    }

    private static JsonNode post(Page page, String path, Object body) {
        var token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow();
        var options = RequestOptions.create().setHeader("X-XSRF-TOKEN", token.value).setData(body);
        var answer = page.context().request().post(path, options);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.text());
    }
}
