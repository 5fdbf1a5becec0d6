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
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is tried against sessions: planting one, riding one, keeping one. */
@HouseTest
class SessionAbuseTests {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    private County county = new County(UUID.randomUUID(), List.of());
    private String username = "";
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD);
    }

    @AfterEach
    void itIsNowAgain() {
        clock.ahead(Duration.ZERO);
        jdbc.sql("delete from access.attempt").update();
    }

    @Test
    void aSessionThatWasPlantedIsNotTheOneThatIsOpened() {
        var planted = "planted-by-somebody-else-000000000000000000";
        var victim = new Caller(port).withCookie("SUNMAO", planted);
        victim.signIn(username, Village.PASSWORD);

        assertThat(victim.cookie("SUNMAO")).isNotEqualTo(planted).hasSizeGreaterThan(40);
        var attacker = new Caller(port).withCookie("SUNMAO", planted);
        assertThat(attacker.get("/api/session").status()).isEqualTo(401);
    }

    /** Somebody else's open session in the browser: signing in leaves it to whom it belongs. */
    @Test
    void signingInAgainOpensAnotherSession() {
        var before = officer.cookie("SUNMAO");
        officer.signIn(username, Village.PASSWORD);

        assertThat(officer.cookie("SUNMAO")).isNotEqualTo(before);
    }

    @Test
    void aSessionInTheAddressIsNoSession() {
        var nobody = new Caller(port);
        var token = officer.cookie("SUNMAO");

        assertThat(nobody.get("/api/members?SUNMAO=" + token).status()).isEqualTo(401);
        assertThat(nobody.get("/api/members;SUNMAO=" + token).status()).isEqualTo(400);
        var bearer = nobody.request("/api/members").header("Authorization", "Bearer " + token);
        assertThat(nobody.send(bearer.GET()).status()).isEqualTo(401);
    }

    @Test
    void aWriteOfAnotherSitesPageIsRefusedHoweverItIsSent() {
        var body = BodyPublishers.ofString("{}");
        for (var origin :
                List.of(
                        "https://elsewhere.example",
                        "null",
                        "http://127.0.0.1",
                        "https://127.0.0.1:" + port,
                        "http://localhost:" + port,
                        "http://127.0.0.1:" + port + ".elsewhere.example")) {
            var request = officer.json("/api/organizations").header("Origin", origin);
            assertThat(officer.send(request.POST(body)).status()).as(origin).isEqualTo(403);
        }
        var without = new Caller(port).withCookie("SUNMAO", officer.cookie("SUNMAO"));
        assertThat(without.send(without.json("/api/organizations").POST(body)).status())
                .isEqualTo(403);
        for (var type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            var form = officer.request("/api/organizations").header("Content-Type", type);
            assertThat(officer.send(form.POST(body)).status()).as(type).isIn(400, 415);
        }
        var ours = officer.json("/api/organizations").header("Origin", "http://127.0.0.1:" + port);
        assertThat(officer.send(ours.POST(body)).status()).isEqualTo(400);
    }

    @Test
    void noReadingChangesAnything() {
        for (var override :
                List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            var request = officer.request("/api/session").header(override, "DELETE");
            assertThat(officer.send(request.GET()).status()).isEqualTo(200);
        }
        assertThat(officer.get("/api/session?_method=DELETE").status()).isEqualTo(200);
        assertThat(officer.get("/api/session").status()).isEqualTo(200);
    }

    /** No page of ours leads anywhere else: the pages decide where to go, from their own list. */
    @Test
    void noAddressLeadsToAnotherSite() {
        for (var address :
                List.of(
                        "/sign-in?next=https://elsewhere.example",
                        "/sign-in?next=//elsewhere.example",
                        "/m?next=https://elsewhere.example",
                        "/m/../..//elsewhere.example",
                        "//elsewhere.example/m",
                        "/\\\\elsewhere.example".replace("\\\\", "%5C"))) {
            var answer = officer.get(address);
            var location = answer.header("Location");
            if (!location.isEmpty()) {
                assertThat(location).as(address).startsWith("http://127.0.0.1:" + port + "/");
            }
        }
    }

    @Test
    void cookiesAreForThisHostAndThisVisitOnly() {
        var opened = open();
        for (var cookie : opened.response().headers().allValues("Set-Cookie")) {
            assertThat(cookie)
                    .contains("Path=/", "SameSite=Strict")
                    .doesNotContain("Domain=")
                    .doesNotContain("Max-Age=")
                    .doesNotContain("Expires=");
        }
    }

    private Answer open() {
        return new Caller(port)
                .post("/api/session", Map.of("username", username, "password", Village.PASSWORD));
    }

    @Test
    void signingOutClearsWhatTheBrowserKept() {
        var answer = officer.delete("/api/session");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Clear-Site-Data")).contains("\"cache\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("Max-Age=0"));
        assertThat(officer.cookie("SUNMAO")).isEmpty();
    }

    @Test
    void theRightOfASecretaryEndsWithThePost() {
        var branch = county.townships().getFirst().branches().getFirst();
        var member = branch.members().getFirst();
        var account = village.account(Role.MEMBER, branch.id(), member);
        var secretary = new Caller(port).signIn(account, Village.PASSWORD);
        assertThat(secretary.get("/api/members").status()).isEqualTo(403);
        var post =
                Map.of(
                        "kind",
                        "secretary",
                        "member",
                        member,
                        "appointment",
                        "elected",
                        "from",
                        today.minusDays(30).toString());
        var made = officer.post("/api/organizations/" + branch.id() + "/posts", post);
        assertThat(made.status()).isEqualTo(201);
        secretary.signIn(account, Village.PASSWORD);
        assertThat(secretary.get("/api/members").status()).isEqualTo(200);

        var end = Map.of("to", today.toString(), "endReason", "调离");
        assertThat(officer.patch(made.header("Location"), 0, end).status()).isEqualTo(200);

        assertThat(secretary.get("/api/members").status()).isIn(401, 403);
        secretary.signIn(account, Village.PASSWORD);
        assertThat(secretary.get("/api/session").json().get("role").asString()).isEqualTo("member");
    }
}
