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
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.util.Map;

/** Passwords are changed by their owners, and administrators' run out (SEC-02, profile mlps). */
@HouseTest
@Proves("SEC-02")
class PasswordChangeTests {

    private static final String NEW = "seven old stones by the gate";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private String officer = "";

    @BeforeEach
    void openAnAccount() {
        var top = village.organization(null, "中共密码县委员会", "committee");
        officer = village.account(Role.COUNTY_OFFICER, top, null);
    }

    @AfterEach
    void forget() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void aChangeNeedsTheOldPasswordAndEndsEveryOtherSession() {
        var caller = signIn(officer, Village.PASSWORD);
        var other = signIn(officer, Village.PASSWORD);
        var before = new Caller(port).withCookie("SUNMAO", caller.cookie("SUNMAO"));

        assertThat(change(caller, "wrong", NEW)).isEqualTo(400);
        assertThat(change(caller, Village.PASSWORD, NEW)).isEqualTo(204);
        assertThat(caller.get("/api/session").status()).isEqualTo(200);
        assertThat(other.get("/api/session").status()).isEqualTo(401);
        assertThat(before.get("/api/session").status()).isEqualTo(401);
        signIn(officer, NEW);
    }

    @Test
    void whatIsWeakCommonOrTellsTheNameIsRefused() {
        var caller = signIn(officer, Village.PASSWORD);
        for (var weak :
                new String[] {"short", "Admin@2026", "Aa12345678", "x" + officer + "Y9!long"}) {
            assertThat(change(caller, Village.PASSWORD, weak)).as(weak).isEqualTo(422);
        }
        assertThat(change(caller, Village.PASSWORD, "")).isEqualTo(400);
        assertThat(change(caller, Village.PASSWORD, "a\0bcdefghijklmnop")).isEqualTo(400);
    }

    @Test
    void theLastFiveDoNotComeBack() {
        var caller = signIn(officer, Village.PASSWORD);
        assertThat(change(caller, Village.PASSWORD, Village.PASSWORD)).isEqualTo(422);
        var last = Village.PASSWORD;
        for (var i = 0; i < 5; i++) {
            var next = NEW + " number " + i;
            clock.ahead(Duration.ofMinutes(i + 1));
            assertThat(change(caller, last, next)).isEqualTo(204);
            last = next;
            var first = i < 4 ? Village.PASSWORD : NEW + " number 0";
            assertThat(change(caller, last, first)).as("after %s", i).isEqualTo(422);
        }
        clock.ahead(Duration.ofMinutes(7));
        assertThat(change(caller, last, Village.PASSWORD)).isEqualTo(204);
    }

    @Test
    void anAdministratorsPasswordRunsOutAndLeadsOnlyToItsChange() {
        var admin = village.account(Role.SYSTEM_ADMIN, null, null);
        clock.ahead(Duration.ofDays(91));
        var caller = signIn(admin, Village.PASSWORD);

        assertThat(state(caller)).isEqualTo("password-change");
        assertThat(caller.get("/api/session/phones").status()).isEqualTo(403);
        assertThat(caller.post("/api/session/second-factor", Map.of()).status()).isEqualTo(403);
        assertThat(change(caller, Village.PASSWORD, NEW)).isEqualTo(204);
        assertThat(state(caller)).isEqualTo("open");
        assertThat(state(signIn(officer, Village.PASSWORD))).isEqualTo("open");
    }

    private Caller signIn(String username, String password) {
        return new Caller(port).signIn(username, password);
    }

    private static int change(Caller caller, String old, String chosen) {
        return caller.post("/api/session/password", Map.of("old", old, "password", chosen))
                .status();
    }

    private static String state(Caller caller) {
        return caller.get("/api/session").json().get("state").asString();
    }
}
