package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Statistics are counts of the registers: every number opens to its rows, on any day. */
@HouseTest
class StatisticsTests {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired Village village;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        township = county.townships().getFirst().top();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @Proves({"R-SS-06", "R-SS-09"})
    @Test
    void membersAreCountedByWhatTheyAre() {
        var young =
                village.enter(
                        Village.someone(
                                branch,
                                "小王",
                                today.minusYears(20).minusDays(17),
                                today.minusMonths(6),
                                null));
        officer.patch(
                "/api/members/" + young,
                0,
                Map.of("sex", "2", "nation", "03", "education", "21", "jobPost", "011"));

        var heads = rows(table(statistics(null, null), "head"));
        assertThat(heads.get("members")).isEqualTo(9);
        assertThat(heads.get("probationary")).isEqualTo(1);
        assertThat(heads.get("basic")).isEqualTo(7);
        assertThat(heads.get("committee")).isEqualTo(3);
        assertThat(heads.get("branch")).isEqualTo(4);
        var basics = table(statistics(township, null), "basic");
        assertThat(basics.get("rule").asString()).isEqualTo("R-SS-07");
        assertThat(rows(basics).get("female")).isEqualTo(1);
        assertThat(rows(basics).get("minority")).isEqualTo(1);
        assertThat(rows(basics).get("college-and-above")).isEqualTo(1);
        assertThat(row(basics, "female").get("share").asDouble()).isEqualTo(20.0);
        assertThat(rows(table(statistics(null, null), "occupation")).get("organ")).isEqualTo(1);
        assertThat(rows(table(statistics(null, null), "nation")).keySet())
                .containsExactlyInAnyOrder("nation-01", "nation-03");
        assertThat(rows(table(statistics(null, null), "age")).get("age-under")).isEqualTo(1);
    }

    @Proves("R-SS-08")
    @Test
    void everyNumberOfAnyDayOpensToItsRows() {
        var world = new LivedYears(village, officer, county, new Random(20261231));
        world.live();
        var mistakes = new ArrayList<String>();
        var cells = 0;
        var inhabited = 0;
        for (var day : world.days()) {
            for (var organization : List.of(county.top(), township, branch)) {
                var statistics = statistics(organization, day);
                for (var table : statistics.get("tables")) {
                    for (var row : table.get("rows")) {
                        cells++;
                        var told = row.get("count").asLong();
                        var listed = listed(row, organization, day);
                        inhabited += told > 0 ? 1 : 0;
                        if (listed != null && listed != told) {
                            mistakes.add(day + " " + table.get("id") + row + " listed " + listed);
                        }
                    }
                }
            }
        }
        assertThat(mistakes).isEmpty();
        assertThat(cells).isGreaterThan(500);
        assertThat(inhabited).isGreaterThan(200);
    }

    @Proves("COD-05")
    @Test
    void onAnyDayThePartsComeToTheWhole() {
        var world = new LivedYears(village, officer, county, new Random(49));
        world.live();
        for (var day : world.days()) {
            for (var organization : List.of(county.top(), township, branch)) {
                var statistics = statistics(organization, day);
                for (var table : statistics.get("tables")) {
                    groups(table)
                            .forEach(
                                    (group, sum) ->
                                            assertThat(sum)
                                                    .as("%s %s %s", day, table.get("id"), group)
                                                    .isEqualTo(table.get("total").asLong()));
                }
            }
        }
    }

    @Test
    void everyNumberOpensToTheOrganizationsBelow() {
        var world = new LivedYears(village, officer, county, new Random(78));
        world.live();
        for (var day : world.days().subList(0, 2)) {
            var whole = statistics(county.top(), day);
            var children = new HashMap<String, JsonNode>();
            for (var township : county.townships()) {
                children.put(township.top().toString(), statistics(township.top(), day));
            }
            for (var table : whole.get("tables")) {
                for (var row : table.get("rows")) {
                    if (row.get("below").asBoolean()) {
                        addsUp(table, row, children, day);
                    }
                }
            }
        }
    }

    private void addsUp(
            JsonNode table, JsonNode row, Map<String, JsonNode> children, LocalDate day) {
        var id = table.get("id").asString();
        var key = row.get("key").asString();
        var below =
                officer.get(
                                "/api/statistics/breakdown?organization={}&asOf={}&table={}&key={}",
                                county.top(),
                                day,
                                id,
                                key)
                        .json();
        var as = day + " " + id + " " + key;
        assertThat(below.get("count").asLong()).as(as).isEqualTo(row.get("count").asLong());
        assertThat(below.get("filter")).as(as).isEqualTo(row.get("filter"));
        var sum = below.get("own").asLong();
        for (var item : below.get("items")) {
            sum += item.get("count").asLong();
            var child = table(Objects.requireNonNull(children.get(item.get("id").asString())), id);
            assertThat(item.get("count").asLong())
                    .as(as)
                    .isEqualTo(rows(child).getOrDefault(key, 0L));
        }
        assertThat(sum).as(as).isEqualTo(below.get("count").asLong());
    }

