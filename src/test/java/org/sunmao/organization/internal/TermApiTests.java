package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.UUID;

/** The terms organizations are elected for. */
@HouseTest
class TermApiTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private Caller officer = new Caller(0);
    private Caller foreign = new Caller(0);
    private UUID top = UUID.randomUUID();
    private String organization = "";

    @BeforeEach
    void signIn() {
        var county = village.county();
        officer = caller(county.top());
        foreign = caller(county.townships().getLast().top());
        top = county.top();
        var branch = county.townships().getFirst().branches().getFirst().id();
        organization = "/api/organizations/" + branch;
    }

    @Test
    void aVillageIsElectedForFiveYearsAndTheNextTermEndsTheOneBefore() {
        var first = begin("2020-03-01");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("due").asString()).isEqualTo("2025-03-01");
        assertThat(first.json().get("years").asInt()).isEqualTo(5);
        assertThat(first.json().get("cites").asString()).contains("第二十一条");
        assertThat(term().get("says").asString()).isEqualTo("已于 2025-03-01 届满，还没有换届");
        assertThat(state("R-BR-09")).isEqualTo("attend");

        begin("2025-03-10");

        var posts = officer.get(organization + "/posts").json();
        assertThat(posts.get("terms").size()).isEqualTo(2);
        assertThat(posts.get("terms").get(1).get("ends").asString()).isEqualTo("2025-03-10");
        assertThat(state("R-BR-09")).isEqualTo("met");
        var then = officer.get(organization + "/posts?asOf=2024-01-01").json();
        assertThat(then.get("term").get("begins").asString()).isEqualTo("2020-03-01");
        assertThat(faults(begin("2024-01-01"))).contains("两届不能重叠");
        var history = officer.get(organization + "/history").json().get("items");
        assertThat(history.get(0).get("title").asString()).isEqualTo("开始新一届");
    }

    @Test
    void theEndIsPutOffByAYearAtMostAndOnlyWithApproval() {
        var term = "/api/terms/" + begin("2021-03-01").json().get("id").asString();
        var until = Map.of("due", "2026-12-01");
        assertThat(rule(officer.patch(term, 0, until))).isEqualTo("R-BR-10");
        var approval = Map.of("on", "2026-02-20", "number", "蔚党发〔2026〕3 号");
        var late = Map.of("due", "2027-03-02", "approval", approval);
        assertThat(rule(officer.patch(term, 0, late))).isEqualTo("R-BR-10");
        assertThat(
                        faults(
                                officer.patch(
                                        term,
                                        0,
                                        Map.of("due", "2026-02-01", "approval", approval))))
                .contains("不能早于");
        assertThat(faults(officer.patch(term, 0, Map.of("due", "soon")))).contains("没有“soon”这一天");

        var extended = officer.patch(term, 0, Map.of("due", "2026-12-01", "approval", approval));

        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.json().get("extendedMonths").asInt()).isEqualTo(9);
        assertThat(extended.json().get("due").asString()).isEqualTo("2026-12-01");
        assertThat(officer.patch(term, 0, Map.of("due", "2026-11-30")).status()).isEqualTo(409);
        assertThat(officer.patch(term, 0, Map.of("due", "2026-12-01")).status()).isEqualTo(200);
        assertThat(foreign.patch(term, 1, Map.of("due", "2026-11-30")).status()).isEqualTo(404);
    }

    @Test
    void whatHasNoTermAndWhatMakesNoSenseIsRefused() {
        assertThat(faults(begin("2001-06-30"))).contains("成立");
        assertThat(faults(begin("2031-01-01"))).contains("不能晚于今天");
        assertThat(
                        rule(
                                officer.post(
                                        organization + "/terms",
                                        Map.of("begins", "2025-01-01", "years", 3))))
                .isEqualTo("R-BR-09");
        assertThat(begin("2015-01-01").json().get("years").asInt()).isEqualTo(5);
        var temporary = village.organization(top, "中共抢险临时党支部", "temporary");
        var there = "/api/organizations/" + temporary + "/terms";
        assertThat(rule(officer.post(there, Map.of("begins", "2025-01-01")))).isEqualTo("R-BR-07");
        assertThat(foreign.post(organization + "/terms", Map.of("begins", "2025-01-01")).status())
                .isEqualTo(404);
        var id = officer.get(organization + "/posts").json().get("term").get("id").asString();
        assertThat(faults(officer.patch("/api/terms/" + id, 0, Map.of("ends", "2014-01-01"))))
                .contains("之后");
        var corrected = Map.of("correction", true, "begins", "2015-02-01");
        assertThat(officer.patch("/api/terms/" + id, 0, corrected).json().get("due").asString())
                .isEqualTo("2020-02-01");
    }

    private Answer begin(String day) {
        return officer.post(organization + "/terms", Map.of("begins", day));
    }

    private JsonNode term() {
        return officer.get(organization + "/posts").json().get("term");
    }

    private String state(String rule) {
        return officer.get(organization + "/posts")
                .json()
                .get("notes")
                .valueStream()
                .filter(note -> note.get("rule").asString().equals(rule))
                .map(note -> note.get("state").asString())
                .findFirst()
                .orElse("");
    }

    private static String faults(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        return answer.json().get("errors").toString();
    }

    private static String rule(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        return answer.json().get("rule").asString();
    }

    private Caller caller(UUID over) {
        var account = village.account(Role.TOWNSHIP_OFFICER, over, null);
        return new Caller(port).signIn(account, Village.PASSWORD);
    }
}
