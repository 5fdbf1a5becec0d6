package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What really happens in the registers, through their own interfaces: after each fact the counters
 * are what counting gives, the boards what the oracle says, and each number as long as its list.
 */
@HouseTest
class BoardOfRealFactsTests {

    private static final String FOLLOWED =
            """
            select not exists (select from journal.entry e, journal.follower f
              where f.name = 'duty' and (e.transaction, e.id) > (f.transaction, f.entry))
            """;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Posts posts;
    @Autowired JdbcClient jdbc;
    @Autowired Boards boards;
    @Autowired Clock clock;
    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID east = UUID.randomUUID();
    private UUID west = UUID.randomUUID();
    private UUID one = UUID.randomUUID();
    private UUID two = UUID.randomUUID();

    @BeforeEach
    void aCounty() {
        county = village.county();
        east = county.townships().getFirst().top();
        west = county.townships().getLast().top();
        one = county.townships().getFirst().branches().getFirst().id();
        two = county.townships().getFirst().branches().getLast().id();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        proved();
    }

    @Test
    void membersPostsContestsAndChangesOfTheTreeAreCountedAsTheyHappen() {
        var today = LocalDate.now(clock);
        secretary(one, today.minusYears(2), today.minusDays(90));
        proved();
        secretary(one, today.minusDays(80), null); // entered late: it was met long ago
        proved();
        village.members(two, List.of("李四", "王五", "赵六", "钱七", "孙八"));
        proved();
        var duty = officer.get("/api/duties?organization=" + two).ids().getFirst();
        said(duty, "contest");
        proved();
        decided(duty);
        proved();
        said(officer.get("/api/duties?organization=" + west).ids().getFirst(), "explain");
        proved();
        change(Map.of("kind", "move", "organization", one, "parent", west));
        proved();
        var left = county.townships().getLast().branches();
        var merged =
                Map.<String, Object>of(
                        "kind",
                        "merge",
                        "organizations",
                        List.of(left.getFirst().id()),
                        "into",
                        left.getLast().id());
        change(merged);
        proved();
        everyNumberIsAsLongAsItsList(county.top());
        everyNumberIsAsLongAsItsList(west);
    }

    private void everyNumberIsAsLongAsItsList(UUID organization) {
        var board = officer.get("/api/board?organization=" + organization).json();
        assertThat(board.get("rules").size()).isPositive();
        for (var rule : board.get("rules")) {
            var of = organization + "&name=" + rule.get("name").asString();
            numbersAreListed(rule, of);
            assertThat(listed(of, "&state=open")).isEqualTo(rule.get("open").asInt());
            assertThat(listed(of, "&state=waived")).isEqualTo(rule.get("waived").asInt());
        }
        for (var part : board.get("organizations")) {
            if (!part.get("own").asBoolean()) {
                numbersAreListed(part, part.get("id").asString());
            }
        }
        var all = "&state=coming,open,late,contested,waived,met";
        for (var month : board.get("months")) {
            var name = "&month=" + month.get("month").asString();
            var of = organization.toString();
            assertThat(listed(of, name + all)).isEqualTo(month.get("due").asInt());
            assertThat(listed(of, name + "&state=late")).isEqualTo(month.get("late").asInt());
        }
        var met = board.get("counted").get("met").asInt();
        assertThat(listed(organization.toString(), "&state=met")).isEqualTo(met);
    }

    private void numbersAreListed(JsonNode numbers, String of) {
        assertThat(listed(of, "&state=late")).isEqualTo(numbers.get("late").asInt());
        assertThat(listed(of, "&state=contested")).isEqualTo(numbers.get("contested").asInt());
        assertThat(listed(of, "&light=yellow")).isEqualTo(numbers.get("yellow").asInt());
        assertThat(listed(of, "&light=red")).isEqualTo(numbers.get("red").asInt());
    }

    private int listed(String organization, String filter) {
        var list = "/api/duties?limit=200&organization=" + organization + filter;
        return officer.get(list).ids().size();
    }

    /** Once the fact has been followed: today and on other days, behind and ahead. */
    private void proved() {
        while (!scopes.system("test", _ -> jdbc.sql(FOLLOWED).query(Boolean.class).single())) {
            LockSupport.parkNanos(50_000_000);
        }
        var proof = new BoardProof(jdbc, boards, organizations());
        var today = LocalDate.now(clock);
        scopes.system(
                "test",
                scope -> {
                    proof.alone();
                    assertThat(proof.duties()).isNotEmpty();
                    proof.countersAreWhatCountingGives();
                    proof.boardsOfToday(today);
                    proof.boardsOf(today.minusDays(70));
                    proof.boardsOf(today.plusDays(40));
                    return scope;
                });
    }

    private List<UUID> organizations() {
        var all = new ArrayList<>(List.of(county.top(), east, west));
        county.townships().forEach(each -> each.branches().forEach(branch -> all.add(branch.id())));
        return all;
    }

    private void secretary(UUID branch, LocalDate from, @Nullable LocalDate to) {
        var member = village.member(branch, "李书记");
        var organization = new OrganizationId(branch);
        var post = new NewPost(organization, "secretary", member, "李书记", "elected", from, to, from);
        scopes.system(
                "test",
                scope -> {
                    posts.enter(scope, List.of(post));
                    return scope;
                });
    }

    private void said(UUID duty, String what) {
        var answer = officer.post("/api/duties/" + duty + "/" + what, Map.of("reason", "情况如下"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private void decided(UUID duty) {
        var act = officer.get("/api/duties/" + duty).json().get("acts").get(0).get("id");
        var body = Map.of("act", act.asString(), "accept", true, "reason", "属实");
        var other = caller(Role.COUNTY_OFFICER, county.top());
        var answer = other.post("/api/duties/" + duty + "/decision", body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private void change(Map<String, Object> step) {
        var today = LocalDate.now(clock).toString();
        var draft =
                officer.post(
                        "/api/organizations/" + east + "/changes",
                        Map.of("effectiveOn", today, "reason", "调整", "steps", List.of(step)),
                        UUID.randomUUID());
        var at = "/api/changes/" + draft.json().get("id").asString();
        var decision =
                Map.of(
                        "decidedOn",
                        today,
                        "number",
                        "1",
                        "meeting",
                        "党委会",
                        "fingerprint",
                        print(at));
        assertThat(officer.post(at + "/steps/decide", 0, decision).status()).isEqualTo(200);
        var applied = officer.post(at + "/steps/apply", 1, Map.of("fingerprint", print(at)));
        assertThat(applied.status()).as(applied.response().body()).isEqualTo(200);
    }

    private String print(String at) {
        return officer.get(at + "/preview").json().get("fingerprint").asString();
    }

    private Caller caller(Role role, UUID organization) {
        var username = village.account(role, organization, null);
        return new Caller(port).signIn(username, Village.PASSWORD).stepUp();
    }
}