    @Proves("R-SS-03")
    @Test
    void growthIsReckonedFromTheLastCutOff() {
        var cutOff = LocalDate.of(today.getYear() - 1, 12, 31);
        var joined = village.member(branch, "赵六");
        assertThat(rows(table(statistics(branch, null), "head")).get("growth")).isZero();
        move(joined, county.townships().getLast().branches().getFirst().id(), cutOff.plusDays(1));

        var heads = rows(table(statistics(branch, null), "head"));
        assertThat(heads.get("year-before")).isEqualTo(3);
        assertThat(heads.get("growth")).isEqualTo(-1);
        assertThat(rows(table(statistics(branch, cutOff), "head")).get("growth")).isZero();
        assertThat(rows(table(statistics(branch, LocalDate.of(2001, 7, 1)), "head")))
                .doesNotContainKey("growth");
    }

    @Test
    void aDayToComeIsAPreview() {
        var cutOff = LocalDate.of(today.getYear(), 12, 31);
        var later = cutOff.isAfter(today) ? cutOff : cutOff.plusYears(1);
        var statistics = statistics(null, later);

        assertThat(statistics.get("preview").asBoolean()).isTrue();
        assertThat(statistics.at("/says/0").asString()).contains("预览").contains(later.toString());
        assertThat(rows(table(statistics, "head")).get("members")).isEqualTo(8);
        assertThat(statistics(null, null).get("preview").asBoolean()).isFalse();
    }

    @Proves("PRV-11")
    @Test
    void whatIsPublishedShowsNoSmallNumberOfPersons() {
        var published =
                officer.get("/api/statistics/published?organization={}", county.top()).json();

        assertThat(published.get("published").asBoolean()).isTrue();
        for (var table : published.get("tables")) {
            for (var row : table.get("rows")) {
                if (row.get("list").asString().equals("members") && !row.get("count").isNull()) {
                    assertThat(Math.abs(row.get("count").asLong())).as("%s", row).isNotIn(few());
                }
                assertThat(row.get("filter").isNull()).isTrue();
            }
        }
        var small = officer.get("/api/statistics/published?organization={}", branch).json();
        assertThat(row(table(small, "head"), "members").get("hidden").asString()).isEqualTo("<5");
        assertThat(table(small, "basic").get("total").isNull()).isTrue();
        assertThat(small.at("/says/1").asString()).contains("不显示");
    }

    @Test
    void statisticsAreReadWithinOnesScope() {
        var stranger = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        for (var path : List.of("", "/published", "/breakdown?table=age&key=age-31")) {
            var mark = path.contains("?") ? "&" : "?";
            assertThat(stranger.get("/api/statistics" + path + mark + "organization=" + branch))
                    .extracting(Caller.Answer::status)
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/api/organizations?organization={}", branch).status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/bodies?organization={}", branch).status()).isEqualTo(404);
        var secretary = caller(Role.SECRETARY, branch);
        assertThat(secretary.get("/api/statistics").json().at("/organization/id").asString())
                .isEqualTo(branch.toString());
        assertThat(caller(Role.MEMBER, branch).get("/api/statistics").status()).isEqualTo(403);
        assertThat(officer.get("/api/statistics/breakdown?table=age&key=none").status())
                .isEqualTo(404);
        assertThat(officer.get("/api/statistics?asOf=2026-02-30").status()).isEqualTo(400);
        for (var filter : List.of("kind=!", "field=A", "formed=perhaps")) {
            assertThat(officer.get("/api/bodies?" + filter).status()).as(filter).isEqualTo(400);
        }
    }

    private static List<Long> few() {
        return List.of(1L, 2L, 3L, 4L);
    }

    private void move(UUID member, UUID to, LocalDate day) {
        var version = officer.get("/api/members/" + member).json().get("version").asInt();
        var sent = Map.of("organization", to, "effectiveOn", day);
        assertThat(officer.patch("/api/members/" + member, version, sent).status()).isEqualTo(200);
    }

    /** How many the list shows under the filter of a row; null where the row has none. */
    private @Nullable Long listed(JsonNode row, UUID organization, LocalDate day) {
        if (row.get("filter").isNull()) {
            return null;
        }
        var query = new TreeMap<String, String>();
        query.put("asOf", day.toString());
        row.get("filter").forEachEntry((name, value) -> query.put(name, value.asString()));
        query.put("organization", organization.toString());
        query.put("limit", "200");
        var sent =
                query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
        var list = officer.get("/api/" + row.get("list").asString() + "?" + sent);
        return list.status() == 200 ? (long) list.ids().size() : -1L;
    }

    private static Map<String, Long> groups(JsonNode table) {
        var sums = new HashMap<String, Long>();
        for (var row : table.get("rows")) {
            if (!row.get("group").isNull()) {
                sums.merge(row.get("group").asString(), row.get("count").asLong(), Long::sum);
            }
        }
        return sums;
    }

    private JsonNode statistics(@Nullable UUID organization, @Nullable LocalDate day) {
        return officer.get(
                        "/api/statistics?organization={}&asOf={}",
                        organization == null ? "" : organization,
                        day == null ? "" : day)
                .json();
    }

    private static JsonNode table(JsonNode statistics, String id) {
        return statistics
                .get("tables")
                .valueStream()
                .filter(table -> table.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode row(JsonNode table, String key) {
        return table.get("rows")
                .valueStream()
                .filter(row -> row.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Long> rows(JsonNode table) {
        return table.get("rows")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("key").asString(),
                                row -> row.get("count").asLong()));
    }

    private Caller caller(Role role, UUID organization) {
        return new Caller(port).signIn(village.account(role, organization, null), Village.PASSWORD);
    }
}
