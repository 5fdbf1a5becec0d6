package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Carrying changes out: at once, on their day, against another, and not at all. */
@HouseTest
class ChangeWorkTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired ChangeDays days;
    @Autowired ChangeWork work;
    @Autowired ChangeStore store;
    @Autowired ChangeCases cases;
    @Autowired TestClock time;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    private final Map<String, String> prints = new HashMap<>();
    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID east = UUID.randomUUID();
    private UUID west = UUID.randomUUID();
    private UUID one = UUID.randomUUID();
    private UUID two = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        east = county.townships().getFirst().top();
        west = county.townships().getLast().top();
        one = county.townships().getFirst().branches().getFirst().id();
        two = county.townships().getFirst().branches().getLast().id();
    }

    @AfterEach
    void setBack() {
        time.ahead(Duration.ZERO);
    }

    @Test
    void ofTwoWhoReorganizeTheSameTheSecondIsToldWhatDiffers() throws Exception {
        var other = caller(Role.COUNTY_OFFICER, county.top(), null);
        var merge = approve(officer, today(), merge(one, two));
        var move = approve(other, today(), move(one, west));
        Callable<Answer> first = () -> apply(officer, merge);
        Callable<Answer> second = () -> apply(other, move);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers =
                    pool.invokeAll(List.of(first, second)).stream()
                            .map(f -> f.resultNow())
                            .toList();
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
            var stale = answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
            assertThat(stale.json().get("conflicts").get(0).get("field").asString())
                    .isIn(one.toString(), two.toString());
        }
    }

    @Test
    void aPlannedChangeIsCarriedOutOnItsDayAndOnce() {
        var change = approve(officer, today().plusDays(2), move(one, west));
        assertThat(apply(officer, change).json().get("state").asString()).isEqualTo("planned");
        days.run();
        assertThat(view(officer, change).get("state").asString()).isEqualTo("planned");

        time.ahead(Duration.ofDays(3));
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        days.run();
        days.run();
        var applied = view(officer, change);
        assertThat(applied.get("state").asString()).isEqualTo("applied");
        assertThat(officer.get("/api/organizations/{}", one).json().get("parent").asString())
                .isEqualTo(west.toString());
    }

    @Test
    void aPlannedChangeThatCannotBeSaysWhy() {
        var change = approve(officer, today().plusDays(2), move(one, west));
        apply(officer, change);
        var merge = approve(officer, today(), merge(one, two));
        assertThat(apply(officer, merge).status()).isEqualTo(200);

        time.ahead(Duration.ofDays(3));
        officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        days.run();
        var blocked = view(officer, change);
        assertThat(blocked.get("state").asString()).isEqualTo("planned");
        assertThat(blocked.get("blocked").asString()).contains("撤销");
    }

    @Test
    void whatBreaksOffMidwayLeavesNothing() {
        var change = approve(officer, today(), merge(one, two));
        var id = UUID.fromString(change.substring(change.lastIndexOf('/') + 1));
        try {
            scopes.system(
                    "test",
                    scope -> {
                        var record = store.get(scope, id).orElseThrow();
                        var of = cases.examine(record, scope.day());
                        work.carryOut(scope, record, of.facts(), of.plan().effects());
                        throw new IllegalStateException("the power fails");
                    });
        } catch (IllegalStateException _) {
            // as expected
        }
        var view = officer.get("/api/organizations/{}", one).json();
        assertThat(view.get("counts").get("members").asInt()).isEqualTo(2);
        assertThat(view.get("successors").size()).isZero();
        assertThat(apply(officer, change).status()).isEqualTo(200);
    }

    @Test
    void onlyWhoHasEverythingInScopeDecides() {
        var township = caller(Role.TOWNSHIP_OFFICER, east, null);
        var within = draft(township, east, today(), merge(one, two));
        var across = draft(township, east, today(), move(one, west));
        assertThat(open(view(township, at(within)), "decide")).isEqualTo("open");
        assertThat(open(view(township, at(across)), "decide")).isEqualTo("closed");
        var refused = decide(township, at(across), print(township, at(across)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("R-BR-06");

        var secretary = caller(Role.SECRETARY, one, null);
        assertThat(secretary.get(at(within)).status()).isEqualTo(404);
        var own = draft(secretary, one, today(), rename(one));
        assertThat(own.status()).isEqualTo(201);
        assertThat(open(own.json(), "decide")).isEqualTo("closed");
        assertThat(open(own.json(), "request")).isEqualTo("open");
        assertThat(draft(secretary, one, today(), rename(two)).status()).isEqualTo(400);
        assertThat(officer.get(at(own)).status()).isEqualTo(200);
    }

    @Test
    void aMembersOwnRightGoesAlongAndASecretarysEnds() {
        var member = county.townships().getFirst().branches().getFirst().members().getFirst();
        var account = village.account(Role.MEMBER, one, member);
        village.account(Role.SECRETARY, one, null);
        var change = approve(officer, today(), merge(one, two));
        var rights = officer.get(change + "/preview").json().get("rights");
        assertThat(rights.valueStream().map(r -> r.get("what").asString()))
                .contains("moves", "ends");
        assertThat(apply(officer, change).status()).isEqualTo(200);
        var own = new Caller(port).signIn(account, Village.PASSWORD).stepUp();
        assertThat(own.get("/api/organizations/own").json().get("id").asString())
                .isEqualTo(two.toString());
    }

    @Test
    void aTemporaryBranchDoesWhatItMayAndEndsWithItsTask() {
        var founding =
                Map.of(
                        "kind", "establish",
                        "ref", "new-1",
                        "parent", east,
                        "name", "防汛临时党支部",
                        "organizationKind", "temporary",
                        "field", "village",
                        "task", "防汛抢险");
        var change = approve(officer, today().minusDays(5), founding);
        assertThat(apply(officer, change).status()).isEqualTo(200);
        var found = officer.get("/api/organizations?q={}", "防汛临时").ids().getFirst();
        var view = officer.get("/api/organizations/{}", found).json();
        assertThat(view.get("task").get("task").asString()).isEqualTo("防汛抢险");
        assertThat(view.get("functions").valueStream().noneMatch(f -> f.get("open").asBoolean()))
                .isTrue();
        var end = approve(officer, today(), Map.of("kind", "revoke", "organization", found));
        assertThat(apply(officer, end).status()).isEqualTo(200);
        assertThat(officer.get("/api/organizations/{}", found).status()).isEqualTo(404);
    }

    @Test
    void whatThePreviewTellsIsWhatComes() {
        var group = village.organization(one, "一组", "group");
        var renamed = Map.of("kind", "rename", "organization", two, "name", "中共合村党支部");
        var at = at(draft(officer, east, List.of(merge(one, two), renamed)));
        var preview = officer.get(at + "/preview").json();
        var moves = officer.get(at + "/preview/members?limit=1");
        assertThat(moves.ids()).hasSize(1);
        var next = moves.json().get("next").asString();
        assertThat(officer.get(at + "/preview/members?limit=1&after={}", next).ids()).hasSize(1);
        assertThat(officer.get("/api/organizations/{}", two).json().get("name").asString())
                .isNotEqualTo("中共合村党支部");

        decide(officer, at, preview.get("fingerprint").asString());
        prints.put(at, print(officer, at));
        assertThat(apply(officer, at).status()).isEqualTo(200);

        var told = preview.get("organizations").toString();
        assertThat(told).contains("\"ended\"", "\"moved\"", "\"renamed\"", "\"grown\"");
        var after = officer.get("/api/organizations/{}", two).json();
        assertThat(told).contains(after.get("counts").get("members").asInt() + " 名党员");
        assertThat(officer.get("/api/organizations/{}", group).json().get("parent").asString())
                .isEqualTo(two.toString());
        assertThat(officer.get(at + "/preview").status()).isEqualTo(400);
    }

    @Test
    void aGroupStaysWithItsBranchAndIsLeftWhenItEnds() {
        var group = village.organization(one, "一组", "group");
        var member =
                "/api/members/"
                        + county.townships().getFirst().branches().getFirst().members().getFirst();
        officer.patch(member, 0, Map.of("partyGroup", group));

        assertThat(apply(officer, approve(officer, today(), merge(one, two))).status())
                .isEqualTo(200);
        assertThat(officer.get(member).json().get("partyGroup").get("id").asString())
                .isEqualTo(group.toString());

        var end = Map.of("kind", "revoke", "organization", group);
        assertThat(apply(officer, approve(officer, today(), end)).status()).isEqualTo(200);
        assertThat(officer.get(member).json().get("partyGroup").isNull()).isTrue();
    }

    @Test
    void aSubtreeOfAThousandOrganizationsIsMovedAtOnce() {
        for (var i = 0; i < 10; i++) {
            var general = village.organization(east, "中共片区" + i + "党总支", "general-branch");
            for (var k = 0; k < 99; k++) {
                village.organization(general, "中共" + i + "片" + k + "党支部", "branch");
            }
        }
        var change = approve(officer, today().minusDays(1), move(east, west));
        var start = System.nanoTime();
        assertThat(apply(officer, change).status()).isEqualTo(200);
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(officer.get("/api/organizations/{}", one).json().get("ancestors").size())
                .isEqualTo(3);
    }

    private static String open(JsonNode view, String step) {
        return view.get("open")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(step))
                .map(one -> one.get("state").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Drafts and decides; where it is to be found. */
    private String approve(Caller who, LocalDate on, Map<String, ?> step) {
        var at = at(draft(who, east, on, step));
        var decided = decide(who, at, print(who, at));
        assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
        prints.put(at, print(who, at));
        return at;
    }

    private Answer apply(Caller who, String at) {
        return who.post(at + "/steps/apply", 1, Map.of("fingerprint", prints.getOrDefault(at, "")));
    }

    private Answer decide(Caller who, String at, String print) {
        return who.post(
                at + "/steps/decide",
                0,
                Map.of(
                        "decidedOn",
                        today().toString(),
                        "number",
                        "1",
                        "meeting",
                        "党委会",
                        "fingerprint",
                        print));
    }

    private static String print(Caller who, String at) {
        return who.get(at + "/preview").json().get("fingerprint").asString();
    }

    private static JsonNode view(Caller who, String at) {
        return who.get(at).json();
    }

    private static String at(Answer draft) {
        return "/api/changes/" + draft.json().get("id").asString();
    }

    private Answer draft(Caller who, UUID under, List<Map<String, ?>> steps) {
        return draft(who, under, today(), steps);
    }

    private static Answer draft(Caller who, UUID under, LocalDate on, Map<String, ?> step) {
        return draft(who, under, on, List.of(step));
    }

    private static Answer draft(
            Caller who, UUID under, LocalDate on, List<? extends Map<String, ?>> steps) {
        return who.post(
                "/api/organizations/" + under + "/changes",
                Map.of("effectiveOn", on.toString(), "reason", "调整", "steps", steps),
                UUID.randomUUID());
    }

    private static Map<String, Object> merge(UUID organization, UUID into) {
        return Map.of("kind", "merge", "organizations", List.of(organization), "into", into);
    }

    private static Map<String, Object> move(UUID organization, UUID parent) {
        return Map.of("kind", "move", "organization", organization, "parent", parent);
    }

    private static Map<String, Object> rename(UUID organization) {
        return Map.of("kind", "rename", "organization", organization, "name", "新名字党支部");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Caller caller(Role role, UUID organization, @Nullable UUID of) {
        return new Caller(port)
                .signIn(village.account(role, organization, of), Village.PASSWORD)
                .stepUp();
    }
}
