package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.organization.internal.RosterRun.file;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A roster of organizations: what it makes and changes, what it refuses, and taking it back. */
@HouseTest
class OrganizationRosterTests {

    private static final String EAST = "中共东乡委员会";
    private static final LocalDate DAY = LocalDate.of(2015, 3, 1);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired OrganizationRoster roster;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private UUID branch = UUID.randomUUID();

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        officer = new Caller(port);
        officer.signIn(village.account(Role.COUNTY_OFFICER, county.top(), null), Village.PASSWORD);
    }

    @Test
    void superiorsMayStandLaterInTheFile() {
        var file =
                file(
                        made("中共柳林党支部", "中共柳林总支部"),
                        made("中共柳林第一党小组", "中共柳林总支部/中共柳林党支部", "group"),
                        made("中共柳林总支部", EAST, "general-branch"));
        var before = run().dump();

        var written = run().commit(file);

        assertThat(written).hasSize(3);
        var first = officer.get("/api/organizations/{}", written.getFirst().subject()).json();
        assertThat(first.get("parent").asString())
                .isEqualTo(written.getLast().subject().toString());
        assertThat(run().outcomes(file)).containsOnly(Outcome.SAME);
        assertThat(run().commit(file)).isEmpty();
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
    }

    @Test
    void whatStandsIsChangedAsByHandAndRestoredExactly() {
        var changed =
                file(
                        Map.of(
                                "name",
                                "中共东村党支部",
                                "parent",
                                EAST,
                                "field",
                                "organ",
                                "kind",
                                "joint",
                                "establishedOn",
                                LocalDate.of(1999, 5, 4)),
                        Map.of("name", "中共西庄党支部", "establishedOn", LocalDate.of(2001, 6, 1)));
        var before = run().dump();

        var written = run().commit(changed);

        assertThat(written).hasSize(2);
        assertThat(written.getFirst().version()).isOne();
        assertThat(run().dump()).isNotEqualTo(before);
        var view = officer.get("/api/organizations/{}", branch).json();
        assertThat(view.get("kind").asString()).isEqualTo("joint");
        assertThat(view.get("establishedOn").asString()).isEqualTo("1999-05-04");
        assertThat(run().commit(changed)).isEmpty();
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
    }

    @Test
    void whatWasChangedSinceOrIsUsedIsLeftAndSaysWhy() {
        var file =
                file(
                        Map.of("name", "中共东村党支部", "field", "organ"),
                        made("中共北坡党支部", EAST),
                        made("中共南坡党支部", EAST),
                        made("中共南坡总支部", EAST, "general-branch"),
                        made("中共南坡一党支部", "中共南坡总支部"));
        var written = run().commit(file);
        officer.patch("/api/organizations/" + branch, 1, Map.of("field", "village"));
        village.member(written.get(1).subject(), "李四");
        village.organization(written.get(4).subject(), "中共南坡一组", "group");

        var left = run().undo(written);

        assertThat(left).extracting("row").containsExactly(2, 3, 5, 6);
        assertThat(left.getFirst().says()).contains("演示用户", "修改");
        assertThat(left.get(1).says()).contains("党员");
        assertThat(left.get(2).says()).contains("下面还有党组织");
    }

    @Test
    void eachFaultHasItsCode() {
        assertThat(
                        run().codes(
                                        file(
                                                made("中共甲党支部", "中共东香委员会"),
                                                made("中共乙党支部", "中共乙党支部"),
                                                made("中共丙党支部", "中共丁党支部"),
                                                made("中共丁党支部", "中共丙党支部"),
                                                made("中共戊党支部", "中共丁党支部"),
                                                made("中共己党小组", EAST, "group"),
                                                with(
                                                        made("中共庚委员会", EAST, "committee"),
                                                        "branchClass",
                                                        "village"),
                                                Map.of("name", "中共辛党支部", "parent", EAST),
                                                Map.of("name", "中共壬党支部"),
                                                Map.of("parent", EAST))))
                .containsExactly(
                        List.of("unknown-organization"),
                        List.of("circle"),
                        List.of("circle"),
                        List.of("circle"),
                        List.of("parent-failed"),
                        List.of("kind-not-fit"),
                        List.of("class-of-no-branch"),
                        List.of("required", "required", "required"),
                        List.of("required"),
                        List.of("required"));
    }

    @Test
    void aRuleThatDecidesIsNamed() {
        var verdict = run().preview(file(made("中共己党小组", EAST, "group"))).getFirst();

        assertThat(verdict.findings().getFirst().rule()).isEqualTo("R-BR-13");
    }

    @Test
    void rowsOfOneOrganizationAreToldApart() {
        var other = with(made("中共甲党支部", EAST), "field", "organ");
        assertThat(run().codes(file(made("中共甲党支部", EAST), made("中共 甲党支部", EAST))))
                .containsExactly(List.of(), List.of("duplicate-row"));
        assertThat(run().codes(file(made("中共甲党支部", EAST), other, made("中共乙党支部", "中共甲党支部"))))
                .containsExactly(
                        List.of("duplicate-row"),
                        List.of("duplicate-row"),
                        List.of("parent-failed"));
    }

    @Test
    void aNameThatIsThereElsewhereIsAskedFor() {
        var row = made("中共西村党支部", EAST);
        assertThat(run().preview(file(row)).getFirst().outcome()).isEqualTo(Outcome.ASKED);
        assertThat(run().codes(file(row, made("中共西村组", EAST + "/中共西村党支部", "group"))))
                .containsExactly(List.of("same-name-elsewhere"), List.of("parent-asked"));
        assertThat(run().codes(file(with(row, "answer", Answer.SAME))))
                .containsExactly(List.of("moved"));
        assertThat(run().outcomes(file(with(row, "answer", Answer.OTHER))))
                .containsExactly(Outcome.MADE);
        var twice = file(with(row, "answer", Answer.OTHER), made("中共西村组", "中共西村党支部", "group"));
        assertThat(run().codes(twice).getLast()).containsExactly("ambiguous-organization");
    }

    @Test
    void theTopOfTheScopeIsKnownBelowWhatStandsAboveIt() {
        var township = county.townships().getFirst().top();
        var below = new RosterRun(scopes, jdbc, roster, township);

        assertThat(
                        below.outcomes(
                                file(
                                        Map.of("name", EAST, "parent", "中共演示县委员会"),
                                        Map.of("name", EAST))))
                .containsExactly(Outcome.SAME, Outcome.FAILED);
        assertThat(below.codes(file(made("中共甲党支部", "中共西乡委员会"))))
                .containsExactly(List.of("unknown-organization"));
    }

    @Test
    void oneThatIsNoMoreIsToldWithItsDay() {
        village.end(branch);

        var verdict = run().preview(file(made("中共一组", "中共东村党支部", "group"))).getFirst();

        assertThat(verdict.findings().getFirst().code()).isEqualTo("ended-organization");
        assertThat(verdict.findings().getFirst().says()).contains("撤销");
    }

    @Test
    void changesAreJudgedOnWhatTheRowsBeforeMake() {
        var file =
                file(
                        made("中共东村一组", "中共东村党支部", "group"),
                        Map.of("name", "中共东村党支部", "kind", "committee"));
        assertThat(run().codes(file)).containsExactly(List.of(), List.of("kind-not-fit"));
        assertThat(run().codes(List.of(file.getLast()))).containsExactly(List.of());
        var late = Map.of("name", "中共东村党支部", "establishedOn", DAY);
        assertThat(run().codes(file(late))).containsExactly(List.of("established-after-members"));
        assertThat(run().codes(file(Map.of("name", "中共东村党支部", "kind", "temporary"))))
                .containsExactly(List.of("kind-not-fit"));
    }

    @Test
    void nothingIsSaidOfWhatIsAsItStands() {
        assertThat(run().preview(file(Map.of("name", "中共东村党支部", "parent", EAST))))
                .extracting(Verdict::subject)
                .containsExactly(branch);
    }

    private RosterRun run() {
        return new RosterRun(scopes, jdbc, roster, county.top());
    }

    private static Map<String, Object> made(String name, String parent) {
        return made(name, parent, "branch");
    }

    private static Map<String, Object> made(String name, String parent, String kind) {
        return Map.of(
                "name",
                name,
                "parent",
                parent,
                "kind",
                kind,
                "field",
                "village",
                "establishedOn",
                DAY);
    }

    private static Map<String, Object> with(Map<String, Object> row, String name, Object value) {
        var more = new HashMap<>(row);
        more.put(name, value);
        return more;
    }
}
