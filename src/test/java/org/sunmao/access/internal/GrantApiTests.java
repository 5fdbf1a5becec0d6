package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.access.internal.Offices.wish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** A grant takes two people, stays within the asker's subtree, and ends when it should. */
@HouseTest
class GrantApiTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired GrantDays days;

    private Offices offices;
    private Caller officer;
    private UUID township;

    @BeforeEach
    void people() {
        offices = new Offices(village, port);
        officer = offices.caller(offices.officer(Role.COUNTY_OFFICER, offices.county.top()));
        township = offices.county.townships().getFirst().top();
    }

    @AfterEach
    void today() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void whatIsAskedForAndApprovedHoldsAtOnce() {
        var somebody = offices.somebody("李四");
        var asked = ask(officer, wish(somebody, Role.TOWNSHIP_OFFICER, township));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(offices.status(somebody)).isEqualTo(401);
        var approved = offices.approve(asked);
        assertThat(approved.json().get("state").asString()).isEqualTo("approved");
        var tops = offices.caller(somebody).get("/api/organizations").json().get("items");
        assertThat(tops.get(0).get("id").asString()).isEqualTo(township.toString());
        assertThat(offices.approve(asked).status()).isEqualTo(422);
    }

    @Test
    void outsideTheSubtreeAnOrganizationIsNotThere() {
        var somebody = offices.somebody("李四");
        var below = offices.caller(offices.officer(Role.TOWNSHIP_OFFICER, township));
        var other = offices.county.townships().getLast().top();
        for (var outside : new UUID[] {other, offices.county.top(), UUID.randomUUID()}) {
            assertThat(ask(below, wish(somebody, Role.SECRETARY, outside)).status()).isEqualTo(404);
        }
        assertThat(ask(below, wish(somebody, Role.COUNTY_OFFICER, township)).status())
                .isEqualTo(422);
        assertThat(ask(below, wish(somebody, Role.SECRETARY, null)).status()).isEqualTo(400);
        assertThat(below.get("/api/grants?organization={}", other).status()).isEqualTo(404);
    }

    @Test
    void nobodyAsksForThemselvesAndNobodyApprovesTheirOwn() {
        var username = offices.officer(Role.COUNTY_OFFICER, offices.county.top());
        var own = ask(offices.caller(username), wish(username, Role.SUPERVISOR, township));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.json().get("rule").asString()).isEqualTo("SEC-17");
        var asked = ask(officer, wish(offices.somebody("李四"), Role.SUPERVISOR, township));
        var id = asked.json().get("id").asString();
        for (var who : new Caller[] {officer, offices.system}) {
            var answer = who.post("/api/grant-requests/" + id + "/approve", Map.of());
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void aRefusalSaysWhyAndAWithdrawalIsTheAskersAlone() {
        var refused = ask(officer, wish(offices.somebody("李四"), Role.SUPERVISOR, township));
        assertThat(offices.decide(refused, "refuse", Map.of()).status()).isEqualTo(400);
        var decided = offices.decide(refused, "refuse", Map.of("reason", "人员未定"));
        assertThat(decided.json().get("decision").asString()).isEqualTo("人员未定");
        var asked = ask(officer, wish(offices.somebody("王五"), Role.SUPERVISOR, township));
        var path = "/api/grant-requests/" + asked.json().get("id").asString() + "/withdraw";
        var other = offices.caller(offices.officer(Role.COUNTY_OFFICER, offices.county.top()));
        assertThat(other.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(officer.post(path, Map.of()).json().get("state").asString())
                .isEqualTo("withdrawn");
        assertThat(offices.approve(asked).status()).isEqualTo(422);
    }

    @Test
    void nobodyHoldsTwoOfTheThreeOrABusinessRoleBesides() {
        var admin = offices.somebody("审计人");
        var audit = ask(offices.system, wish(admin, Role.AUDIT_ADMIN, null));
        assertThat(offices.approve(audit).status()).isEqualTo(200);
        for (var role : new Role[] {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN}) {
            var second = ask(offices.system, wish(admin, role, null));
            assertThat(second.status()).isEqualTo(422);
            assertThat(second.json().get("rule").asString()).isEqualTo("SEC-16");
        }
        var business = ask(officer, wish(admin, Role.SUPERVISOR, township));
        assertThat(business.json().get("rule").asString()).isEqualTo("SEC-16");
        assertThat(ask(officer, wish(admin, Role.SYSTEM_ADMIN, null)).status()).isEqualTo(422);
    }

    @Test
    void twoRequestsThatCannotStandTogetherAreNotBothApproved() {
        var somebody = offices.somebody("两头");
        var business = ask(officer, wish(somebody, Role.SUPERVISOR, township));
        var administrator = ask(offices.system, wish(somebody, Role.AUDIT_ADMIN, null));
        assertThat(offices.approve(business).status()).isEqualTo(200);
        var refused = offices.approve(administrator);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("SEC-16");
    }

    @Test
    void theSystemAdministratorAsksForNoOfficerWhereThereIsOne() {
        var somebody = offices.somebody("李四");
        for (var organization : new UUID[] {offices.county.top(), township}) {
            var asked = ask(offices.system, wish(somebody, Role.COUNTY_OFFICER, organization));
            assertThat(asked.status()).isEqualTo(422);
        }
    }

    @Test
    void aGrantIsEndedFromAboveAndTheSessionWithIt() {
        var username = offices.officer(Role.TOWNSHIP_OFFICER, township);
        var below = offices.caller(username);
        var id = grant(username);
        var path = "/api/grants/" + id + "/end";
        var peer = offices.caller(offices.officer(Role.TOWNSHIP_OFFICER, township));
        var refused = peer.post(path, Map.of("reason", "不和"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("SEC-06");
        var elsewhere = offices.county.townships().getLast().top();
        var foreign = offices.caller(offices.officer(Role.TOWNSHIP_OFFICER, elsewhere));
        assertThat(foreign.post(path, Map.of("reason", "无关")).status()).isEqualTo(404);
        assertThat(below.post(path, Map.of("reason", "不干")).status()).isEqualTo(422);
        assertThat(officer.post(path, Map.of("reason", "调离")).status()).isEqualTo(200);
        assertThat(below.get("/api/session").status()).isEqualTo(401);
        assertThat(officer.post(path, Map.of("reason", "再来")).status()).isEqualTo(404);
    }

    @Test
    void aGrantHoldsFromItsFirstDayUntilBeforeItsLast() {
        var today = LocalDate.now(ZONE);
        var somebody = offices.somebody("短期");
        var wish = wish(somebody, Role.SUPERVISOR, township);
        wish.put("from", today.plusDays(2).toString());
        wish.put("to", today.plusDays(4).toString());
        assertThat(offices.approve(ask(officer, wish)).status()).isEqualTo(200);
        assertThat(offices.status(somebody)).isEqualTo(401);
        clock.ahead(Duration.ofDays(3));
        assertThat(offices.status(somebody)).isEqualTo(200);
        clock.ahead(Duration.ofDays(4));
        assertThat(offices.status(somebody)).isEqualTo(401);
        wish.put("from", today.minusDays(1).toString());
        assertThat(ask(officer, wish).status()).isIn(400, 401);
    }

    @Test
    void whatNobodyDecidesInTimeLapses() {
        var wish = wish(offices.somebody("等待"), Role.SUPERVISOR, township);
        wish.put("to", LocalDate.now(ZONE).plusDays(2).toString());
        var asked = ask(officer, wish);
        clock.ahead(Duration.ofDays(3));
        days.run();
        clock.ahead(Duration.ZERO);
        officer = offices.caller(offices.officer(Role.COUNTY_OFFICER, offices.county.top()));
        var id = UUID.fromString(asked.json().get("id").asString());
        var waiting = officer.get("/api/grant-requests?waiting=true");
        assertThat(waiting.ids()).doesNotContain(id);
        assertThat(officer.get("/api/grant-requests").ids()).contains(id);
    }

    @Test
    void badWishesAreToldWithEveryPlace() {
        var answer = officer.post("/api/grant-requests", Map.of("from", "gestern"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains("/username", "/role", "/from", "/reason");
        var unknown = ask(officer, wish("nobody-at-all", Role.SUPERVISOR, township));
        assertThat(unknown.response().body()).contains("没有这个用户名");
    }

    private String grant(String username) {
        for (var one : officer.get("/api/grants?limit=200").json().get("items")) {
            if (one.get("account").get("username").asString().equals(username)) {
                return one.get("id").asString();
            }
        }
        throw new IllegalStateException("no grant of " + username);
    }

    private static Caller.Answer ask(Caller who, Object wish) {
        return who.post("/api/grant-requests", wish);
    }
}
