package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A year is planned from the rules, adopted, moved with a reason, and copied. */
@HouseTest
class YearPlanTests extends MeetingHouse {

    @Test
    @Proves({"R-LF-08", "R-LF-10", "R-LF-05"})
    void thePlanOfTheYearToComeIsWhatTheRulesAskFor() {
        var plan = plan(next());
        assertThat(plan.get("version").isNull()).isTrue();
        assertThat(count(plan, "members")).isEqualTo(4);
        assertThat(count(plan, "lecture")).isEqualTo(4);
        assertThat(count(plan, "theme-day")).isEqualTo(12);
        assertThat(count(plan, "committee")).as("it has no committee").isZero();
        assertThat(count(plan, "appraisal")).isEqualTo(1);
        var life = lines(plan, "life-meeting");
        assertThat(life).hasSize(1);
        assertThat(LocalDate.parse(life.getFirst().get("on").asString()).getMonthValue())
                .isGreaterThan(9);
        assertThat(life.getFirst().get("rule").get("id").asString()).isEqualTo("R-LF-10");

        var group = village.organization(branch, "第一党小组", "group");
        var months = secretary.get("/api/organizations/" + group + "/plan?year=" + next()).json();
        assertThat(count(months, "group")).isEqualTo(12);
    }

    @Test
    @Proves("R-LF-08")
    void whatIsProposedIsAdoptedAndAThemeDayIsMovedWithAReason() {
        var year = next();
        var adopted = put(year, plan(year)).json();
        assertThat(adopted.get("version").asInt()).isEqualTo(1);
        assertThat(adopted.get("adopted").get("by").asString()).isNotBlank();

        var items = items(adopted);
        var at = indexOf(items, "theme-day");
        var day = LocalDate.parse((String) items.get(at).get("on")).plusDays(2);
        items.get(at).put("on", day.toString());
        var order = Map.of("themeDay", adopted.get("themeDay").asInt(), "items", items);
        var moved = secretary.put(path(year), 1, order);
        assertThat(refused(moved, 400)).contains("items/" + at + "/movedReason", "请写明原因");
        items.get(at).put("movedReason", "正是农忙");
        assertThat(secretary.put(path(year), 1, order).status()).isEqualTo(200);

        var stale = secretary.put(path(year), 1, order);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("current").get("version").asInt()).isEqualTo(2);
        assertThat(secretary.put(path(year), order).status()).isEqualTo(428);

