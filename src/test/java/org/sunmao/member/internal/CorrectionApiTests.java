package org.sunmao.member.internal;

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
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member says what is wrong; who holds them answers, and the member sees the answer. */
@HouseTest
class CorrectionApiTests {

    private static final int DAYS = 15;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Scopes scopes;
    @Autowired List<Retained> kept;

    County county;
    UUID branch;
    UUID member;
    Caller own;
    Caller secretary;
    Caller township;

    @BeforeEach
    void build() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        member = village.member(branch, "吴更正");
        own = caller(Role.MEMBER, branch, member);
        secretary = caller(Role.SECRETARY, branch, null);
        township = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top(), null);
    }

    @AfterEach
    void today() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void aRequestWaitsForTheSecretaryAndIsClosedWithTheEditThatItAsksFor() {
        var id = asked(Map.of("field", "education", "proposed", "31", "says", "我是专科毕业"));
        assertThat(secretary.get("/api/corrections").ids()).containsExactly(id);
        assertThat(secretary.get("/api/corrections/count").json().get("open").asInt()).isOne();
        var one = secretary.get("/api/corrections/" + id).json();
        assertThat(one.get("says").asString()).isEqualTo("我是专科毕业");
        assertThat(one.get("value").asString()).isEqualTo("31");
        assertThat(one.get("days").asInt()).isEqualTo(DAYS);
        assertThat(one.get("mayAnswer").asBoolean()).isTrue();

        assertThat(act(secretary, id, "accept").json().get("state").asString())
                .isEqualTo("accepted");
        assertThat(mine().get("state").asString()).isEqualTo("accepted");
        var edit = Map.of("education", "31", "correction", true, "effectiveOn", "2020-05-01");
        var path = "/api/members/" + member + "?answering=" + id;
        assertThat(secretary.patch(path, 0, edit).status()).isEqualTo(200);
        assertThat(mine().get("state").asString()).isEqualTo("done");
        assertThat(mine().get("answeredBy").asString()).isEqualTo("演示用户");
        assertThat(secretary.get("/api/corrections").ids()).isEmpty();
        assertThat(secretary.get("/api/corrections?closed=true").ids()).containsExactly(id);
        assertThat(own.get("/api/members/" + member).json().get("education").asString())
                .isEqualTo("31");
        assertThat(titles()).contains("本人申请更正", "受理更正申请", "按申请更正");
    }

    @Test
    void aRefusalNeedsAReasonAndTheMemberReadsIt() {
        var id = asked(Map.of("field", "nation", "proposed", "02"));
        assertThat(refuse(secretary, id, "  ").status()).isEqualTo(400);
        assertThat(refuse(secretary, id, "户口簿上是汉族").status()).isEqualTo(200);
        assertThat(mine().get("answer").asString()).isEqualTo("户口簿上是汉族");
        assertThat(refuse(secretary, id, "户口簿上是汉族").status()).isEqualTo(200);
        assertThat(act(secretary, id, "accept").status()).isEqualTo(422);
        assertThat(own.post("/api/mine/corrections/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void whatTheCommitteeApprovesGoesToTheCommittee() {
        var request = Map.of("field", "joinedOn", "proposed", "1991-07-01", "says", "志愿书上是七月");
        var id = asked(request);
        assertThat(secretary.get("/api/corrections").ids()).isEmpty();
        assertThat(secretary.get("/api/corrections?all=true").ids()).containsExactly(id);
        assertThat(act(secretary, id, "accept").json().get("rule").asString())
                .isEqualTo("R-REC-04");
        assertThat(township.get("/api/corrections").ids()).containsExactly(id);
        assertThat(act(township, id, "accept").status()).isEqualTo(200);
    }

    @Test
    void whatNobodyAnsweredInTimeIsSeenAboveToo() {
        var id = asked(Map.of("field", "education", "proposed", "31"));
        assertThat(township.get("/api/corrections").ids()).isEmpty();
        clock.ahead(Duration.ofDays(DAYS));
        var on = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top(), null);
        assertThat(on.get("/api/corrections").ids()).isEmpty();
        clock.ahead(Duration.ofDays(DAYS + 1));
        var after = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top(), null);
        assertThat(after.get("/api/corrections").ids()).containsExactly(id);
        assertThat(after.get("/api/corrections/count").json().get("overdue").asInt()).isOne();
        assertThat(act(after, id, "accept").status()).isEqualTo(200);
    }

    @Test
    void aFieldHasOneOpenRequestAndAnotherAfterItIsWithdrawn() {
        var id = asked(Map.of("field", "education", "proposed", "31"));
        assertThat(ask(Map.of("field", "education", "proposed", "21")).status()).isEqualTo(400);
        assertThat(ask(Map.of("field", "nation", "proposed", "02")).status()).isEqualTo(201);
        var path = "/api/mine/corrections/" + id + "/withdraw";
        assertThat(own.post(path, Map.of()).status()).isEqualTo(200);
        assertThat(own.post(path, Map.of()).status()).isEqualTo(200);
        assertThat(ask(Map.of("field", "education", "proposed", "21")).status()).isEqualTo(201);
    }

    @Test
    void sendingOneRequestTwiceMakesOne() {
        var key = UUID.randomUUID();
        var request = Map.of("field", "education", "proposed", "31");
        var first = own.post("/api/mine/corrections", request, key).json().get("id");
        assertThat(own.post("/api/mine/corrections", request, key).json().get("id"))
                .isEqualTo(first);
        assertThat(own.get("/api/mine/corrections").ids()).hasSize(1);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInWords() {
        assertThat(ask(Map.of("field", "income", "proposed", "1")).status()).isEqualTo(400);
        assertThat(ask(Map.of("field", "education")).status()).isEqualTo(400);
        assertThat(ask(Map.of("field", "education", "proposed", "大学")).status()).isEqualTo(400);
        assertThat(ask(Map.of("field", "name", "says", "字".repeat(501))).status()).isEqualTo(400);
        assertThat(ask(Map.of("field", "name", "proposed", "字".repeat(201))).status())
                .isEqualTo(400);
        assertThat(ask(Map.of("field", "name", "proposed", "吴\uD848\uDC00")).status())
                .isEqualTo(201);
    }

    @Test
    void nobodyOutsideReadsOrAnswersARequest() {
        var id = asked(Map.of("field", "education", "proposed", "31"));
        var other = county.townships().getLast();
        var stranger = caller(Role.SECRETARY, other.branches().getFirst().id(), null);
        assertThat(stranger.get("/api/corrections?all=true").ids()).isEmpty();
        assertThat(stranger.get("/api/corrections/" + id).status()).isEqualTo(404);
        assertThat(act(stranger, id, "accept").status()).isEqualTo(404);
        var neighbour = village.member(branch, "同支部");
        var another = caller(Role.MEMBER, branch, neighbour);
        assertThat(another.get("/api/mine/corrections").ids()).isEmpty();
        assertThat(another.post("/api/mine/corrections/" + id + "/withdraw", Map.of()).status())
                .isEqualTo(404);
        assertThat(caller(Role.SUPERVISOR, county.top(), null).get("/api/corrections").status())
                .isEqualTo(403);
    }

    @Test
    void nobodyAnswersTheirOwnRequest() {
        var both = caller(Role.SECRETARY, branch, member);
        var request = Map.of("field", "education", "proposed", "31");
        var id = id(both.post("/api/mine/corrections", request));
        assertThat(act(both, id, "accept").status()).isEqualTo(422);
        var edit = Map.of("education", "31", "effectiveOn", "2020-05-01");
        assertThat(both.patch("/api/members/" + member + "?answering=" + id, 0, edit).status())
                .isEqualTo(422);
        assertThat(act(secretary, id, "accept").status()).isEqualTo(200);
    }

    @Test
    void anEditThatLeavesTheFieldAloneDoesNotCloseTheRequest() {
        var id = asked(Map.of("field", "education", "proposed", "31"));
        var path = "/api/members/" + member + "?answering=" + id;
        assertThat(secretary.patch(path, 0, Map.of("nation", "02", "correction", true)).status())
                .isEqualTo(400);
        assertThat(mine().get("state").asString()).isEqualTo("asked");
        assertThat(own.get("/api/members/" + member).json().get("nation").asString())
                .isEqualTo("01");
    }

    @Test
    void aRequestFollowsTheMemberToWhoHoldsThemNow() {
        var id = asked(Map.of("field", "education", "proposed", "31"));
        var other = county.townships().getLast().branches().getFirst().id();
        var officer = caller(Role.COUNTY_OFFICER, county.top(), null);
        var move = Map.of("organization", other.toString());
        assertThat(officer.patch("/api/members/" + member, 0, move).status()).isEqualTo(200);
        assertThat(secretary.get("/api/corrections?all=true").ids()).isEmpty();
        assertThat(act(secretary, id, "accept").status()).isEqualTo(404);
        var newHolder = caller(Role.SECRETARY, other, null);
        assertThat(newHolder.get("/api/corrections").ids()).containsExactly(id);
        assertThat(act(newHolder, id, "accept").status()).isEqualTo(200);
        assertThat(own.get("/api/mine/corrections").ids()).containsExactly(id);
    }

    @Test
    void aListShowsNoNumberThatAMemberWrote() {
        asked(Map.of("field", "mobile", "proposed", "10098765432", "says", "号码 10098765432"));
        asked(Map.of("field", "name", "proposed", "10098765432"));
        var number = Village.number(LocalDate.of(1971, 2, 3), 903);
        asked(Map.of("field", "citizenNumber", "proposed", number));
        var list = secretary.get("/api/corrections").response().body();
        assertThat(list).doesNotContain("10098765432", number);
        var sql =
                """
                select encode(says || proposed, 'escape') from member.correction
                where proposed is not null
                """;
        var stored = scopes.system("test", _ -> jdbc.sql(sql).query(String.class).list());
        assertThat(stored).noneMatch(text -> text.contains("10098765432"));
    }

    @Test
    void whatWasAnsweredIsLetGoAfterThreeYearsAndWhatIsOpenStays() {
        var closed = asked(Map.of("field", "education", "proposed", "31"));
        refuse(secretary, closed, "毕业证上不是");
        var open = asked(Map.of("field", "nation", "proposed", "02"));
        sweep(LocalDate.now(clock));
        assertThat(own.get("/api/mine/corrections").ids()).containsExactly(open, closed);
        sweep(LocalDate.now(clock).plusDays(1));
        assertThat(own.get("/api/mine/corrections").ids()).containsExactly(open);
    }

    private void sweep(LocalDate before) {
        for (var one : kept) {
            if (one.retention() == Retention.CORRECTION) {
                scopes.system("test", _ -> one.sweep(before));
            }
        }
    }

    private List<String> titles() {
        return own.get("/api/members/" + member + "/history")
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("title").asString())
                .toList();
    }

    private JsonNode mine() {
        return own.get("/api/mine/corrections").json().at("/items/0");
    }

    private UUID asked(Map<String, String> request) {
        var answer = ask(request);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return id(answer);
    }

    private Answer ask(Map<String, String> request) {
        return own.post("/api/mine/corrections", new HashMap<>(request));
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.json().get("id").asString());
    }

    private static Answer act(Caller who, UUID id, String verb) {
        return who.post("/api/corrections/" + id + "/" + verb, Map.of());
    }

    private static Answer refuse(Caller who, UUID id, String reason) {
        return who.post("/api/corrections/" + id + "/refuse", Map.of("reason", reason));
    }

    private Caller caller(Role role, UUID over, @Nullable UUID of) {
        var name = village.account(role, over, of);
        return new Caller(port).signIn(name, Village.PASSWORD);
    }
}
