package org.sunmao.start.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.database.DataDirectory;
import org.sunmao.house.Caller;
import org.sunmao.house.FirstHour;
import org.sunmao.house.FreshData;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The first hour of an empty installation: one link, three administrators, and a database that
 * falls.
 */
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
    @Autowired ConfigurableApplicationContext house;
    @Autowired FirstStart first;

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
    void whoeverHasNoLinkOrNamesOnePersonTwiceIsRefused() {
        assertThat(make(FirstHour.wish("guessed")).status()).isEqualTo(400);
        assertThat(look("guessed").status()).isEqualTo(400);
        assertThat(look(token).json().get("organization").isNull()).isTrue();
        for (var same : new String[] {"name", "username"}) {
            var wish = FirstHour.wish(token);
            var system = wish.get("system");
            wish.put("audit", twice(system, wish.get("audit"), same));
            var refused = make(wish);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.response().body()).contains("/audit/" + same);
        }
    }

    @Test
    @Order(3)
    void aStartThatWasBrokenOffBeginsAnewWithANewLink(CapturedOutput output) {
        assertThat(make(FirstHour.wish(token)).status()).isEqualTo(201);
        assertThat(make(FirstHour.wish(token)).status()).isEqualTo(400);
        assertThat(new Caller(port).get("/api/about").json().get("firstAccount").asBoolean())
                .isTrue();
        first.ready(new ApplicationReadyEvent(new SpringApplication(), new String[0], house, null));
        token = last(output);
        assertThat(look(token).json().get("organization").asString())
                .isEqualTo(FirstHour.ORGANIZATION);
    }

    @Test
    @Order(4)
    void threePeopleSetTheirOwnPasswordsAndAnOfficerIsAskedForAndApproved() {
        officer = new FirstHour(port, PASSWORD).officer(token, "First.Officer");
        var tops = officer.get("/api/organizations").json().get("items");
        assertThat(tops).hasSize(1);
        assertThat(tops.get(0).get("name").asString()).isEqualTo(FirstHour.ORGANIZATION);
        assertThat(make(FirstHour.wish(token)).status()).isEqualTo(400);
        assertThat(new Caller(port).get("/api/about").json().get("firstAccount").asBoolean())
                .isFalse();
    }

    @Test
    @Order(5)
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

    private static Map<String, Object> twice(
            @Nullable Object one, @Nullable Object two, String field) {
        var both = new HashMap<String, Object>();
        ((Map<?, ?>) requireNonNull(two)).forEach((key, value) -> both.put((String) key, value));
        both.put(field, requireNonNull(((Map<?, ?>) requireNonNull(one)).get(field)));
        return both;
    }

    private Caller.Answer make(Map<String, Object> wish) {
        return new Caller(port).post("/api/first-start", wish);
    }

    private Caller.Answer look(String token) {
        return new Caller(port).post("/api/first-start/link", Map.of("token", token));
    }

    private static String last(CapturedOutput output) {
        var link = LINK.matcher(output.getAll());
        var found = "";
        while (link.find()) {
            found = link.group(1);
        }
        return found;
    }
}
