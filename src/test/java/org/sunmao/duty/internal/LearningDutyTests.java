package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What members, officers, secretaries and newcomers learn, from the rolls of what was held. */
@HouseTest
class LearningDutyTests {

    private static final String ROW =
            """
            select concat_ws(' ', state, light, due, nullif(ended_on, 'infinity'),
              evidence ->> 'asked', evidence ->> 'lacking')
            from duty.duty where organization = ? and name = ? and opens = ?
            """;

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired LifeBeginning beginning;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Village.County county = new Village.County(new UUID(0, 0), List.of());
    private UUID branch = new UUID(0, 0);
    private List<UUID> members = List.of();
    private Caller secretary = new Caller(0);

    @BeforeEach
    void aBranchOfTwoWhoseLifeIsRecordedSinceLastYear() {
        beginning.on(newYear());
        county = village.county();
        var first = county.townships().getFirst().branches().getFirst();
        branch = first.id();
        members = first.members();
        var account = village.account(Role.SECRETARY, branch, null);
        secretary = new Caller(port).signIn(account, Village.PASSWORD);
    }

    @AfterEach
    void nobodyElseIsHeldToIt() {
        beginning.never();
    }

    @Test
    @Proves({"R-EDU-01", "AF-13"})
    void aYearIsMetOnTheDayOnWhichTheLastMemberHadAllHours() {
        record("theme-day", newYear().plusDays(30), 23 * 45, List.of());
        record("lecture", newYear().plusDays(60), 9 * 45, List.of(members.getFirst()));
        awaitDuty("member-hours", newYear(), "late yellow %s 2 1".formatted(lastDay()));
        record("theme-day", newYear().plusDays(90), 9 * 45, List.of());
        awaitDuty(
                "member-hours",
                newYear(),
                "met none %s %s 2 0".formatted(lastDay(), newYear().plusDays(90)));
    }

    private void record(String type, LocalDate on, int minutes, List<UUID> absent) {
        var sent = new HashMap<String, Object>(Map.of("type", type, "on", on.toString()));
        sent.put("topic", "学习讨论");
        sent.put("reason", "当时没有网络");
        sent.put("minutes", minutes);
        sent.put("absent", absent.stream().map(one -> Map.of("member", one)).toList());
        var answer = secretary.post("/api/organizations/" + branch + "/meetings", sent);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private void awaitDuty(String name, LocalDate opens, String told) {
        await().untilAsserted(() -> assertThat(duty(name, opens)).contains(told));
    }

    private String duty(String name, LocalDate opens) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(ROW)
                                .params(branch, name, opens)
                                .query(String.class)
                                .optional()
                                .orElse(""));
    }

    private LocalDate newYear() {
        return LocalDate.of(LocalDate.now(clock).getYear() - 1, 1, 1);
    }

    private LocalDate lastDay() {
        return newYear().plusYears(1).minusDays(1);
    }
}
