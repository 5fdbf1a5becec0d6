package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is demanded of the branch and of the committee, from the steps of real cases. */
@HouseTest
class AdmissionDutyTests extends AdmissionHouse {

    private static final String ROWS =
            """
            select concat_ws(' ', name, state, opens, due, nullif(ended_on, 'infinity'))
            from duty.duty where organization = ? and subject = ? and name = ? order by opens
            """;

    @Autowired JdbcClient jdbc;
    @Autowired Courses courses;
    @Autowired Committees committees;

    private List<String> duties(UUID organization, String id, String name) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(ROWS)
                                .params(organization, UUID.fromString(id), name)
                                .query(String.class)
                                .list());
    }

    private void awaitDuties(UUID organization, String id, String name, String... rows) {
        await().untilAsserted(
                        () -> assertThat(duties(organization, id, name)).containsExactly(rows));
    }

    private UUID above() {
        return county.townships().getFirst().top();
    }

    @Test
    @Proves({"R-DEV-09", "AF-13"})
    void aTalkIsDueInAMonthAndMetByItsOwnDayWheneverItIsEntered() {
        var applied = today().minusMonths(3);
        var id = apply(applied);
        var due = applied.plusMonths(1);
        awaitDuties(branch, id, "admission-talk", "admission-talk late " + applied + " " + due);
        var on = applied.plusDays(20);
        took(secretary, id, "talk", on, Map.of("talker", members.getFirst()));
        awaitDuties(
                branch,
                id,
                "admission-talk",
                "admission-talk met " + applied + " " + due + " " + on);
    }

    @Test
    @Proves("R-DEV-16")
    void theBranchAssessesAnActivistEveryHalfYear() {
        var applied = today().minusDays(700);
        var id = apply(applied);
        accepted(id, applied);
        var filed = applied.plusDays(25);
        awaitDuties(
                branch,
                id,
                "activist-assessment",
                met("activist-assessment", filed, filed.plusMonths(6), applied.plusDays(200)),
                met(
                        "activist-assessment",
                        applied.plusDays(200),
                        applied.plusDays(200).plusMonths(6),
                        applied.plusDays(380)),
                "activist-assessment void %s %s"
                        .formatted(applied.plusDays(380), applied.plusDays(380).plusMonths(6)));
    }

    @Test
    @Proves({"R-DEV-36", "R-DEV-40", "R-DEV-41", "R-DEV-43"})
    void theCommitteeApprovesAndTheBranchSwearsAssessesAndVotes() {
        var applied = today().minusDays(700);
        var id = apply(applied);
        accepted(id, applied);
        var submitted = applied.plusDays(452);
        took(secretary, id, "submit", submitted, Map.of());
        awaitDuties(
                above(),
                id,
                "admission-approval",
                "admission-approval late " + submitted + " " + submitted.plusMonths(3));
        took(township, id, "superior-talk", applied.plusDays(455), Map.of("talker", "组织委员郑九"));
        var approved = applied.plusDays(460);
        took(township, id, "approve", approved, Map.of("granted", true));
        awaitDuties(
                above(),
                id,
                "admission-approval",
                met("admission-approval", submitted, submitted.plusMonths(3), approved));
        awaitDuties(
                branch,
                id,
                "admission-oath",
                "admission-oath late " + approved + " " + approved.plusDays(30));
        awaitDuties(
                branch,
                id,
                "probation-assessment",
                "probation-assessment late " + approved + " " + approved.plusMonths(3));
        var until = applied.plusDays(450).plusYears(1);
        awaitDuties(
                branch,
                id,
                "conversion-vote",
                "conversion-vote coming " + until + " " + until.plusDays(30));
    }

    private static String met(String name, LocalDate opens, LocalDate due, LocalDate on) {
        return "%s met %s %s %s".formatted(name, opens, due, on);
    }

    @Test
    @Proves("R-DEV-54")
    void whatIsExplainedWaitsForTheCommitteeWhichApproves() {
        var applied = today().minusDays(500);
        var id = apply(applied);
        activist(id, applied);
        took(secretary, id, "assess", applied.plusDays(200), Map.of("conduct", "积极"));
        took(secretary, id, "assess", applied.plusDays(300), Map.of("conduct", "主动"));
        var early = applied.plusDays(330);
        var fields = notice(applied.plusDays(310));
        var body = Map.of("on", early.toString(), "fields", fields, "reason", "基层实际提前研究");
        var asked = send(secretary, id, "list-object", body);
        assertThat(asked.json().at("/asked/step").asString()).isEqualTo("list-object");
        var name = "explanation-unanswered";
        awaitDuties(above(), id, name, name + " open " + today() + " " + today().plusDays(15));
        var explanation = asked.json().at("/asked/id").asString();
        var path = "/api/admissions/" + id + "/explanations/" + explanation + "/sign";
        assertThat(township.post(path, Map.of()).status()).isEqualTo(200);
        awaitDuties(above(), id, name, met(name, today(), today().plusDays(15), today()));
        assertThat(duties(branch, id, "breach-unexplained")).isEmpty();
    }

    @Test
    @Proves("R-DEV-03")
    void theCommitteeThatOwesAnAnswerIsTheOneThatMayApprove() {
        var committee = village.organization(above(), "榆树村党委", "committee");
        var below = village.organization(committee, "榆树村一支部", "branch");
        for (var one : List.of(branch, below)) {
            var approving = committees.of(one, today()).approving();
            assertThat(approving).isNotNull().extracting("id").isEqualTo(above());
            Map<UUID, UUID> found =
                    scopes.system("test", _ -> courses.approving(List.of(one), today()));
            assertThat(found).containsExactly(Map.entry(one, above()));
        }
    }
}
