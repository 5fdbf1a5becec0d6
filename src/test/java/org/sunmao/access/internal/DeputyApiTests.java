package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** A deputy acts for another for a while, in one role at a time, and both names are recorded. */
@HouseTest
class DeputyApiTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @LocalServerPort int port;
    @Autowired Village village;

    private Offices offices;
    private String officer = "";
    private Caller principal = new Caller(0);
    private UUID township = new UUID(0, 0);

    @BeforeEach
    void people() {
        offices = new Offices(village, port);
        township = offices.county.townships().getFirst().top();
        officer = offices.officer(Role.TOWNSHIP_OFFICER, township);
        principal = offices.caller(officer);
    }

    @Test
    void whatADeputyDoesStandsUnderBothNames() {
        var deputy = offices.somebody("李四");
        assertThat(offices.approve(lend(principal, deputy, 30)).status()).isEqualTo(200);
        var caller = offices.caller(deputy);
        var session = caller.get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("township-officer");
        assertThat(session.get("behalf").get("name").asString()).isEqualTo("演示用户");
        var member =
                offices.county.townships().getFirst().branches().getFirst().members().getFirst();
        var path = "/api/members/" + member;
        assertThat(caller.patch(path, version(caller, path), Map.of("education", "21")).status())
                .isEqualTo(200);
        var history = principal.get(path + "/history").json().get("items").get(0);
        assertThat(history.get("by").asString()).isEqualTo("李四 代 演示用户");
    }

    @Test
    void aDeputyCannotLendFurtherAndNotForLongerThanTheRuleSays() {
        var deputy = offices.somebody("李四");
        var tooLong = lend(principal, deputy, 91);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.json().get("rule").asString()).isEqualTo("ACC-12");
        assertThat(offices.approve(lend(principal, deputy, 90)).status()).isEqualTo(200);
        var further = lend(offices.caller(deputy), offices.somebody("王五"), 3);
        assertThat(further.status()).isEqualTo(422);
        assertThat(further.json().get("rule").asString()).isEqualTo("ACC-12");
    }

    @Test
    void theDeputyIsOutWhenThePrincipalsOwnGrantEnds() {
        var deputy = offices.somebody("李四");
        offices.approve(lend(principal, deputy, 30));
        var caller = offices.caller(deputy);
        var county = offices.caller(offices.officer(Role.COUNTY_OFFICER, offices.county.top()));
        var ended = county.post("/api/grants/" + grant() + "/end", Map.of("reason", "调离"));
        assertThat(ended.status()).isEqualTo(200);
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        assertThat(principal.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void thePrincipalTakesTheGrantBackAndADisabledPrincipalLendsNothing() {
        var deputy = offices.somebody("李四");
        offices.approve(lend(principal, deputy, 30));
        var lent = offices.caller(deputy).get("/api/session").json().get("grant").asString();
        var taken = principal.post("/api/grants/" + lent + "/end", Map.of("reason", "回来了"));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(offices.status(deputy)).isEqualTo(401);
        offices.approve(lend(principal, deputy, 30));
        assertThat(offices.status(deputy)).isEqualTo(200);
        var account = principal.get("/api/session").json().get("account").get("id").asString();
        offices.system.post("/api/accounts/" + account + "/disable", Map.of("reason", "停职"));
        assertThat(offices.status(deputy)).isEqualTo(401);
    }

    @Test
    void oneActsInOneRoleAtATimeAndTheTokenChangesWithIt() {
        var other = offices.officer(Role.SUPERVISOR, offices.county.townships().getLast().top());
        offices.approve(lend(principal, other, 30));
        var caller = offices.caller(other);
        var session = caller.get("/api/session").json();
        assertThat(session.get("role").asString()).isEqualTo("supervisor");
        assertThat(session.get("grants")).hasSize(2);
        var stolen = new Caller(port).withCookie("SUNMAO", caller.cookie("SUNMAO"));
        var lent = second(session);
        var acting = caller.post("/api/session/grant", Map.of("grant", lent));
        assertThat(acting.json().get("organization").get("id").asString())
                .isEqualTo(township.toString());
        assertThat(stolen.get("/api/session").status()).isEqualTo(401);
        var tops = caller.get("/api/organizations").json().get("items");
        assertThat(tops.get(0).get("id").asString()).isEqualTo(township.toString());
        var foreign = principal.get("/api/session").json().get("grant").asString();
        assertThat(caller.post("/api/session/grant", Map.of("grant", foreign)).status())
                .isEqualTo(400);
        assertThat(caller.post("/api/session/grant", Map.of()).status()).isEqualTo(400);
    }

    private static String second(JsonNode session) {
        return session.get("grants").get(1).get("id").asString();
    }

    private String grant() {
        return principal.get("/api/session").json().get("grant").asString();
    }

    private static Caller.Answer lend(Caller who, String to, int days) {
        var until = LocalDate.now(ZONE).plusDays(days).toString();
        return who.post("/api/deputies", Map.of("username", to, "to", until, "reason", "外出学习"));
    }

    private static int version(Caller caller, String path) {
        return caller.get(path).json().get("version").asInt();
    }
}
