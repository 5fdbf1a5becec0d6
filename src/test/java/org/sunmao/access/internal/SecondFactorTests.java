package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Authenticator;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * A second factor: enrolled, asked for, lost, taken away; and what is tried against it (SEC-05).
 */
@HouseTest
@Proves("SEC-05")
class SecondFactorTests {

    private static final String FACTOR = "/api/session/second-factor";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private UUID top = new UUID(0, 0);
    private String officer = "";

    @BeforeEach
    void openAnAccount() {
        top = village.organization(null, "中共双重县委员会", "committee");
        officer = village.account(Role.COUNTY_OFFICER, top, null);
    }

    @AfterEach
    void forget() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
        jdbc.sql("update access.second_factor_policy set obligatory = false").update();
    }

    @Test
    void whoIsEnrolledEntersACodeBeforeAnythingOpens() {
        var authenticator = enrolled().authenticator();
        var caller = signIn();

        assertThat(state(caller)).isEqualTo("second-factor");
        assertThat(caller.get("/api/organizations").status()).isEqualTo(403);
        assertThat(caller.post(FACTOR, Map.of()).status()).isEqualTo(403);
        assertThat(caller.post("/api/session/password", Map.of()).status()).isEqualTo(403);
        clock.ahead(Duration.ofSeconds(30));
        assertThat(enter(caller, code(authenticator))).isEqualTo(204);
        assertThat(state(caller)).isEqualTo("open");
        assertThat(caller.get("/api/organizations").status()).isEqualTo(200);
    }

    @Test
    void theTokenFromBeforeTheCodeOpensNothingAfterwards() {
        var authenticator = enrolled().authenticator();
        var caller = signIn();
        var before = new Caller(port).withCookie("SUNMAO", caller.cookie("SUNMAO"));

        clock.ahead(Duration.ofSeconds(30));
        assertThat(enter(caller, code(authenticator))).isEqualTo(204);
        assertThat(before.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aCodeIsTakenOnceEvenWhenSentManyTimesAtOnce() throws Exception {
        var authenticator = enrolled().authenticator();
        clock.ahead(Duration.ofSeconds(30));
        var code = code(authenticator);
        var callers = List.of(signIn(), signIn(), signIn(), signIn());

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer>[] tries = tries(callers, code);
            var statuses = all.invokeAll(List.of(tries)).stream().map(f -> f.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(204);
        }
        assertThat(enter(signIn(), code)).isEqualTo(400);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private Callable<Integer>[] tries(List<Caller> callers, String code) {
        return callers.stream()
                .map(caller -> (Callable<Integer>) () -> enter(caller, code))
                .toArray(Callable[]::new);
    }

    @Test
    void anOlderCodeIsNotTakenAfterANewerOne() {
        var authenticator = enrolled().authenticator();
        clock.ahead(Duration.ofSeconds(60));
        var older = authenticator.code(clock.instant().minusSeconds(30));
        assertThat(enter(signIn(), code(authenticator))).isEqualTo(204);
        assertThat(enter(signIn(), older)).isEqualTo(400);
    }

    @Test
    void aClockOneStepOffIsTakenAndTwoStepsOffIsNot() {
        var authenticator = enrolled().authenticator();
        var now = atTheBeginningOfAStep();

        assertThat(enter(signIn(), authenticator.code(now.minusSeconds(60)))).isEqualTo(400);
        assertThat(enter(signIn(), authenticator.code(now.plusSeconds(60)))).isEqualTo(400);
        assertThat(enter(signIn(), authenticator.code(now.minusSeconds(30)))).isEqualTo(204);
        assertThat(enter(signIn(), authenticator.code(now.plusSeconds(30)))).isEqualTo(204);
    }

    /** Some minutes ahead, and all but a step away from the next one: what follows lies in one. */
    private Instant atTheBeginningOfAStep() {
        clock.ahead(Duration.ofMinutes(5));
        var into = clock.instant().getEpochSecond() % 30;
        clock.ahead(Duration.ofMinutes(5).plusSeconds(30 - into));
        return clock.instant();
    }

    @Test
    void guessedCodesLockTheFactorWhateverSessionTheyComeFrom() {
        var authenticator = enrolled().authenticator();
        clock.ahead(Duration.ofSeconds(30));
        var wrong = code(authenticator).equals("000000") ? "000001" : "000000";
        for (var i = 0; i < 5; i++) {
            assertThat(enter(signIn(), wrong)).isEqualTo(400);
        }
        assertThat(enter(signIn(), code(authenticator))).isEqualTo(429);
        clock.ahead(Duration.ofMinutes(16));
        assertThat(enter(signIn(), code(authenticator))).isEqualTo(204);
    }

    @Test
    void eachRecoveryCodeOpensOnceHoweverItIsTyped() {
        var codes = enrolled().recovery();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(enter(signIn(), codes.getFirst())).isEqualTo(204);
        assertThat(enter(signIn(), codes.getFirst())).isEqualTo(400);
        assertThat(enter(signIn(), codes.get(1).toLowerCase(java.util.Locale.ROOT))).isEqualTo(204);
        assertThat(enter(signIn(), codes.get(2).replace("-", " "))).isEqualTo(204);
        var caller = signIn();
        assertThat(enter(caller, codes.get(3))).isEqualTo(204);
        assertThat(caller.get(FACTOR).json().get("recoveryCodesLeft").asInt()).isEqualTo(6);
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorTheRecoveryCodes() {
        var enrolled = enrolled();
        var dump =
                jdbc.sql(
                                """
                                select encode(secret, 'escape') from access.second_factor
                                union all select encode(code, 'escape') from access.recovery_code
                                """)
                        .query(String.class)
                        .list();
        assertThat(dump).isNotEmpty().noneMatch(text -> text.contains(enrolled.secret()));
        for (var code : enrolled.recovery()) {
            assertThat(dump).noneMatch(text -> text.contains(code.replace("-", "")));
        }
    }

    @Test
    void whereItIsObligatoryNothingOpensBeforeItIsEnrolled() {
        oblige("county-officer");
        var caller = signIn();

        assertThat(state(caller)).isEqualTo("enrol-second-factor");
        assertThat(caller.get("/api/organizations").status()).isEqualTo(403);
        assertThat(caller.post(FACTOR + "/code", Map.of("code", "123456")).status()).isEqualTo(403);
        var before = caller.cookie("SUNMAO");
        caller.enrol();
        assertThat(state(caller)).isEqualTo("open");
        assertThat(caller.cookie("SUNMAO")).isNotEqualTo(before);
        assertThat(caller.get("/api/organizations").status()).isEqualTo(200);
    }

    @Test
    void aPolicyHoldsAtOnceForWhoeverIsSignedIn() {
        var caller = signIn();
        var admin = security();
        var policy = "/api/second-factor-policies/county-officer";

        assertThat(admin.put(policy, Map.of("obligatory", true)).status()).isEqualTo(204);
        assertThat(state(caller)).isEqualTo("enrol-second-factor");
        assertThat(admin.put(policy, Map.of("obligatory", false)).status()).isEqualTo(204);
        assertThat(state(caller)).isEqualTo("open");
        assertThat(caller.put(policy, Map.of("obligatory", false)).status()).isEqualTo(403);
        assertThat(admin.put(policy, Map.of()).status()).isEqualTo(400);
        assertThat(admin.put("/api/second-factor-policies/nobody", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void turningItOffNeedsBothFactorsAndNoObligation() {
        var enrolled = enrolled();
        var caller = enrolled.caller();
        var recovery = enrolled.recovery();
        stepUp(caller, recovery.getFirst());

        assertThat(off(caller, "wrong", recovery.get(1))).isEqualTo(400);
        assertThat(off(caller, Village.PASSWORD, "000000")).isEqualTo(400);
        oblige("county-officer");
        assertThat(off(caller, Village.PASSWORD, recovery.get(2))).isEqualTo(422);
        jdbc.sql("update access.second_factor_policy set obligatory = false").update();
        assertThat(off(caller, Village.PASSWORD, recovery.get(2))).isEqualTo(204);
        assertThat(state(signIn())).isEqualTo("open");
    }

    @Test
    void anotherResetsItForWhoeverHasLostItAndBothNamesAreKept() {
        enrolled();
        var caller = signIn();
        var reason = Map.of("reason", "手机丢了");
        assertThat(caller.post(FACTOR + "/request", reason).status()).isEqualTo(204);
        assertThat(caller.post(FACTOR + "/request", reason).status()).isEqualTo(422);
        var admin = security();
        var asked =
                admin.get("/api/second-factor-requests?limit=200")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("username").asString().equals(officer))
                        .findFirst()
                        .orElseThrow();

        var grant = "/api/second-factor-requests/" + asked.get("id").asString() + "/grant";
        assertThat(signIn().post(grant, Map.of()).status()).isEqualTo(403);
        assertThat(admin.post(grant, Map.of()).status()).isEqualTo(204);
        assertThat(admin.post(grant, Map.of()).status()).isEqualTo(422);
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        assertThat(state(signIn())).isEqualTo("open");
    }

    @Test
    void nobodyResetsTheirOwn() {
        var name = village.account(Role.SECURITY_ADMIN, null, null);
        var caller = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
        var recovery = enrol(caller).recovery();
        var again = new Caller(port).signIn(name, Village.PASSWORD);
        again.post(FACTOR + "/request", Map.of("reason", "手机丢了"));
        stepUp(caller, recovery.getFirst());
        var id =
                caller.get("/api/second-factor-requests?limit=200")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("username").asString().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();

        assertThat(caller.post("/api/second-factor-requests/" + id + "/grant", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void anEnrolledFactorIsNotReplacedByWhoeverHoldsTheSession() {
        var caller = enrolled().caller();
        assertThat(caller.post(FACTOR, Map.of()).status()).isEqualTo(422);
        clock.ahead(Duration.ofMinutes(11));
        assertThat(caller.post(FACTOR, Map.of()).status()).isEqualTo(403);
        var fresh =
                new Caller(port).signIn(village.account(Role.MEMBER, top, null), Village.PASSWORD);
        assertThat(fresh.post(FACTOR, Map.of()).status()).isEqualTo(403);
    }

    /** Somebody who has just enrolled. */
    private record Enrolled(
            Caller caller, Authenticator authenticator, String secret, List<String> recovery) {}

    private Enrolled enrolled() {
        return enrol(signIn().stepUp());
    }

    private Enrolled enrol(Caller caller) {
        var sent = caller.post(FACTOR, Map.of()).json();
        assertThat(sent.get("uri").asString()).startsWith("otpauth://totp/");
        assertThat(sent.get("qr").asString()).startsWith("<svg").doesNotContain("script");
        var secret = sent.get("secret").asString();
        var authenticator = new Authenticator(secret);
        var confirmed = caller.post(FACTOR + "/confirm", Map.of("code", code(authenticator)));
        var codes =
                confirmed.json().get("codes").valueStream().map(code -> code.asString()).toList();
        return new Enrolled(caller, authenticator, secret, codes);
    }

    private Caller signIn() {
        return new Caller(port).signIn(officer, Village.PASSWORD);
    }

    private Caller security() {
        var name = village.account(Role.SECURITY_ADMIN, null, null);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }

    private String code(Authenticator authenticator) {
        return authenticator.code(clock.instant());
    }

    private void oblige(String role) {
        jdbc.sql("update access.second_factor_policy set obligatory = true where role = ?")
                .param(role)
                .update();
    }

    private static int enter(Caller caller, String code) {
        return caller.post(FACTOR + "/code", Map.of("code", code)).status();
    }

    private static void stepUp(Caller caller, String code) {
        assertThat(caller.post("/api/session/step-up", Map.of("code", code)).status())
                .isEqualTo(204);
    }

    private static int off(Caller caller, String password, String code) {
        var body = Map.of("password", password, "code", code);
        return caller.post(FACTOR + "/off", body).status();
    }

    private static String state(Caller caller) {
        return caller.get("/api/session").json().get("state").asString();
    }
}
