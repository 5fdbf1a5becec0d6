package org.sunmao.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sunmao.house.Caller;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Rosters as people send them, and what becomes of them, for tests. */
final class RosterTexts {

    /** The headings of a short roster of members. */
    static final List<String> HEADINGS =
            List.of("姓名", "公民身份号码", "性别", "民族", "出生日期", "学历", "人员类别", "所在党支部", "入党日期", "转正日期");

    private static final LocalDate BORN = LocalDate.of(1981, 3, 5);
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private RosterTexts() {}

    /** Somebody of the village's first branch whom no other test knows. */
    static List<String> fresh(String name) {
        var n = SEQUENCE.incrementAndGet();
        return someone(name, BORN.plusDays(n / 400), 501 + n % 400, "中共东村党支部");
    }

    /** A row of a member of that branch, born on a day, with the number of that day. */
    static List<String> someone(String name, LocalDate bornOn, int sequence, String branch) {
        return new ArrayList<>(
                List.of(
                        name,
                        Village.number(bornOn, sequence),
                        sequence % 2 == 1 ? "男" : "女",
                        "汉族",
                        bornOn.toString(),
                        "初中毕业",
                        "正式党员",
                        branch,
                        bornOn.plusYears(20).toString(),
                        bornOn.plusYears(21).toString()));
    }

    static byte[] csv(List<List<String>> rows) {
        return csv(HEADINGS, rows);
    }

    static byte[] csv(List<String> headings, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", headings));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static String line(List<String> row) {
        return row.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    /** Sends a roster and waits until it can be looked at, or was rejected. */
    static JsonNode preview(Caller caller, String kind, String fileName, byte[] content) {
        var sent = caller.upload("/api/imports", fileName, content, Map.of("kind", kind));
        if (sent.status() != 201) {
            throw new IllegalStateException(sent.status() + " " + sent.response().body());
        }
        return rest(caller, UUID.fromString(sent.json().get("id").asString()));
    }

    static JsonNode commit(Caller caller, JsonNode one) {
        return act(caller, one, "commit", Map.of());
    }

    static JsonNode act(Caller caller, JsonNode one, String act, Map<String, ?> body) {
        var answer = caller.post("/api/imports/" + id(one) + "/" + act, body);
        if (answer.status() != 202 && answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.response().body());
        }
        return rest(caller, id(one));
    }

    static UUID id(JsonNode one) {
        return UUID.fromString(one.get("id").asString());
    }

    /** The import as soon as nothing goes on any more. */
    static JsonNode rest(Caller caller, UUID id) {
        for (var i = 0; i < 1200; i++) {
            var one = caller.get("/api/imports/" + id).json();
            if (!one.get("state").asString().endsWith("ing")) {
                return one;
            }
            pause();
        }
        throw new IllegalStateException("the import does not come to rest");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The codes of the problems of a row. */
    static List<String> codes(Caller caller, JsonNode one, int row) {
        return caller.get("/api/imports/" + id(one) + "/rows/" + row)
                .json()
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("code").asString())
                .toList();
    }

    static int count(JsonNode one, String what) {
        return one.get("counts").get(what).asInt();
    }
}
