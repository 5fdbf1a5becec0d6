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
import org.sunmao.organization.CreditCode;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A roster of bodies: what it makes and changes, what it refuses, and taking it back. */
@HouseTest
class BodyRosterTests {

    private static final String EAST = "中共东乡委员会";
    private static final String WEST = "中共西乡委员会";
    private static final AtomicInteger CODES = new AtomicInteger();

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired BodyRoster roster;

    private County county = new County(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        officer = new Caller(port);
        officer.signIn(village.account(Role.COUNTY_OFFICER, county.top(), null), Village.PASSWORD);
    }

    @Test
    void bodiesAreMadeWithTheirLinksAndTakenBack() {
        var before = run().dump();
        var file =
                file(
                        with(made("东乡农技站", EAST), "parent", "东乡人民政府"),
                        with(
                                with(made("东乡人民政府", EAST), "creditCode", code()),
                                "organizations",
                                EAST + "；中共东村党支部"));

        var written = run().commit(file);

        assertThat(written).hasSize(2);
        var body = officer.get("/api/bodies/{}", written.getLast().subject()).json();
        assertThat(body.get("organizations")).hasSize(2);
        var station = officer.get("/api/bodies/{}", written.getFirst().subject()).json();
        assertThat(station.get("parent").asString()).isEqualTo(body.get("id").asString());
        assertThat(run().outcomes(file)).containsOnly(Outcome.SAME);
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
    }

    @Test
    void whatStandsIsFoundByCodeOrNameAndRestoredExactly() {
        var code = code();
        run().commit(file(with(made("东乡学校", EAST), "creditCode", code), made("东乡医院", EAST)));
        var before = run().dump();
        var hospital = with(with(made("东乡医院", EAST), "headcount", 12), "creditCode", code());
        var file =
                file(
                        Map.of("creditCode", code, "name", "东乡中心学校", "organization", WEST),
                        with(hospital, "organizations", "中共东村党支部;中共东庄党支部"));

        var written = run().commit(file);

        assertThat(written).extracting("version").containsExactly(1, 1);
        assertThat(run().dump()).isNotEqualTo(before);
        assertThat(run().commit(file)).isEmpty();
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
    }

    @Test
    void whatWasChangedSinceOrIsUsedIsLeft() {
        var written =
                run().commit(file(made("东乡粮站", EAST), made("东乡水站", EAST), made("东乡电站", EAST)));
        officer.patch("/api/bodies/" + written.getFirst().subject(), 0, Map.of("headcount", 3));
        var below = new HashMap<>(made("东乡水站一所", county.townships().getFirst().top().toString()));
        below.put("parent", written.get(1).subject().toString());
        officer.post("/api/bodies", below);
        var branch = county.townships().getFirst().branches().getFirst().id();
        officer.put(
                "/api/organizations/" + branch + "/bodies/" + written.get(2).subject(), Map.of());

        var left = run().undo(written);

        assertThat(left).extracting("row").contains(2, 3);
        assertThat(left.getFirst().says()).contains("演示用户");
        assertThat(left.get(1).says()).contains("下面还有单位");
    }

    @Test
    void eachFaultHasItsCode() {
        var taken = code();
        var other = village.county();
        new RosterRun(scopes, jdbc, roster, other.top())
                .commit(file(with(made("别处单位", EAST), "creditCode", taken)));
        assertThat(
                        run().codes(
                                        file(
                                                made("甲单位", "中共东香委员会"),
                                                with(made("乙单位", EAST), "creditCode", taken),
                                                with(made("丙单位", EAST), "parent", "丁单位"),
                                                with(made("丁单位", EAST), "parent", "丙单位"),
                                                with(made("戊单位", EAST), "parent", "没有的单位"),
                                                with(made("己单位", EAST), "parent", "戊单位"),
                                                Map.of("name", "庚单位", "organization", EAST),
                                                with(made("辛单位", EAST), "parent", "辛单位"),
                                                with(
                                                        made("壬单位", EAST),
                                                        "organizations",
                                                        "无；" + WEST),
                                                Map.of("kind", "institution"))))
                .containsExactly(
                        List.of("unknown-organization"),
                        List.of("code-taken"),
                        List.of("circle"),
                        List.of("circle"),
                        List.of("unknown-body"),
                        List.of("parent-failed"),
                        List.of("required", "required"),
                        List.of("circle"),
                        List.of("unknown-organization"),
                        List.of("required"));
    }

    @Test
    void aNameIsNoProofThatItIsTheSame() {
        run().commit(
                        file(
                                with(made("商店", EAST), "creditCode", code()),
                                with(made("商店", WEST), "creditCode", code())));
        var coded = with(made("商店", EAST), "creditCode", code());
        var north = made("商店", "中共演示县委员会");
        assertThat(run().codes(file(coded))).containsExactly(List.of("same-name-other-code"));
        assertThat(run().outcomes(file(with(coded, "answer", Answer.SAME))))
                .containsExactly(Outcome.CHANGED);
        assertThat(run().outcomes(file(with(coded, "answer", Answer.OTHER))))
                .containsExactly(Outcome.MADE);
        assertThat(run().codes(file(north))).containsExactly(List.of("same-name-elsewhere"));
        assertThat(run().codes(file(with(north, "answer", Answer.SAME))))
                .containsExactly(List.of("ambiguous-body"));
        assertThat(run().codes(file(Map.of("name", "商店", "headcount", 1))))
                .containsExactly(List.of("ambiguous-body"));
        assertThat(run().codes(file(with(made("分店", EAST), "parent", "商店"))))
                .containsExactly(List.of("ambiguous-body"));
        assertThat(run().outcomes(file(made("商店", EAST)))).containsExactly(Outcome.SAME);
    }

    @Test
    void rowsOfOneBodyAreToldApart() {
        var code = code();
        var coded = with(made("单位", EAST), "creditCode", code);
        assertThat(run().codes(file(coded, coded)))
                .containsExactly(List.of(), List.of("duplicate-row"));
        assertThat(run().codes(file(coded, made("单位", EAST))))
                .containsExactly(List.of("duplicate-row"), List.of("duplicate-row"));
        assertThat(run().outcomes(file(coded, with(made("单位", EAST), "creditCode", code()))))
                .containsOnly(Outcome.MADE);
    }

    @Test
    void bodiesNeverStandAboveThemselves() {
        run().commit(file(made("上", EAST), with(made("下", EAST), "parent", "上")));
        assertThat(run().codes(file(with(made("上", EAST), "parent", "下"))))
                .containsExactly(List.of("circle"));
    }

    private RosterRun run() {
        return new RosterRun(scopes, jdbc, roster, county.top());
    }

    private static String code() {
        return CreditCode.complete("911409%011d".formatted(CODES.incrementAndGet() + 7_000_000))
                .value();
    }

    private static Map<String, Object> made(String name, String charge) {
        return Map.of(
                "name", name, "organization", charge, "kind", "institution", "field", "village");
    }

    private static Map<String, Object> with(Map<String, Object> row, String name, Object value) {
        var more = new HashMap<>(row);
        more.put(name, value);
        return more;
    }
}
