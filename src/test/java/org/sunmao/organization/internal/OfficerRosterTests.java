package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.organization.internal.RosterRun.file;

import org.jspecify.annotations.Nullable;
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
import org.sunmao.house.Village.Branch;
import org.sunmao.house.Village.County;
import org.sunmao.member.NewMember;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A roster of officers: whom it means, what it makes and adds, what it refuses, taking it back. */
@HouseTest
class OfficerRosterTests {

    private static final String BRANCH = "中共东村党支部";
    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired OfficerRoster roster;

    private County county = new County(UUID.randomUUID(), List.of());
    private Branch branch = new Branch(UUID.randomUUID(), List.of());
    private Caller officer = new Caller(0);
    private NewMember someone = Village.someone(UUID.randomUUID(), "李大山");

    @BeforeEach
    void signIn() {
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst();
        var joinedOn = LocalDate.of(1985, 7, 1);
        var born = LocalDate.of(1960, 6, 1);
        someone = Village.someone(branch.id(), "李大山", born, joinedOn, joinedOn.plusYears(1));
        village.enter(someone);
        officer = new Caller(port);
        officer.signIn(village.account(Role.COUNTY_OFFICER, county.top(), null), Village.PASSWORD);
    }

    @Test
    void whoHasANumberIsMeantForCertainAndHasTheRightsOfThePost() {
        var account = village.account(Role.MEMBER, branch.id(), someone.id().value());
        var before = run().dump();
        var file = file(post("secretary", "李大山", someone.citizenNumber()), chair("王五"));

        var written = run().commit(file);

        assertThat(written).hasSize(2);
        assertThat(role(account)).isEqualTo("secretary");
        assertThat(run().outcomes(file)).containsOnly(Outcome.SAME);
        assertThat(run().commit(file)).isEmpty();
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
        assertThat(role(account)).isEqualTo("member");
    }

    @Test
    void whatIsAddedToAPostIsTakenBackExactly() {
        var secretary = post("secretary", "李大山", someone.citizenNumber());
        run().commit(file(secretary));
        var before = run().dump();
        var ended = with(with(secretary, "to", LocalDate.of(2024, 3, 1)), "endReason", "任期届满");
        var file = file(with(ended, "approval/on", LocalDate.of(2021, 3, 5)));

        var written = run().commit(file);

        assertThat(written.getFirst().version()).isOne();
        assertThat(run().commit(file)).isEmpty();
        assertThat(run().outcomes(file(secretary))).containsOnly(Outcome.SAME);
        assertThat(run().codes(file(with(secretary, "to", LocalDate.of(2023, 3, 1)))))
                .containsExactly(List.of("correct-by-hand"));
        assertThat(run().undo(written)).isEmpty();
        assertThat(run().dump()).isEqualTo(before);
    }

    @Test
    void whatWasChangedSinceIsLeft() {
        var written =
                run().commit(file(chair("王五"), post("secretary", "李大山", someone.citizenNumber())));
        var today = LocalDate.now(clock).toString();
        officer.patch("/api/posts/" + written.getFirst().subject(), 0, Map.of("to", today));

        var left = run().undo(written);

        assertThat(left).extracting("row").containsExactly(2);
        assertThat(left.getFirst().says()).contains("修改");
    }

    @Test
    void aNameAloneIsAskedForAndNeverGuessed() {
        var row = post("secretary", "李大山", null);
        var verdict = run().preview(file(row)).getFirst();
        assertThat(verdict.outcome()).isEqualTo(Outcome.ASKED);
        assertThat(verdict.findings().getFirst().code()).isEqualTo("is-it-this-member");
        assertThat(verdict.findings().getFirst().says())
                .contains(BRANCH, Integer.toString(someone.bornOn().getYear()));
        assertThat(run().codes(file(with(row, "answer", Answer.OTHER))))
                .containsExactly(List.of("member-needed"));
        var answered = file(with(row, "answer", Answer.SAME));
        assertThat(run().commit(answered)).hasSize(1);
        assertThat(run().outcomes(file(row))).containsExactly(Outcome.SAME);

        village.member(branch.id(), "张三");
        assertThat(run().codes(file(post("youth-member", "张三", null))))
                .containsExactly(List.of("several-members"));
        assertThat(run().outcomes(file(with(chair("李大山"), "answer", Answer.OTHER))))
                .containsExactly(Outcome.MADE);
    }

