package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Accounts are opened, closed and found again by the system administrator, who knows no password.
 */
@HouseTest
class AccountApiTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private Offices offices;

    @BeforeEach
    void people() {
        offices = new Offices(village, port);
    }

    @AfterEach
    void today() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void anAccountIsOpenedByItsOwnerOnceAndWithAPasswordOfTheirOwn() {
        var username = "u" + UUID.randomUUID().toString().substring(0, 10);
        var link = open(username, "李四");
        assertThat(link.status()).isEqualTo(201);
        var token = link.json().get("token").asString();
        assertThat(link.header("Cache-Control")).contains("no-store");
        assertThat(find(username).get("state").asString()).isEqualTo("pending");
        assertThat(offices.status(username)).isEqualTo(401);
        var look = new Caller(port).post("/api/welcome/link", Map.of("token", token));
        assertThat(look.json().get("name").asString()).isEqualTo("李四");
        var weak = Map.of("token", token, "password", "short");
        assertThat(new Caller(port).post("/api/welcome", weak).status()).isEqualTo(422);
        assertThat(offices.open(token).status()).isEqualTo(200);
        assertThat(offices.open(token).status()).isEqualTo(400);
        assertThat(find(username).get("state").asString()).isEqualTo("open");
    }

    @Test
    void aLinkEndsAfterItsDaysAndANewOneEndsTheOld() {
        var username = "u" + UUID.randomUUID().toString().substring(0, 10);
        var first = open(username, "王五").json().get("token").asString();
        var id = find(username).get("id").asString();
        var again = offices.system.post("/api/accounts/" + id + "/link", Map.of("reason", "丢失"));
        assertThat(offices.open(first).status()).isEqualTo(400);
        clock.ahead(Duration.ofDays(7));
        assertThat(offices.open(again.json().get("token").asString()).status()).isEqualTo(400);
    }

    @Test
    void theSameUsernameIsRefusedByTheRule() {
        var username = offices.somebody("赵六");
        var twice = open(username.toUpperCase(Locale.ROOT), "钱七");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.json().get("rule").asString()).isEqualTo("SEC-01");
        assertThat(open("a b", "").response().body()).contains("/username", "/name");
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndBackWhenEnabled() {
        var officer = offices.officer(Role.COUNTY_OFFICER, offices.county.top());
        var caller = offices.caller(officer);
        var id = find(officer).get("id").asString();
        assertThat(post(id, "disable", "").status()).isEqualTo(400);
        assertThat(post(id, "disable", "调离").json().get("state").asString()).isEqualTo("disabled");
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        assertThat(offices.status(officer)).isEqualTo(401);
        assertThat(post(id, "enable", "调回").json().get("state").asString()).isEqualTo("open");
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        assertThat(offices.status(officer)).isEqualTo(200);
    }

    @Test
    void aNewLinkEndsTheSessionsAndBothNamesStandInTheJournal() {
        var officer = offices.officer(Role.COUNTY_OFFICER, offices.county.top());
        var caller = offices.caller(officer);
        var id = find(officer).get("id").asString();
        assertThat(post(id, "link", "忘记密码").status()).isEqualTo(200);
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        var by =
                jdbc.sql(
                                """
                                select a.username from journal.entry e
                                join access.account a on a.id = e.account
                                where e.action = 'access.invite' and e.subject = cast(? as uuid)
                                """)
                        .param(id)
                        .query(String.class)
                        .single();
        assertThat(offices.system.get("/api/session").response().body()).contains(by);
    }

    @Test
    void nobodyDisablesThemselvesOrGivesThemselvesALink() {
        var session = offices.system.get("/api/session").json().get("account");
        var id = session.get("id").asString();
        assertThat(post(id, "disable", "休息").status()).isEqualTo(422);
        assertThat(post(id, "link", "忘记").status()).isEqualTo(422);
    }

    @Test
    void ofAMembersAccountOnlyTheSurnameIsTold() {
        var branch = offices.county.townships().getFirst().branches().getFirst();
        var member = village.member(branch.id(), "欧阳小明");
        var username = village.account(Role.MEMBER, branch.id(), member);
        var found = find(username);
        assertThat(found.get("ofMember").asBoolean()).isTrue();
        assertThat(found.get("name").asString()).isEqualTo("演**");
        var all = offices.system.get("/api/accounts?q={}", username.substring(0, 5));
        assertThat(all.response().body()).doesNotContain(member.toString());
    }

    @Test
    void whoDoesNotAdministerAccountsCannotLookForThem() {
        var officer = offices.caller(offices.officer(Role.COUNTY_OFFICER, offices.county.top()));
        assertThat(officer.get("/api/accounts").status()).isEqualTo(403);
        assertThat(offices.security.get("/api/accounts").status()).isEqualTo(403);
        var first = offices.system.get("/api/accounts?limit=1").json();
        var next =
                offices.system.get("/api/accounts?limit=1&after={}", first.get("next").asString());
        assertThat(next.ids()).doesNotContain(UUID.fromString(id(first)));
    }

    private static String id(JsonNode page) {
        return page.get("items").get(0).get("id").asString();
    }

    private JsonNode find(String username) {
        return offices.system.get("/api/accounts?q={}", username).json().get("items").get(0);
    }

    private Caller.Answer open(String username, String name) {
        return offices.system.post("/api/accounts", Map.of("username", username, "name", name));
    }

    private Caller.Answer post(String id, String act, String reason) {
        return offices.system.post("/api/accounts/" + id + "/" + act, Map.of("reason", reason));
    }
}
