package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A branch explains or contests, the level above decides or waives, and nobody decides alone. */
@HouseTest
class DutyActTests extends LateBranch {

    @Test
    void anExplanationChangesNoLightAndOnceAcceptedTheDutyIsCancelledFromThatDay() {
        var said = explain(secretary, "有三名党员转入，手续在办").json();
        assertThat(said.get("light").asString()).isEqualTo("red");
        assertThat(said.get("explained").asBoolean()).isTrue();
        assertThat(said.at("/may/explain").asBoolean()).isFalse();
        var waiting = township.get("/api/duties/mine").json().get("decisions");
        assertThat(waiting.size()).isOne();
        assertThat(waiting.at("/0/duty/id").asString()).isEqualTo(red.toString());
        assertThat(waiting.at("/0/kind").asString()).isEqualTo("explain");

        var decided = decide(township, act(said), true).json();
        assertThat(decided.get("state").asString()).isEqualTo("void");
        assertThat(decided.get("voidReason").asString()).contains("说明");
        assertThat(decided.at("/acts/0/answer/kind").asString()).isEqualTo("accept");
        var open = "/api/duties?organization=" + branch;
        assertThat(township.get(open).ids()).doesNotContain(red);
        var before = "/api/duties/" + red + "?day=" + today.minusDays(1);
        assertThat(secretary.get(before).json().get("light").asString()).isEqualTo("red");
        assertThat(township.get("/api/duties/mine").json().get("decisions").size()).isZero();
    }

    @Test
    void whatIsContestedIsNeutralUntilItIsRefused() {
        var said = contest(secretary, "册上有误，实际三名").json();
        assertThat(said.get("state").asString()).isEqualTo("contested");
        assertThat(said.get("light").asString()).isEqualTo("none");
        assertThat(township.get("/api/duties?state=contested").ids()).containsExactly(red);
        var refused = decide(township, act(said), false).json();
        assertThat(refused.get("light").asString()).isEqualTo("red");
        assertThat(contest(secretary, "还是不对").status()).isEqualTo(422);
        assertThat(explain(secretary, "情况如下").status()).isEqualTo(200);
    }

    @Test
    void aContestThatIsRightMakesTheDutyNeverToHaveBeen() {
        var said = contest(secretary, "我支部有四名正式党员").json();
        assertThat(decide(township, act(said), true).status()).isEqualTo(200);
        assertThat(township.get("/api/duties?day=" + today.minusDays(20)).ids())
                .doesNotContain(red);
    }

    @Test
    void aWaiverHasAReasonAndAnEndWithinAYear() {
        var year = today.plusYears(1);
        assertThat(waive(township, today).status()).isEqualTo(400);
        assertThat(waive(township, year.plusDays(1)).status()).isEqualTo(400);
        assertThat(post(township, "waive", Map.of("reason", "在迁", "until", "明年")).status())
                .isEqualTo(400);
        assertThat(post(township, "waive", Map.of("until", year.toString())).status())
                .isEqualTo(400);
        var waived = waive(township, today.plusDays(30)).json();
        assertThat(waived.get("state").asString()).isEqualTo("waived");
        assertThat(waive(township, year).json().get("waivedUntil").asString())
                .isEqualTo(year.toString());
        assertThat(waive(secretary, year).status()).isEqualTo(403);
    }

    @Test
    void nobodyDecidesWhatTheySaidThemselvesNorForTheirOwnOrganization() {
        var said = explain(township, "代支部说明：书记外出").json();
        assertThat(said.at("/may/decide").asBoolean()).isFalse();
        assertThat(decide(township, act(said), true).status()).isEqualTo(422);
        assertThat(township.get("/api/duties/mine").json().get("decisions").size()).isZero();
        var colleague = caller(Role.TOWNSHIP_OFFICER, county.townships().getFirst().top());
        assertThat(decide(colleague, act(said), false).status()).isEqualTo(200);

        var top = county.townships().getFirst().top();
        lacking.secretaryLeft(top, village.member(branch, "李四"), today.minusDays(40));
        var own = lacking.duty(top, "secretary-vacant");
        var of = township.post("/api/duties/" + own + "/explain", reason("如下")).json();
        var answer = decision(act(of), true);
        var path = "/api/duties/" + own + "/decision";
        assertThat(colleague.post(path, answer).status()).isEqualTo(422);
        assertThat(caller(Role.COUNTY_OFFICER, county.top()).post(path, answer).status())
                .isEqualTo(200);
    }

    @Test
    void whoComesSecondIsToldHowItStandsNow() {
        var said = explain(secretary, "在办").json();
        var again = explain(secretary, "再说一次");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/current/explained").asBoolean()).isTrue();
        decide(township, act(said), true);
        var late = decide(township, act(said), false);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/current/state").asString()).isEqualTo("void");
        assertThat(waive(township, today.plusDays(9)).status()).isEqualTo(409);
    }

    @Test
    void oneRequestSentTwiceIsSaidOnce() {
        var key = UUID.randomUUID();
        var path = "/api/duties/" + red + "/explain";
        assertThat(secretary.post(path, reason("在办"), key).status()).isEqualTo(200);
        var again = secretary.post(path, reason("在办"), key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("acts").size()).isOne();
    }

    @Test
    void othersNeitherSpeakNorDecide() {
        var stranger = caller(Role.TOWNSHIP_OFFICER, county.townships().getLast().top());
        assertThat(explain(stranger, "我来说").status()).isEqualTo(404);
        assertThat(decide(stranger, UUID.randomUUID(), true).status()).isEqualTo(404);
        var supervisor = caller(Role.SUPERVISOR, county.top());
        assertThat(explain(supervisor, "我来说").status()).isEqualTo(403);
        assertThat(explain(secretary, "  ").status()).isEqualTo(400);
        assertThat(explain(secretary, "字".repeat(501)).status()).isEqualTo(400);
        assertThat(explain(secretary, "\uD848\uDC00".repeat(500)).status()).isEqualTo(200);
    }

    private Answer explain(Caller who, String why) {
        return post(who, "explain", reason(why));
    }

    private Answer contest(Caller who, String why) {
        return post(who, "contest", reason(why));
    }

    private Answer decide(Caller who, UUID act, boolean accept) {
        return post(who, "decision", decision(act, accept));
    }

    private Answer waive(Caller who, LocalDate until) {
        return post(who, "waive", Map.of("reason", "村在搬迁", "until", until.toString()));
    }

    private Answer post(Caller who, String verb, Map<String, ?> body) {
        return who.post("/api/duties/" + red + "/" + verb, body);
    }

    private static Map<String, Object> reason(String why) {
        return Map.of("reason", why);
    }

    private static Map<String, Object> decision(UUID act, boolean accept) {
        return Map.of("act", act.toString(), "accept", accept, "reason", "已经核实");
    }

    private static UUID act(JsonNode duty) {
        return UUID.fromString(
                duty.at("/acts").valueStream().toList().getLast().get("id").asString());
    }
}