    @Test
    void eachFaultHasItsCode() {
        var number = someone.citizenNumber();
        var nobody = Village.someone(branch.id(), "无此人").citizenNumber();
        var rows =
                file(
                        with(post("secretary", "李大山", number), "organization", "中共东香党支部"),
                        post("secretary", "李小山", number),
                        post("secretary", "赵六", nobody),
                        post("secretary", "周无名", null),
                        post("group-leader", "李大山", number),
                        with(post("secretary", "李大山", number), "from", LocalDate.of(1999, 1, 1)),
                        with(post("secretary", "李大山", number), "to", FROM),
                        with(chair("王五"), "approval/number", "东发〔2021〕1号"),
                        with(chair("王五"), "endReason", "辞职"),
                        chair("王五"),
                        chair("王五"),
                        chair("王六"),
                        Map.of("organization", BRANCH));
        assertThat(run().codes(rows))
                .containsExactly(
                        List.of("unknown-organization"),
                        List.of("name-differs"),
                        List.of("unknown-member"),
                        List.of("unknown-member"),
                        List.of("post-not-here"),
                        List.of("days-not-fit"),
                        List.of("days-not-fit"),
                        List.of("approval-without-day"),
                        List.of("reason-without-day"),
                        List.of(),
                        List.of("duplicate-row"),
                        List.of("post-taken"),
                        List.of("required", "required", "required"));
        assertThat(run().preview(rows).get(4).findings().getFirst().rule()).isEqualTo("R-BR-13");
    }

    @Test
    void whoIsNotYetAFullMemberIsNotElected() {
        var joined = LocalDate.now(clock).minusMonths(3);
        var young = Village.someone(branch.id(), "小王", LocalDate.of(1995, 2, 3), joined, null);
        village.enter(young);

        var row = with(post("secretary", "小王", young.citizenNumber()), "from", joined.plusDays(1));

        assertThat(run().codes(file(row))).containsExactly(List.of("person-not-fit"));
    }

    @Test
    void aLabelIsCarriedOnceWhereverItWasGiven() {
        var number = someone.citizenNumber();
        var west = "中共西村党支部";
        run().commit(file(post("goose-head", "李大山", number)));
        var other = with(post("goose-young", "李大山", number), "organization", west);
        var township = county.townships().getFirst().top();
        assertThat(run().codes(file(other))).containsExactly(List.of("post-taken"));
        assertThat(run().preview(file(other)).getFirst().findings().getFirst().rule())
                .isEqualTo("R-CD-01");
        var east = with(post("goose-young", "李大山", number), "organization", "中共东庄党支部");
        assertThat(new RosterRun(scopes, jdbc, roster, township).codes(file(east)))
                .containsExactly(List.of("post-taken"));
    }

    private String role(String account) {
        var caller = new Caller(port);
        caller.signIn(account, Village.PASSWORD);
        return caller.get("/api/session").json().get("role").asString();
    }

    private RosterRun run() {
        return new RosterRun(scopes, jdbc, roster, county.top());
    }

    private static Map<String, Object> chair(String name) {
        return post("village-chair", name, null);
    }

    private static Map<String, Object> post(String kind, String name, @Nullable String number) {
        var row =
                new HashMap<String, Object>(
                        Map.of(
                                "organization",
                                BRANCH,
                                "kind",
                                kind,
                                "name",
                                name,
                                "appointment",
                                "elected",
                                "from",
                                FROM));
        if (number != null) {
            row.put("citizenNumber", number);
        }
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> row, String name, Object value) {
        var more = new HashMap<>(row);
        more.put(name, value);
        return more;
    }
}
