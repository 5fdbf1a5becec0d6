package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Steps of an admission, taken by whoever is signed in; what the journey itself looks at is left.
 */
final class AdmissionSteps {

    private AdmissionSteps() {}

    /** The case as it stands. */
    static JsonNode seen(Page page, String id) {
        return json(page, "/api/admissions/" + id);
    }

    static void take(Page page, String id, String step, LocalDate on, Map<String, ?> fields) {
        take(page, id, step, on, fields, null);
    }

    /** A vote: all who are due came, and all were in favour. */
    static void vote(Page page, String id, String step, LocalDate on, Map<String, ?> fields) {
        var due = full(page, seen(page, id).at("/organization/id").asString(), on);
        var vote =
                Map.of(
                        "absent", List.of(),
                        "excluded", List.of(),
                        "written", 0,
                        "inFavour", due.size(),
                        "against", 0,
                        "abstained", 0,
                        "chair", due.getFirst(),
                        "recorder", due.getLast());
        take(page, id, step, on, fields, vote);
    }

    /** The full members who are due to vote on a day. */
    static List<String> full(Page page, String branch, LocalDate on) {
        return json(page, "/api/organizations/" + branch + "/voters?on=" + on)
                .get("due")
                .valueStream()
                .filter(one -> one.get("full").asBoolean())
                .map(one -> one.get("member").asString())
                .toList();
    }

    private static void take(
            Page page,
            String id,
            String step,
            LocalDate on,
            Map<String, ?> fields,
            @Nullable Map<String, ?> vote) {
        var wish = new HashMap<String, Object>(Map.of("on", on.toString(), "fields", fields));
        if (vote != null) {
            wish.put("vote", vote);
        }
        var token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow();
        var options =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", token.value)
                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                        .setHeader("If-Match", "\"" + seen(page, id).get("version").asInt() + '"')
                        .setData(wish);
        var path = "/api/admissions/" + id + "/steps/" + step;
        var answer = page.context().request().post(path, options);
        assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    }

    static JsonNode json(Page page, String path) {
        var answer = page.context().request().get(path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }
}