        var copied = secretary.get(path(year + 1) + "&copy=" + year).json();
        assertThat(copied.get("items").size()).isEqualTo(items.size());
        assertThat(copied.toString()).doesNotContain("正是农忙");
        assertThat(secretary.get(path(year) + "&copy=1950").status()).isEqualTo(400);
    }

    @Test
    void whatWasHeldFulfilsItsLineAndIsInTheCalendar() {
        put(today().getYear(), plan(today().getYear()));
        var id = add(Map.of("type", "theme-day", "topic", "扫雪"));
        var plan = plan(today().getYear());
        assertThat(plan.toString()).contains(id);
        var month = today().toString().substring(0, 7);
        for (var who : List.of(branch, township)) {
            var path = "/api/organizations/" + who + "/life-calendar?month=" + month;
            var calendar = officer.get(path).json();
            var today =
                    StreamSupport.stream(calendar.get("days").spliterator(), false)
                            .filter(one -> one.get("on").asString().equals(today().toString()))
                            .findFirst()
                            .orElseThrow();
            assertThat(today.toString()).contains("扫雪", "\"kind\":\"held\"", "\"people\":4");
        }
    }

    @Test
    @Proves("R-LF-16")
    void politicalBirthdaysAreNamedToTheBranchAndCountedForTheTownship() {
        var born = LocalDate.of(1979, 3, 3);
        var joined = LocalDate.of(2000, 2, 29);
        village.enter(Village.someone(branch, "赵闰", born, joined, joined.plusYears(1)));
        var own = birthdays(secretary.get(calendar(branch, "2025-02")).json());
        assertThat(own.toString()).contains("赵闰（25 年）");
        var calendar = secretary.get(calendar(branch, "2025-02")).json();
        assertThat(calendar.get("days").toString()).contains("2025-02-28");
        var all = birthdays(officer.get(calendar(township, "2025-02")).json());
        assertThat(all).isNotEmpty().allSatisfy(YearPlanTests::namesNobody);
    }

    private static void namesNobody(JsonNode item) {
        assertThat(item.get("topic").asString()).isEqualTo("政治生日");
    }

    @Test
    void nobodyPlansForOthersOrForNoYear() {
        var other = county.townships().getLast().branches().getFirst().id();
        assertThat(secretary.get("/api/organizations/" + other + "/plan").status()).isEqualTo(404);
        var order = Map.of("themeDay", 5, "items", List.of());
        assertThat(secretary.put("/api/organizations/" + other + "/plan", order).status())
                .isEqualTo(404);
        assertThat(secretary.get(path(0)).status()).isEqualTo(400);
        assertThat(secretary.get(calendar(branch, "2026-13")).status()).isEqualTo(400);
        var supervisor = caller(Role.SUPERVISOR, township);
        assertThat(supervisor.put(path(next()), order).status()).isEqualTo(403);
        var lines = new ArrayList<Map<String, Object>>();
        for (var on : List.of(next() - 1 + "-12-31", next() + "-02-30", "")) {
            lines.add(Map.of("type", "members", "on", on));
        }
        lines.add(Map.of("type", "party", "on", next() + "-01-01"));
        var bad = secretary.put(path(next()), Map.of("themeDay", 29, "items", lines));
        assertThat(refused(bad, 400)).contains("themeDay");
        bad = secretary.put(path(next()), Map.of("themeDay", 28, "items", lines));
        assertThat(refused(bad, 400))
                .contains("items/0/on", "items/1/on", "items/2/on", "items/3/type");
    }

    private int next() {
        return today().getYear() + 1;
    }

    private String path(int year) {
        return "/api/organizations/" + branch + "/plan?year=" + year;
    }

    private static String calendar(UUID organization, String month) {
        return "/api/organizations/" + organization + "/life-calendar?month=" + month;
    }

    private JsonNode plan(int year) {
        return secretary.get(path(year)).json();
    }

    private Answer put(int year, JsonNode plan) {
        var order = Map.of("themeDay", plan.get("themeDay").asInt(), "items", items(plan));
        var put = secretary.put(path(year), order);
        assertThat(put.status()).as("%s", put.json()).isEqualTo(200);
        return put;
    }

    private static List<Map<String, Object>> items(JsonNode plan) {
        var items = new ArrayList<Map<String, Object>>();
        for (var line : plan.get("items")) {
            var item = new HashMap<String, Object>();
            for (var name : List.of("type", "on", "topic", "movedReason")) {
                item.put(name, line.get(name).isNull() ? null : line.get(name).asString());
            }
            items.add(item);
        }
        return items;
    }

    private static int indexOf(List<Map<String, Object>> items, String type) {
        for (var at = 0; at < items.size(); at++) {
            if (type.equals(items.get(at).get("type"))) {
                return at;
            }
        }
        throw new AssertionError(type);
    }

    private static List<JsonNode> lines(JsonNode plan, String type) {
        return StreamSupport.stream(plan.get("items").spliterator(), false)
                .filter(line -> line.get("type").asString().equals(type))
                .toList();
    }

    private static long count(JsonNode plan, String type) {
        return lines(plan, type).size();
    }

    private static List<JsonNode> birthdays(JsonNode calendar) {
        return StreamSupport.stream(calendar.get("days").spliterator(), false)
                .flatMap(day -> StreamSupport.stream(day.get("items").spliterator(), false))
                .filter(item -> item.get("kind").asString().equals("birthday"))
                .toList();
    }
}
