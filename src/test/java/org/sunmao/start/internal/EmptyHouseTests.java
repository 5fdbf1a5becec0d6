package org.sunmao.start.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.database.DataDirectory;
import org.sunmao.house.Caller;
import org.sunmao.house.FreshData;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** The first hour of an empty installation: one link, one account, and a database that falls. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "sunmao.demo=none")
@ContextConfiguration(initializers = FreshData.class)
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(OrderAnnotation.class)
@DirtiesContext
class EmptyHouseTests {

    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:\\d+/first#token=(\\S+)");
    private static final String PASSWORD = "a long passphrase of words";

    private static String token = "";
    private static Caller officer = new Caller(0);

    @LocalServerPort int port;
    @Autowired DataDirectory data;

    @Test
    @Order(1)
    void anEmptyStartPrintsOneLink(CapturedOutput output) {
        var about = new Caller(port).get("/api/about").json();
        assertThat(about.get("firstAccount").asBoolean()).isTrue();
        assertThat(about.get("demo").get("kind").asString()).isEqualTo("none");

        var link = LINK.matcher(output.getAll());
        assertThat(link.find()).isTrue();
        token = link.group(1);
    }

    @Test
    @Order(2)
    void whoeverHasNoLinkOrAWeakPasswordIsRefused() {
        assertThat(make("guessed", PASSWORD).status()).isEqualTo(400);
        for (var weak : new String[] {"short1A!", "alllowercase", "lower123456"}) {
            var answer = make(token, weak);
            assertThat(answer.status()).as(weak).isEqualTo(422);
            assertThat(answer.json().get("rule").asString()).isEqualTo("SEC-02");
            assertThat(answer.json().get("cites").asString()).contains("GB/T 22239");
        }
    }

    @Test
    @Order(3)
    void theLinkMakesTheFirstAccountAndNoSecondOne() {
        assertThat(make(token, PASSWORD).status()).isEqualTo(201);
        assertThat(make(token, PASSWORD).status()).isEqualTo(400);

        officer = new Caller(port).signIn("First.Officer", PASSWORD);
        assertThat(officer.get("/api/organizations").status()).isEqualTo(403);
        officer.enrol();
        var top = officer.get("/api/organizations").json().get("items").get(0);
        assertThat(top.get("name").asString()).isEqualTo("中共某某县委员会");
        assertThat(new Caller(port).get("/api/about").json().get("firstAccount").asBoolean())
                .isFalse();
    }

    @Test
    @Order(4)
    void aDatabaseThatFallsIsToldAndComesBackWithEverything() throws Exception {
        var pid = Files.readAllLines(data.file("postgres").resolve("postmaster.pid"));
        ProcessHandle.of(Long.parseLong(pid.getFirst())).orElseThrow().destroyForcibly();

        var away = until(officer, 503);
        assertThat(away.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(away.json().get("detail").asString()).contains("没有生效");

        assertThat(until(officer, 200).ids()).hasSize(1);
    }

    private static Caller.Answer until(Caller caller, int status) {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        var answer = caller.get("/api/organizations");
        while (answer.status() != status && Instant.now().isBefore(end)) {
            answer = caller.get("/api/organizations");
        }
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }

    private Caller.Answer make(String token, String password) {
        return new Caller(port)
                .post(
                        "/api/first-account",
                        Map.of(
                                "token",
                                token,
                                "organization",
                                "中共某某县委员会",
                                "username",
                                "First.Officer",
                                "password",
                                password));
    }
}
