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
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looking at whether a temporary branch is still needed. */
@HouseTest
class ReviewApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private Caller officer = new Caller(0);
    private Caller foreign = new Caller(0);
    private Caller secretary = new Caller(0);
    private UUID branch = UUID.randomUUID();
    private UUID temporary = UUID.randomUUID();
    private String reviews = "";

    @BeforeEach
    void signIn() {
        var county = village.county();
        officer = caller(Role.COUNTY_OFFICER, county.top());
        foreign = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        var township = county.townships().getFirst();
        branch = township.branches().getFirst().id();
        secretary = caller(Role.SECRETARY, branch);
        temporary = village.organization(township.top(), "中共抢险临时党支部", "temporary");
        reviews = "/api/organizations/" + temporary + "/reviews";
    }

    @Test
    void aReviewIsEnteredLateWithItsOwnDayAndTellsTheHistory() {
        var made = enter("2026-03-01", "continue");

        assertThat(made.status()).isEqualTo(201);
        assertThat(enter("2025-09-02", "continue").status()).isEqualTo(201);
        var listed = officer.get(reviews).json().get("items");
        assertThat(listed.valueStream().map(one -> one.get("on").asString()))
                .containsExactly("2026-03-01", "2025-09-02");
        assertThat(published()).containsExactlyInAnyOrder("2026-03-01", "2025-09-02");
        var history = officer.get(reviews.replace("/reviews", "/history")).json().get("items");
        assertThat(history.get(0).get("title").asString()).isEqualTo("检查是否保留");
        assertThat(history.get(0).toString()).contains("2025-09-02 检查：任务还没有完成，继续保留");
        var first = officer.get(reviews + "?limit=1").json();
        var rest = officer.get(reviews + "?limit=1&after=" + first.get("next").asString()).json();
        assertThat(rest.get("items").get(0).get("on").asString()).isEqualTo("2025-09-02");
    }

    @Test
    void oneEnteredInErrorIsWithdrawnWithAReasonAndStays() {
        var at = "/api/reviews/" + enter("2026-03-01", "end").json().get("id").asString();

        assertThat(officer.post(at + "/withdraw", Map.of()).status()).isEqualTo(400);
        var withdrawn = officer.post(at + "/withdraw", Map.of("reason", "日期填错"));

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.json().get("withdrawn").get("reason").asString()).isEqualTo("日期填错");
        assertThat(published()).isEmpty();
        assertThat(officer.get(reviews).json().get("items").size()).isEqualTo(1);
        assertThat(officer.post(at + "/withdraw", Map.of("reason", "再来")).status()).isEqualTo(400);
        assertThat(enter("2026-03-01", "continue").status()).isEqualTo(201);
    }

    @Test
    @Proves("R-BR-07")
    void onlyATemporaryBranchIsLookedAtOnADayThatCanBe() {
        var elsewhere = "/api/organizations/" + branch + "/reviews";
        var refused = officer.post(elsewhere, body("2026-03-01", "continue"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("R-BR-07");

        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
        assertThat(faults(enter(tomorrow, "continue"))).contains("不能晚于今天");
        assertThat(faults(enter("2001-06-30", "continue"))).contains("成立");
        assertThat(faults(enter("2026-03-01", "perhaps"))).contains("result");
        enter("2026-03-01", "continue");
        assertThat(faults(enter("2026-03-01", "end"))).contains("已经登记");
    }

    @Test
    void aRequestThatIsRepeatedMakesOneAndStrangersFindNothing() {
        var key = UUID.randomUUID();
        var body = body("2026-03-01", "continue");

        var first = officer.post(reviews, body, key).json().get("id").asString();

        assertThat(officer.post(reviews, body, key).json().get("id").asString()).isEqualTo(first);
        assertThat(foreign.post(reviews, body).status()).isEqualTo(404);
        assertThat(foreign.get(reviews).status()).isEqualTo(404);
        assertThat(secretary.post(reviews, body).status()).isEqualTo(403);
        var at = "/api/reviews/" + first + "/withdraw";
        assertThat(foreign.post(at, Map.of("reason", "不对")).status()).isEqualTo(404);
    }

    private Answer enter(String on, String result) {
        return officer.post(reviews, body(on, result));
    }

    private static Map<String, String> body(String on, String result) {
        return Map.of("on", on, "result", result, "note", "工程还在进行");
    }

    private List<String> published() {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select on_day::text from organization.review_published
                                        where organization = :id
                                        """)
                                .param("id", temporary)
                                .query(String.class)
                                .list());
    }

    private static String faults(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        return answer.json().get("errors").toString();
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
    }
}
