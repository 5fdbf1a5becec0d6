package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whoever joined of late came in by a way that ends where the register has them. */
@HouseTest
class PlayedAdmissionsTests {

    private static final String STANDING =
            """
            select concat_ws(' ', f.status, a.stage) from admission.admission a
            join member.profile f on f.id = a.person and f.valid_to = 'infinity'
            where a.organization = :branch
            """;
    private static final String BROKEN =
            """
            select count(distinct s.admission) from admission.step s
            join admission.admission a on a.id = s.admission
            where a.organization = :branch and jsonb_array_length(s.breaches) > 0
            """;

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired PlayedAdmissions played;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void theRegisterAndTheWayAgreeAndNoMoreIsBrokenThanWasPlanted() {
        var county = village.county();
        var branch = county.townships().getFirst().branches().getFirst().id();
        var today = LocalDate.now(clock);
        var members = new ArrayList<UUID>();
        for (var i = 0; i < 40; i++) {
            var met = today.minusDays(91 + 20L * i);
            var full = i < 30 ? null : met.plusYears(1);
            var one = Village.someone(branch, "周一山", LocalDate.of(1990, 1, 1 + i % 28), met, full);
            village.enter(one);
            members.add(one.id().value());
        }
        var who =
                new SignedIn(
                        UUID.randomUUID(),
                        "demo",
                        "演示",
                        Role.COUNTY_OFFICER,
                        county.top(),
                        null,
                        State.OPEN);

        var result = scopes.read(who, played::draw);
        int entered = scopes.write(who, scope -> played.enter(scope, result.cases()));

        assertThat(entered).isEqualTo(result.cases().size()).isGreaterThanOrEqualTo(members.size());
        assertThat(told(STANDING, String.class, branch))
                .containsOnly("probationary probationer", "full archived")
                .hasSize(members.size());
        var planted = result.planted();
        var late = planted.getOrDefault(Violation.LATE_TALK, 0);
        var all = planted.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(told(BROKEN, Integer.class, branch).getFirst()).isBetween(1, all - late);
        int again = scopes.write(who, scope -> played.enter(scope, result.cases()));
        assertThat(again).as("entered once").isZero();
    }

    private <T> List<T> told(String sql, Class<T> as, UUID branch) {
        return scopes.system("test", _ -> jdbc.sql(sql).param("branch", branch).query(as).list());
    }
}
