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

/** Before what is grave a session proves itself again (ASVS 7.5.3). */
@HouseTest
@Proves("SEC-05")
class StepUpTests {

    private static final String STEP_UP = "/api/session/step-up";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private String officer = "";

    @BeforeEach
    void openAnAccount() {
        var top = village.organization(null, "中共再验县委员会", "committee");
        officer = village.account(Role.COUNTY_OFFICER, top, null);
    }

    @AfterEach
    void forget() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void whatIsGraveAsksOnceMoreAndNamesWhatItAsks() {
        var caller = signIn();
        var refused = caller.post("/api/exports", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString()).isEqualTo("/problems/step-up");
        assertThat(caller.stepUp().post("/api/exports", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void itLastsTenMinutesAndForThisSessionAlone() {
        var caller = signIn().stepUp();
        var other = signIn();

        assertThat(other.post("/api/exports", Map.of()).status()).isEqualTo(403);
        clock.ahead(Duration.ofMinutes(9));
        assertThat(caller.post("/api/exports", Map.of()).status()).isEqualTo(400);
        clock.ahead(Duration.ofMinutes(10));
        assertThat(caller.post("/api/exports", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void aWrongPasswordIsCountedLikeOneAtTheDoor() {
        var caller = signIn();
        for (var i = 0; i < 5; i++) {
            assertThat(caller.post(STEP_UP, Map.of("password", "wrong")).status()).isEqualTo(400);
        }
        assertThat(caller.post(STEP_UP, Map.of("password", Village.PASSWORD)).status())
                .isEqualTo(429);
    }

    @Test
    void whoHasASecondFactorProvesItAndThePasswordIsNotEnough() {
        var caller = signIn().stepUp();
        var authenticator = caller.enrol();
        clock.ahead(Duration.ofMinutes(11));

        assertThat(caller.post(STEP_UP, Map.of("password", Village.PASSWORD)).status())
                .isEqualTo(400);
        var code = Map.of("code", authenticator.code(clock.instant()));
        assertThat(caller.post(STEP_UP, code).status()).isEqualTo(204);
        assertThat(caller.post(STEP_UP, code).status()).isEqualTo(400);
        assertThat(caller.post("/api/exports", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void nothingIsStillSaidInWords() {
        assertThat(signIn().post(STEP_UP, Map.of()).status()).isEqualTo(400);
        assertThat(new Caller(port).post(STEP_UP, Map.of()).status()).isIn(401, 403);
    }

    private Caller signIn() {
        return new Caller(port).signIn(officer, Village.PASSWORD);
    }
}
