package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Holder;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Entering and changing organizations as officers do. */
@HouseTest
class OrganizationEditTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Organizations organizations;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID branch = UUID.randomUUID();
    private String page = "";

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        branch = county.townships().getFirst().branches().getFirst().id();
        page = "/api/organizations/" + branch;
    }

    @Test
    void anOrganizationIsEnteredWithAllItSays() {
        var sent = entry();
        sent.put("branchClass", "vanguard");

        var made = officer.post("/api/organizations", sent);

        assertThat(made.status()).isEqualTo(201);
        var view = made.json();
        assertThat(made.header("Location"))
                .isEqualTo("/api/organizations/" + view.get("id").asString());
        assertThat(made.header("ETag")).isEqualTo("\"0\"");
        assertThat(view.get("branchClass").asString()).isEqualTo("vanguard");
        assertThat(view.get("validFrom").asString()).isEqualTo("2020-03-01");
        assertThat(view.get("edit").get("fields").valueStream().map(f -> f.asString()))
                .contains("name", "kind", "branchClass", "establishedOn")
                .doesNotContain("parent");
        var again = officer.get(made.header("Location"));
        assertThat(again.json()).isEqualTo(view);
        assertThat(again.header("ETag")).isEqualTo("\"0\"");
        assertThat(officer.get("/api/organizations?q={}", "新庄").ids()).hasSize(1);
    }

    @Test
    void aLostAnswerMayBeAskedForAgainAndNothingIsMadeTwice() {
        var key = UUID.randomUUID();
        var made = officer.post("/api/organizations", entry(), key);
        var again = officer.post("/api/organizations", entry(), key);

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(officer.get("/api/organizations?parent={}", county.top()).ids()).hasSize(3);
    }

    @Test
    void whatIsMissingIsToldAllAtOnce() {
        assertThat(faults(officer.post("/api/organizations", Map.of())))
                .containsOnlyKeys("/parent", "/name", "/kind", "/field", "/establishedOn")
                .containsEntry("/name", "请填写党组织全称");
    }

    @Test
    void everyFieldRefusesWhatItIsNot() {
        var bad = new HashMap<String, Object>();
        bad.put("parent", "x");
        bad.put("name", "长".repeat(101));
        bad.put("kind", "party");
        bad.put("field", 7);
        bad.put("branchClass", "best");
        bad.put("division", "99");
        bad.put("establishedOn", LocalDate.now(clock).plusDays(2).toString());
        bad.put("members", 3);

        assertThat(faults(officer.post("/api/organizations", bad)))
                .containsOnlyKeys(
                        bad.keySet().stream().map(name -> "/" + name).toArray(String[]::new));
        assertThat(faults(officer.post("/api/organizations", with("name", " \u200B\u3000 "))))
                .containsEntry("/name", "请填写党组织全称");
        assertThat(faults(officer.post("/api/organizations", with("name", "a\u0000b"))))
                .containsOnlyKeys("/name");
    }

    @Test
    void namesAreKeptWithRareCharactersAndWithoutUnseenOnes() {
        var name = "中共莫𡐓\uE123村党支部";
        var typed = "\u200B" + name.replace("村", "\u200D村") + "\uFEFF ";

        var made = officer.post("/api/organizations", with("name", typed));

        assertThat(made.json().get("name").asString()).isEqualTo(name);
        var longest = "𡐓".repeat(100);
        assertThat(officer.post("/api/organizations", with("name", longest)).status())
                .isEqualTo(201);
    }

    @Test
    void anOrganizationIsEnteredWithinTheScopeAlone() {
        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());

        var refused = west.post("/api/organizations", entry());
        assertThat(faults(refused)).containsEntry("/parent", "这个党组织不在您的管理范围内，或不存在");
        var own = with("parent", county.townships().getLast().top().toString());
        assertThat(west.post("/api/organizations", own).status()).isEqualTo(201);
    }

    @Test
    void aNeighboursOrganizationIsNotThere() {
        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());

        assertThat(west.patch(page, 0, Map.of("name", "改")).status()).isEqualTo(404);
        assertThat(west.get(page + "/history").status()).isEqualTo(404);
    }

    @Test
    void aSecretaryReadsAndMayNotWrite() {
        var secretary = caller(Role.SECRETARY, branch);

        var seen = secretary.get(page).json();
        assertThat(seen.get("edit").get("fields").isEmpty()).isTrue();
        assertThat(secretary.patch(page, 0, Map.of("name", "改")).status()).isEqualTo(403);
        assertThat(secretary.post("/api/organizations", entry()).status()).isEqualTo(403);
    }

    @Test
    void aChangeHoldsFromItsDayOnAndTheHistoryTellsIt() {
        var changed =
                officer.patch(
                        page,
                        0,
                        Map.of(
                                "name",
                                "中共东村总支部委员会",
                                "kind",
                                "general-branch",
                                "effectiveOn",
                                "2020-01-01"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().get("validFrom").asString()).isEqualTo("2020-01-01");
        assertThat(holder(LocalDate.of(2019, 12, 31)).kind()).isEqualTo("branch");
        assertThat(holder(LocalDate.now(clock)))
                .isEqualTo(new Holder("中共东村总支部委员会", "general-branch", null, false));
        var entries = officer.get(page + "/history").json().get("items");
        var entry = entries.get(0);
        assertThat(entry.get("title").asString()).isEqualTo("修改");
        assertThat(entry.get("by").asString()).isEqualTo("演示用户");
        assertThat(entry.get("effectiveOn").asString()).isEqualTo("2020-01-01");
        assertThat(entry.get("changes").valueStream().map(c -> c.get("after").asString()))
                .containsExactlyInAnyOrder("中共东村总支部委员会", "党总支");
        assertThat(entries.get(1).get("title").asString()).isEqualTo("登记入册");
        var members = officer.get("/api/members?organization={}", branch).json().get("items");
        assertThat(members.get(0).get("organization").get("name").asString())
                .isEqualTo("中共东村总支部委员会");
    }

    @Test
    void aCorrectionRewritesTheWholeTimeInWhichItStood() {
        var corrected = officer.patch(page, 0, Map.of("name", "中共东山村党支部", "correction", true));

        assertThat(corrected.json().get("validFrom").asString()).isEqualTo("2001-07-01");
        var history = officer.get(page + "/history").json().get("items").get(0);
        assertThat(history.get("title").asString()).isEqualTo("更正");
    }

    @Test
    void theFirstDayIsCorrectedAndWhatWasKnownBeginsWithIt() {
        var earlier = officer.patch(page, 0, Map.of("establishedOn", "1950-05-01"));
        assertThat(earlier.status()).isEqualTo(200);
        assertThat(earlier.json().get("establishedOn").asString()).isEqualTo("1950-05-01");
        assertThat(earlier.json().get("validFrom").asString()).isEqualTo("1950-05-01");

        var later = officer.patch(page, 1, Map.of("establishedOn", "2002-01-01"));
        assertThat(faults(later)).containsOnlyKeys("/establishedOn");
        assertThat(later.response().body()).contains("从 2001-07-01 起这里就有党员");
        officer.patch(page, 1, Map.of("field", "organ", "effectiveOn", "1960-01-01"));
        assertThat(faults(officer.patch(page, 2, Map.of("establishedOn", "1960-01-01"))))
                .containsEntry("/establishedOn", "登记的情况在 1960-01-01 有过变化，成立日期须在这一天之前");
        assertThat(faults(officer.patch(page, 2, Collections.singletonMap("establishedOn", null))))
                .containsOnlyKeys("/establishedOn");
    }

    @Test
    void aChangeSaysWhichVersionItIsBasedOn() {
        var without =
                officer.send(
                        officer.json(page)
                                .method("PATCH", BodyPublishers.ofString("{\"name\":\"改\"}")));
        assertThat(without.status()).isEqualTo(428);
        assertThat(officer.patch(page + "?asOf=2020-01-01", 0, Map.of()).status()).isEqualTo(400);
        assertThat(faults(officer.patch(page, 0, Map.of("name", "改", "effectiveOn", "2001-06-30"))))
                .containsOnlyKeys("/effectiveOn");
    }

    @Test
    void whoComesSecondIsToldBothValues() {
        officer.patch(page, 0, Map.of("kind", "general-branch", "field", "organ"));

        var late = officer.patch(page, 0, Map.of("kind", "joint", "branchClass", "vanguard"));

        assertThat(late.status()).isEqualTo(409);
        var told = late.json();
        assertThat(told.get("version").asInt()).isEqualTo(1);
        assertThat(told.get("changedBy").asString()).isEqualTo("演示用户 · 县级党务工作者");
        assertThat(told.get("current").get("field").asString()).isEqualTo("organ");
        var kind =
                told.get("conflicts")
                        .valueStream()
                        .filter(c -> c.get("field").asString().equals("kind"))
                        .findFirst()
                        .orElseThrow();
        assertThat(kind.get("yours").asString()).isEqualTo("联合党支部");
        assertThat(kind.get("theirs").asString()).isEqualTo("党总支");
    }

    @Test
    void repeatingAChangeWhoseAnswerWasLostChangesNothing() {
        var change = Map.of("field", "organ");
        officer.patch(page, 0, change);

        var again = officer.patch(page, 0, change);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("version").asInt()).isEqualTo(1);
        assertThat(officer.get(page + "/history").json().get("items").size()).isEqualTo(2);
    }

    @Test
    void ofTwoEditorsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var other = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
        List<Callable<Integer>> both =
                List.of(
                        () -> officer.patch(page, 0, Map.of("name", "甲")).status(),
                        () -> other.patch(page, 0, Map.of("name", "乙")).status());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(both);
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(officer.get(page).json().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void onlyBranchesAreToldApartByClass() {
        assertThat(officer.patch(page, 0, Map.of("branchClass", "sunset")).status()).isEqualTo(200);
        assertThat(faults(officer.patch(page, 1, Map.of("kind", "committee"))))
                .containsOnlyKeys("/branchClass");
        var both = new HashMap<String, Object>();
        both.put("kind", "committee");
        both.put("branchClass", null);
        assertThat(officer.patch(page, 1, both).status()).isEqualTo(200);
        var top = "/api/organizations/" + county.top();
        assertThat(faults(officer.patch(top, 0, Map.of("branchClass", "vanguard"))))
                .containsOnlyKeys("/branchClass");
    }

    @Test
    void aBranchWithMembersCannotBecomeAGroupOrTemporary() {
        for (var kind : List.of("group", "temporary")) {
            var refused = officer.patch(page, 0, Map.of("kind", kind));
            assertThat(refused.status()).as(kind).isEqualTo(422);
            assertThat(refused.response().body()).contains("2 名党员");
            assertThat(faults(refused)).containsOnlyKeys("/kind");
        }
        var township = "/api/organizations/" + county.townships().getFirst().top();
        var refused = officer.patch(township, 0, Map.of("kind", "group"));
        assertThat(refused.json().get("rule").asString()).isEqualTo("R-BR-13");
        assertThat(officer.patch(township, 0, Map.of("kind", "temporary")).json().get("rule"))
                .hasToString("\"R-BR-07\"");
        var below = with("kind", "group");
        assertThat(officer.post("/api/organizations", below).status()).isEqualTo(422);
        below.put("parent", branch.toString());
        assertThat(officer.post("/api/organizations", below).status()).isEqualTo(201);
    }

    @Test
    void thePageSaysWhatTheNumbersMean() {
        var view = officer.get(page).json();

        assertThat(view.get("counts").get("members").asInt()).isEqualTo(2);
        assertThat(view.get("counts").get("full").asInt()).isEqualTo(2);
        var first = view.get("thresholds").get(0);
        assertThat(first.get("rule").asString()).isEqualTo("R-BR-01");
        assertThat(first.get("state").asString()).isEqualTo("attend");
        assertThat(first.get("says").asString()).isEqualTo("正式党员 2 名，不足 3 名，应当与相邻的村联合组建党支部");
        assertThat(first.get("text").asString()).contains("正式党员 3 名以上").doesNotContain("{");
        assertThat(first.get("cites").asString()).startsWith("中国共产党支部工作条例");
        var top = officer.get("/api/organizations/" + county.top()).json();
        assertThat(top.get("counts").get("members").asInt()).isEqualTo(8);
        assertThat(top.get("counts").get("held").asInt()).isZero();
    }

    @Test
    void anEndedOrganizationIsToldWithItsDay() {
        var day = LocalDate.now(clock).minusDays(3);
        close(branch, day);

        var change = officer.patch(page, 0, Map.of("name", "改"));
        assertThat(change.response().body()).contains("已于 " + day + " 撤销");
        var below = officer.post("/api/organizations", with("parent", branch.toString()));
        assertThat(faults(below)).containsEntry("/parent", "这个党组织已于 " + day + " 撤销，请选择别的");
        assertThat(holder(LocalDate.now(clock)).endedOn()).isEqualTo(day);
        assertThat(holder(day.minusDays(1)).endedOn()).isNull();
        var west = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(west.patch(page, 0, Map.of("name", "改")).status()).isEqualTo(404);
    }

    private Holder holder(LocalDate day) {
        return scopes.system("test", _ -> organizations.holder(branch, day)).orElseThrow();
    }

    private void close(UUID id, LocalDate day) {
        scopes.system(
                "test",
                _ -> {
                    for (var table : List.of("place", "profile")) {
                        jdbc.sql(
                                        "update organization.%s set valid_to = ? where id = ?"
                                                .formatted(table))
                                .params(day, id)
                                .update();
                    }
                    return jdbc.sql(
                                    """
                                    update organization.organization set ended_on = ? where id = ?
                                    """)
                            .params(day, id)
                            .update();
                });
    }

    private Map<String, Object> entry() {
        var sent = new HashMap<String, Object>();
        sent.put("parent", county.top().toString());
        sent.put("name", "中共新庄党支部");
        sent.put("kind", "branch");
        sent.put("field", "village");
        sent.put("establishedOn", "2020-03-01");
        return sent;
    }

    private Map<String, Object> with(String name, Object value) {
        var sent = entry();
        sent.put(name, value);
        return sent;
    }

    private static Map<String, String> faults(Answer answer) {
        var faults = new HashMap<String, String>();
        answer.json()
                .get("errors")
                .forEach(e -> faults.put(e.get("pointer").asString(), e.get("detail").asString()));
        return faults;
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD);
    }
}
