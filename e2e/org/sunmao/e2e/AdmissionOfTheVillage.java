package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Somebody on the way into the Party, entered as it stands on paper. */
final class AdmissionOfTheVillage {

    private final Page officer;
    private final String branch;
    private JsonNode view;

    private AdmissionOfTheVillage(Page officer, String branch) {
        this.officer = officer;
        this.branch = branch;
        var said =
                Map.of(
                        "organization", branch,
                        "name", "林穗",
                        "sex", "2",
                        "nation", "01",
                        "bornOn", "2000-03-01",
                        "appliedOn", today().minusMonths(20).toString());
        view = read(officer.request().post("/api/admissions", sent(officer, said)));
    }

    /** The page of an activist whose contacts are named, and who was assessed once. */
    static String activist(Page officer, String branch) {
        var it = new AdmissionOfTheVillage(officer, branch);
        it.cultivated();
        return "/admissions/" + it.view.get("id").asString();
    }

    private void cultivated() {
        var two = members().subList(0, 2);
        take("talk", 19, Map.of("talker", two.getFirst(), "words", "动机端正，家里支持。"));
        take(
                "fix-activist",
                11,
                Map.of(
                        "recommended",
                        "members",
                        "noticeFrom",
                        today().minusMonths(11).minusDays(12).toString(),
                        "noticeTo",
                        today().minusMonths(11).minusDays(1).toString()));
        take("file-activist", 10, Map.of("agreed", true, "reply", "同意备案。"));
        take("contacts", 10, Map.of("contacts", two));
        take("assess", 5, Map.of("conduct", "账目公开，群众信任。", "opinion", "继续培养。"));
    }

    private List<String> members() {
        var path = "/api/organizations/" + branch + "/voters?on=" + today().minusMonths(19);
        return read(officer.request().get(path))
                .get("due")
                .valueStream()
                .filter(one -> one.get("full").asBoolean())
                .map(one -> one.get("member").asString())
                .toList();
    }

    private void take(String step, int monthsAgo, Map<String, Object> fields) {
        var body =
                Map.of(
                        "on",
                        today().minusMonths(monthsAgo).toString(),
                        "reason",
                        "以前在纸上办的，现在补录。",
                        "fields",
                        fields);
        var path = "/api/admissions/" + view.get("id").asString() + "/steps/" + step;
        var version = view.get("version").asInt();
        var options = sent(officer, body).setHeader("If-Match", "\"" + version + "\"");
        view = read(officer.request().post(path, options));
    }

    private static RequestOptions sent(Page page, Object body) {
        var token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow();
        return RequestOptions.create()
                .setHeader("X-XSRF-TOKEN", token.value)
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setData(body);
    }

    private static JsonNode read(APIResponse answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return Objects.requireNonNull(JsonMapper.shared().readTree(answer.text()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
