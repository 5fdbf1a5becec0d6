package org.sunmao.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What is asked becomes a duty of whoever is asked, is met by the answer, and goes with the end.
 */
@HouseTest
class RequestDutyTests {

    private static final String STATE =
            """
            select state from duty.duty
            where name = 'request' and organization = :organization and subject = :request
            """;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    @Test
    void theDutyOpensIsMetAndGoes() {
        var county = village.county();
        var township = county.townships().getFirst();
        var officer = caller(Role.TOWNSHIP_OFFICER, township.top());
        var approver = caller(Role.COUNTY_OFFICER, county.top());
        var made = officer.post("/api/requests", wish(township.top(), account(approver)));
        var id = made.json().get("id").asString();
        officer.post("/api/requests/" + id + "/submit", Map.of());
        approver.post("/api/requests/" + id + "/approve", Map.of());
        var one = township.branches().getFirst().id();
        var other = township.branches().getLast().id();
        waitFor(one, id, "open");
        waitFor(other, id, "open");

        var periods = officer.get("/api/requests/" + id).json().get("periods");
        var answer =
                Map.of(
                        "organization",
                        one,
                        "period",
                        periods.get(0).get("key").asString(),
                        "values",
                        List.of("12"));
        assertThat(officer.post("/api/requests/" + id + "/answers", answer).status())
                .isEqualTo(201);
        waitFor(one, id, "met");

        officer.post("/api/requests/" + id + "/end", Map.of("reason", "汛期已过"));
        waitFor(other, id, "gone");
        assertThat(state(one, id)).isEqualTo("met");
    }

    private static String account(Caller caller) {
        return caller.get("/api/session").json().get("account").get("id").asString();
    }

    private static Map<String, Object> wish(UUID township, String approver) {
        var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString();
        return Map.ofEntries(
                Map.entry("title", "防汛物资摸底"),
                Map.entry("document", "县防指〔2026〕3号"),
                Map.entry("article", "第二条"),
                Map.entry("purpose", "安排防汛物资的调配"),
                Map.entry("items", List.of(Map.of("label", "防汛物资数量", "kind", "number"))),
                Map.entry("frequency", "once"),
                Map.entry("days", 10),
                Map.entry("until", until),
                Map.entry("minutes", 10),
                Map.entry("target", Map.of("top", township)),
                Map.entry("approver", approver));
    }

    private void waitFor(UUID organization, String request, String state) {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (!state(organization, request).equals(state) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(state(organization, request)).isEqualTo(state);
    }

    private String state(UUID organization, String request) {
        return Objects.requireNonNull(
                scopes.system(
                        "test",
                        _ ->
                                jdbc.sql(STATE)
                                        .param("organization", organization)
                                        .param("request", UUID.fromString(request))
                                        .query(String.class)
                                        .optional()
                                        .orElse("gone")));
    }

    private Caller caller(Role role, UUID over) {
        var name = village.account(role, over, null);
        return new Caller(port).signIn(name, Village.PASSWORD).stepUp();
    }
}
