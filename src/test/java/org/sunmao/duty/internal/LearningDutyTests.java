package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
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
import org.sunmao.member.NewMember;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

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

    private static final String ID =
            "select id from duty.duty where organization = ? and name = ? and opens = ?";

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Posts posts;
    @Autowired LifeBeginning beginning;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Village.County county = new Village.County(new UUID(0, 0), List.of());
    private UUID branch = new UUID(0, 0);
    private List<UUID> members = List.of();
    private Caller secretary = new Caller(0);
    private Caller officer = new Caller(0);

    @BeforeEach
    void aBranchOfTwoWhoseLifeIsRecordedSinceLastYear() {
        beginning.on(newYear());
        county = village.county();
        var first = county.townships().getFirst().branches().getFirst();
        branch = first.id();
        members = first.members();
        secretary = caller(Role.SECRETARY, branch);
        officer = caller(Role.COUNTY_OFFICER, county.top());
    }

    @AfterEach
    void nobodyElseIsHeldToIt() {
        beginning.never();
    }

    @Test
    @Proves({"R-EDU-01", "R-EDU-07", "AF-13"})
    void aYearIsMetOnTheDayOnWhichTheLastMemberHadAllHours() {
        village.classify(village.member(branch, "钱老"), "frail", "visit");
        village.enter(joined(newYear().plusMonths(8), null));
        record("theme-day", newYear().plusDays(30), 23 * 45, List.of());
        record("lecture", newYear().plusDays(60), 9 * 45, List.of(members.getFirst()));
        awaitDuty("member-hours", newYear(), "late yellow " + lastDay() + " 2 1");
        record("members", newYear().plusDays(80), 9 * 45, List.of());
        train(county.top(), newYear().plusDays(90), 9 * 45, List.of(members.getFirst()));
        awaitDuty(
                "member-hours",
                newYear(),
                "met none " + lastDay() + " " + newYear().plusDays(90) + " 2 0");
        awaitDuty("member-hours", newYear().plusYears(1), "open green");
    }

    @Test
    @Proves("R-EDU-02")
    void officersHaveMoreHoursAndACourseAYearWhoeverHeldIt() {
        appoint("secretary", members.getFirst(), newYear().minusYears(1));
        appoint("publicity-member", members.getLast(), newYear().plusMonths(9));
        record("theme-day", newYear().plusDays(30), 1440, List.of());
        awaitDuty("officer-hours", newYear(), "late yellow " + lastDay() + " 1 1");
        record("lecture", newYear().plusDays(40), 1080, List.of(members.getLast()));
        awaitDuty("officer-hours", newYear(), newYear().plusDays(40) + " 1 0");
        awaitDuty("officer-course", newYear(), "late yellow " + lastDay() + " 1 1");
        var on = newYear().plusDays(70);
        train(branch, on, 360, List.of(members.getFirst()));
        awaitDuty("officer-course", newYear(), "met none " + lastDay() + " " + on + " 1 0");
    }

    @Test
    @Proves("R-EDU-03")
    void aSecretaryIsTrainedByTheCountyEachYearAndWithinSixMonthsOfAppointment() {
        var from = newYear().plusMonths(2);
        appoint("secretary", members.getFirst(), from);
        train(county.townships().getFirst().top(), from.plusDays(9), 360, members);
        awaitDuty("secretary-training", newYear(), "late yellow " + lastDay() + " 1 1");
        awaitDuty("new-secretary-training", from, "late yellow " + from.plusMonths(6) + " 1 1");
        var on = from.plusMonths(7);
        train(county.top(), on, 360, members);
        awaitDuty("secretary-training", newYear(), "met none " + lastDay() + " " + on + " 1 0");
        awaitDuty("new-secretary-training", from, "met none " + from.plusMonths(6) + " " + on);
    }

    @Test
    @Proves("R-EDU-03")
    void whoIsSecretaryNoMoreIsNotAskedForTheTraining() {
        var from = newYear().plusMonths(2);
        appoint("secretary", members.getFirst(), from, from.plusMonths(3));
        appoint("secretary", members.getLast(), newYear().minusYears(3), from);
        appoint("secretary", members.getLast(), from.plusMonths(3));
        awaitDuty("new-secretary-training", from, "void none");
        awaitDuty("new-secretary-training", from.plusMonths(3), "late yellow");
        assertThat(duty("new-secretary-training", newYear().minusYears(3))).isEmpty();
    }

    @Test
    @Proves({"R-EDU-04", "R-DEV-42"})
    void aNewMemberIsTrainedFromAboveOnProbationAndWithinAYearOfConversion() {
        var joined = newYear().plusMonths(1);
        var newcomer = village.enter(joined(joined, null));
        var due = joined.plusYears(1);
        train(branch, joined.plusDays(5), 360, List.of(newcomer));
        awaitDuty("probation-training", joined, due + " 1 1");
        train(county.townships().getFirst().top(), joined.plusDays(9), 360, List.of(newcomer));
        awaitDuty("probation-training", joined, due + " " + joined.plusDays(9) + " 1 0");
        var full = newYear().plusMonths(2);
        var converted = village.enter(joined(full.minusYears(1), full));
        awaitDuty("conversion-training", full, full.plusYears(1) + " 1 1");
        train(county.top(), full.plusDays(3), 360, List.of(converted));
        awaitDuty("conversion-training", full, full.plusDays(3) + " 1 0");
        assertThat(duty("probation-training", full.minusYears(1)))
                .as("before the record")
                .isEmpty();
    }

    @Test
    @Proves({"R-EDU-01", "AF-02"})
    void aboveABranchOnlyTheNumberOfThoseIsToldWhoLackHoursAndInItTheirNames() {
        record("theme-day", newYear().plusDays(30), 1440, List.of(members.getFirst()));
        awaitDuty("member-hours", newYear(), "late yellow " + lastDay() + " 2 1");
        var id = scopes.system("test", _ -> id());
        var own = secretary.get("/api/duties/" + id).json();
        assertThat(own.get("lacking").size()).isEqualTo(1);
        assertThat(own.at("/lacking/0/member").asString()).isEqualTo(members.getFirst().toString());
        assertThat(own.get("evidence").toString()).contains("本地配置").contains("32");
        var above = officer.get("/api/duties/" + id).json();
        assertThat(above.get("lacking").isEmpty()).isTrue();
        assertThat(above.toString()).doesNotContain("张三").doesNotContain("1440");
    }

    @Test
    @Proves("R-LF-13")
    void aYearOfTalksTellsBetweenWhomTheyWere() {
        appoint("secretary", members.getFirst(), newYear().minusYears(1));
        var sent = new HashMap<>(wish("talk", newYear().plusDays(9), 30));
        sent.put("chair", Map.of("member", members.getFirst()));
        sent.put("guests", List.of(members.getLast()));
        add(secretary, branch, sent);
        await().untilAsserted(() -> assertThat(evidence("talk")).contains("\"talk-officer\": 1"));
        assertThat(evidence("talk"))
                .contains("\"talk-officers\": 0")
                .contains("\"talk-members\": 0");
    }

    private UUID id() {
        return jdbc.sql(ID).params(branch, "member-hours", newYear()).query(UUID.class).single();
    }

    private String evidence(String name) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select evidence::text from duty.duty
                                        where organization = ? and name = ? and opens = ?
                                        """)
                                .params(branch, name, newYear())
                                .query(String.class)
                                .single());
    }

    private NewMember joined(LocalDate on, @Nullable LocalDate full) {
        return Village.someone(branch, "孙新", LocalDate.of(1999, 4, 5), on, full);
    }

    private void appoint(String kind, UUID member, LocalDate from) {
        appoint(kind, member, from, null);
    }

    private void appoint(String kind, UUID member, LocalDate from, @Nullable LocalDate to) {
        var of = new OrganizationId(branch);
        var post = new NewPost(of, kind, member, "张三", "elected", from, to, from);
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            posts.enter(scope, List.of(post));
                            return scope;
                        });
    }

    private void record(String type, LocalDate on, int minutes, List<UUID> absent) {
        var sent = new HashMap<>(wish(type, on, minutes));
        sent.put("absent", absent.stream().map(one -> Map.of("member", one)).toList());
        add(secretary, branch, sent);
    }

    private void train(UUID holder, LocalDate on, int minutes, List<UUID> people) {
        var sent = new HashMap<>(wish("training", on, minutes));
        sent.put("guests", people);
        add(officer, holder, sent);
    }

    private static Map<String, Object> wish(String type, LocalDate on, int minutes) {
        return Map.of(
                "type",
                type,
                "on",
                on.toString(),
                "topic",
                "学习讨论",
                "reason",
                "当时没有网络",
                "minutes",
                minutes);
    }

    private static void add(Caller who, UUID holder, Map<String, Object> sent) {
        var answer = who.post("/api/organizations/" + holder + "/meetings", sent);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private Caller caller(Role role, UUID over) {
        return new Caller(port).signIn(village.account(role, over, null), Village.PASSWORD);
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
