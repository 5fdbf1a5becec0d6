package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.admission.Admissions;
import org.sunmao.admission.PastAdmission;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Ten kinds of violations are planted in histories: each is found, and nothing else. */
@HouseTest
class PlantedAdmissionsTests {

    private static final int OF_EACH = 3;
    private static final int LAWFUL = 20;

    /** By what was noted beside a step, and by what was done too late. */
    private static final String FOUND =
            """
            select b.breach ->> 'rule' from admission.step s
            cross join lateral jsonb_array_elements(s.breaches) b (breach)
            where s.admission = :id
            union
            select d.rule from duty.duty d
            where d.subject = :id and d.due < d.ended_on and d.void_on = 'infinity'
              and d.name in ('admission-talk', 'admission-approval', 'conversion-approval',
                'activist-assessment', 'probation-assessment', 'admission-oath', 'conversion-vote')
            """;

    private static final String DERIVED =
            """
            select count(distinct subject) from duty.duty
            where organization = :branch and subject_kind = 'case'
            """;

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Admissions admissions;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final Map<UUID, Violation> planted = new HashMap<>();
    private final List<UUID> lawful = new ArrayList<>();
    private UUID general = new UUID(0, 0);
    private UUID branch = new UUID(0, 0);

    @BeforeEach
    void aBranchBelowAGeneralBranch() {
        var township = village.county().townships().getFirst().top();
        general = village.organization(township, "柳树村党总支", "general-branch");
        branch = village.organization(general, "柳树村一支部", "branch");
    }

    private UUID enter(@Nullable Violation violation, int number) {
        var dice =
                Dice.of(
                        7,
                        violation == null ? "lawful".hashCode() : violation.name().hashCode(),
                        number);
        var today = LocalDate.now(clock);
        var met = today.minusDays(dice.between(480, 900));
        var values = WayIn.draw(met, true, today, dice, violation);
        var applied = (LocalDate) Objects.requireNonNull(values.get("appliedOn"));
        var bornOn =
                violation == Violation.TOO_YOUNG
                        ? applied.minusYears(18).plusDays(1)
                        : applied.minusYears(20 + number).minusDays(number);
        var member = Village.someone(branch, "孙小路", bornOn, met, met.plusYears(1));
        village.enter(member);
        var past =
                new PastAdmission(
                        branch,
                        member.id().value(),
                        member.name(),
                        member.sex(),
                        bornOn,
                        member.citizenNumber(),
                        values,
                        violation == Violation.GENERAL_BRANCH ? general : null);
        return scopes.system("demo", scope -> admissions.enter(scope, List.of(past)).getFirst());
    }

    @Test
    @Proves({"R-DEV-02", "R-DEV-07", "R-DEV-09", "R-DEV-28", "R-DEV-49", "R-DEV-54"})
    void eachOfTenKindsIsFoundAndNothingElse() {
        for (var violation : Violation.values()) {
            for (var i = 0; i < OF_EACH; i++) {
                planted.put(enter(violation, i), violation);
            }
        }
        for (var i = 0; i < LAWFUL; i++) {
            lawful.add(enter(null, i));
        }
        await().untilAsserted(
                        () -> assertThat(derived()).isEqualTo(planted.size() + lawful.size()));
        var missed = new TreeSet<String>();
        var alarms = new TreeSet<String>();
        planted.forEach(
                (id, violation) -> {
                    var found = found(id);
                    if (!found.remove(violation.rule())) {
                        missed.add(violation.toString());
                    }
                    found.removeAll(following(violation));
                    found.forEach(rule -> alarms.add(violation + " " + rule));
                });
        lawful.forEach(id -> found(id).forEach(rule -> alarms.add("lawful " + rule)));
        assertThat(missed).as("missed").isEmpty();
        assertThat(alarms).as("false alarms").isEmpty();
    }

    /** A meeting that was none has accepted nobody, and the committee was told it had. */
    private static Set<String> following(Violation violation) {
        return violation == Violation.NO_QUORUM ? Set.of("R-DEV-31") : Set.of();
    }

    private int derived() {
        return scopes.system(
                "test",
                _ -> jdbc.sql(DERIVED).param("branch", branch).query(Integer.class).single());
    }

    private Set<String> found(UUID id) {
        return scopes.system(
                "test",
                _ -> new TreeSet<>(jdbc.sql(FOUND).param("id", id).query(String.class).set()));
    }
}
