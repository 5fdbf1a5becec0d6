package org.sunmao.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AF-04: a village in which nobody has a telephone: an officer of the township writes everything
 * down.
 */
@HouseTest
class YearWithoutLoginsTests {

    private static final int MONTHS = 12;

    private static final String ACCOUNTS =
            "select count(*) from access.account where member = any(:members)";

    private static final String HELD =
            """
            select count(*) from meeting.held_published
            where organization = :branch and present @> cast(:members as uuid[])
            """;

    /** Of what the year demanded of meetings, what was missed. */
    private static final String MISSED =
            """
            select name || ' ' || opens from duty.duty
            where organization = :branch and state = 'late'
              and name in ('members-meeting', 'lecture', 'theme-day')
            """;

    private static final String KEPT =
            """
            select count(*) from duty.duty where organization = :branch and state = 'met'
              and name = 'theme-day' and cardinality(cast(:members as uuid[])) > 0
            """;

    @Autowired Village village;
    @Autowired LifeBeginning beginning;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TestClock time;
    @LocalServerPort int port;

    @AfterEach
    void setBack() {
        time.ahead(Duration.ZERO);
        beginning.never();
    }

    @Test
    void aYearOfABranchsLifeIsKeptThoughNoMemberEverSignsIn() {
        var township = village.organization(null, "中共无机乡委员会", "committee");
        var branch = village.organization(township, "中共无机村党支部", "branch");
        var members = village.members(branch, List.of("张三", "李四", "王五"));
        var account = village.account(Role.TOWNSHIP_OFFICER, township, null);
        var start = LocalDate.now(clock);
        beginning.on(start.withDayOfMonth(1));
        for (var month = 0; month < MONTHS; month++) {
            var day = start.plusMonths(month);
            time.ahead(Duration.ofDays(ChronoUnit.DAYS.between(start, day)));
            var officer = new Caller(port).signIn(account, Village.PASSWORD);
            record(officer, branch, members, "theme-day");
            if (month % 3 == 0) {
                record(officer, branch, members, "members");
                record(officer, branch, members, "lecture");
            }
        }
        var ids = members.toArray(UUID[]::new);
        assertThat(count(ACCOUNTS, branch, ids)).isZero();
        assertThat(count(HELD, branch, ids)).isEqualTo(MONTHS + 2 * MONTHS / 3);
        await().until(() -> count(KEPT, branch, ids) >= MONTHS - 1);
        assertThat(missed(branch)).isEmpty();
    }

    private void record(Caller officer, UUID branch, List<UUID> members, String type) {
        var wish =
                Map.of(
                        "type",
                        type,
                        "on",
                        LocalDate.now(clock).toString(),
                        "topic",
                        "全体到会",
                        "chair",
                        Map.of("member", members.get(0)),
                        "recorder",
                        Map.of("member", members.get(1)));
        var answer = officer.post("/api/organizations/" + branch + "/meetings", wish);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(201);
        var id = answer.json().get("id").asString();
        for (var part : List.of("recorder", "chair")) {
            var signed = officer.post("/api/meetings/" + id + "/sign", Map.of("as", part));
            assertThat(signed.status()).as("%s", signed.json()).isEqualTo(200);
        }
    }

    private long count(String sql, UUID branch, UUID... members) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(sql)
                                .param("branch", branch)
                                .param("members", members)
                                .query(Long.class)
                                .single());
    }

    private List<String> missed(UUID branch) {
        return scopes.system(
                "test", _ -> jdbc.sql(MISSED).param("branch", branch).query(String.class).list());
    }
}
