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

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

@HouseTest
class SessionApiTests {

    private static final String WRONG = "not the password 1A!";

    /** More of them by {@code -Daccess.attempts}; ten thousand were answered. */
    private static final int ATTEMPTS = Integer.getInteger("access.attempts", 2_000);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    String officer = "";

    @BeforeEach
    void openAnAccount() {
        var top = village.organization(null, "中共会话县委员会", "committee");
        officer = village.account(Role.COUNTY_OFFICER, top, null);
    }

    @AfterEach
    void forgetAttempts() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void aPasswordOpensASessionThatSaysWhoOneIs() {
        var answer = signIn(officer, Village.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        var session = answer.json();
        assertThat(session.get("state").asString()).isEqualTo("open");
        assertThat(session.get("role").asString()).isEqualTo("county-officer");
        assertThat(session.get("organization").get("name").asString()).isEqualTo("中共会话县委员会");
        assertThat(session.get("rights").valueStream().map(right -> right.asString()))
                .contains("members:read", "organizations:read");
        assertThat(session.toString()).doesNotContain("argon2").doesNotContain(Village.PASSWORD);
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        var cookies =
                signIn(officer, Village.PASSWORD).response().headers().allValues("Set-Cookie");

        assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.contains("SameSite=Strict"));
        assertThat(cookies.getFirst()).startsWith("SUNMAO=").contains("HttpOnly");
        assertThat(cookies.getLast()).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly");
    }

    @Test
    void theDatabaseDoesNotHoldTheCookie() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);

        var stored = jdbc.sql("select encode(token, 'escape') from access.session");
        assertThat(stored.query(String.class).list())
                .isNotEmpty()
                .noneMatch(token -> token.contains(caller.cookie("SUNMAO")));
    }

    @Test
    void aWrongNameAndAWrongPasswordLookTheSame() {
        var wrongPassword = signIn(officer, WRONG);
        var wrongName = signIn("nobody-of-this-name", WRONG);

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongName.status()).isEqualTo(401);
        assertThat(wrongName.response().body()).isEqualTo(wrongPassword.response().body());
    }

    @Test
    void afterFiveFailuresTheAccountWaitsWhetherItExistsOrNot() {
        for (var name : new String[] {officer, "nobody-at-all"}) {
            for (var i = 0; i < 5; i++) {
                assertThat(signIn(name, WRONG).status()).isEqualTo(401);
            }
            var locked = signIn(name, name.equals(officer) ? Village.PASSWORD : WRONG);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.json().get("rule").asString()).isEqualTo("SEC-03");
            assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 900);
        }
    }

    @Test
    void theLockEndsAfterAQuarterOfAnHour() {
        for (var i = 0; i < 6; i++) {
            signIn(officer, WRONG);
        }
        clock.ahead(Duration.ofMinutes(16));

        assertThat(signIn(officer, Village.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aSourceRunsOutBeforeItCanLockABranch() {
        var refused = 0;
        for (var i = 0; i < 40; i++) {
            refused += signIn("member-" + i, WRONG).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(10);
    }

    @Test
    void thousandsOfAttemptsAreAnsweredAndNoneGetsIn() {
        var statuses = new TreeMap<Integer, Integer>();
        var caller = new Caller(port);
        for (var i = 0; i < ATTEMPTS; i++) {
            var body = Map.of("username", officer, "password", WRONG + i);
            statuses.merge(caller.post("/api/session", body).status(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).containsExactly(401, 429);
        assertThat(statuses.get(401)).isEqualTo(5);
    }

    @Test
    void anIdleSessionEnds() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);

        clock.ahead(Duration.ofMinutes(29));
        assertThat(caller.get("/api/session").status()).isEqualTo(200);
        clock.ahead(Duration.ofMinutes(58));
        assertThat(caller.get("/api/session").status()).isEqualTo(200);
        clock.ahead(Duration.ofMinutes(89));
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorsIdleSessionEndsSooner() {
        var admin = village.account(Role.SYSTEM_ADMIN, null, null);
        var caller = new Caller(port).signIn(admin, Village.PASSWORD);

        clock.ahead(Duration.ofMinutes(16));
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void noSessionOutlivesTwelveHours() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20) {
            clock.ahead(Duration.ofMinutes(minutes));
            assertThat(caller.get("/api/session").status()).isEqualTo(200);
        }
        clock.ahead(Duration.ofHours(12));
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);
        var stolen = new Caller(port).withCookie("SUNMAO", caller.cookie("SUNMAO"));

        assertThat(stolen.get("/api/session").status()).isEqualTo(200);
        assertThat(caller.delete("/api/session").status()).isEqualTo(204);
        assertThat(stolen.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aWriteNeedsTheTokenOfItsOwnSession() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);
        var other = new Caller(port).signIn(officer, Village.PASSWORD);

        caller.withCookie("XSRF-TOKEN", other.cookie("XSRF-TOKEN"));
        assertThat(caller.delete("/api/session").status()).isEqualTo(403);
        caller.withCookie("XSRF-TOKEN", "forged");
        assertThat(caller.delete("/api/session").status()).isEqualTo(403);
        assertThat(caller.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesPageCannotSignAnyoneIn() {
        var body = BodyPublishers.ofString("{\"username\":\"a\",\"password\":\"b\"}");
        var caller = new Caller(port);
        var foreign = caller.json("/api/session").header("Origin", "https://elsewhere.example");

        assertThat(caller.send(foreign.POST(body)).status()).isEqualTo(403);
        var crossSite = caller.json("/api/session").header("Sec-Fetch-Site", "cross-site");
        assertThat(caller.send(crossSite.POST(body)).status()).isEqualTo(403);
        var form = caller.request("/api/session").header("Content-Type", "text/plain");
        assertThat(caller.send(form.POST(body)).status()).isEqualTo(415);
    }

    @Test
    void whatIsNotWhollyOpenReachesOnlyItsOwnPages() {
        var caller = new Caller(port).signIn(officer, Village.PASSWORD);
        for (var state : new String[] {"second-factor", "password-change"}) {
            jdbc.sql("update access.session set state = ? where token = ?")
                    .params(state, new Token(caller.cookie("SUNMAO")).hash())
                    .update();

            assertThat(caller.get("/api/session").json().get("state").asString()).isEqualTo(state);
            assertThat(caller.get("/api/organizations").status()).isEqualTo(403);
        }
    }

    @Test
    void badInputIsToldInWords() {
        var caller = new Caller(port);
        for (var body : new String[] {"", "{", "[]", "{\"username\":1}", "null", "{}"}) {
            var answer =
                    caller.send(caller.json("/api/session").POST(BodyPublishers.ofString(body)));
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        var huge = "{\"username\":\"" + "a".repeat(400_000) + "\"}";
        var request = caller.json("/api/session");
        assertThat(caller.send(request.POST(BodyPublishers.ofString(huge))).status())
                .isEqualTo(413);
    }

    private Caller.Answer signIn(String username, String password) {
        var body = Map.of("username", username, "password", password);
        return new Caller(port).post("/api/session", body);
    }
}
