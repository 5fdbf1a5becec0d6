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
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whatever is recorded anywhere, the duties that follow from it follow by themselves. */
@HouseTest
class DutyFollowerTests {

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Crossing crossing;
    @Autowired WholeDerivation whole;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TestClock time;
    @LocalServerPort int port;

    private UUID branch = new UUID(0, 0);
    private Caller officer = new Caller(0);

    @BeforeEach
    void aCountyWithABranchOfThree() {
        var county = village.organization(null, "中共跟随县委员会", "committee");
        branch = village.organization(county, "中共跟随村党支部", "branch");
        village.members(branch, List.of("张三", "李四", "王五"));
        var account = village.account(Role.COUNTY_OFFICER, county, null);
        officer = new Caller(port).signIn(account, Village.PASSWORD);
    }

    @AfterEach
    void theClockIsSetBack() {
        time.ahead(Duration.ZERO);
    }

    @Test
    void aVacancyIsThereWithoutAnybodyAskingAndGoneWhenSomebodyIsAppointed() {
        awaitDuties("secretary-vacant");
        appoint();
        awaitDuties();
    }

    @Test
    void whatTheCalendarMovesIsMovedOnItsDay() {
        appoint();
        awaitDuties();
        var term = Map.of("begins", LocalDate.now(clock).minusYears(4).toString());
        assertThat(officer.post("/api/organizations/" + branch + "/terms", term).status())
                .isEqualTo(201);
        await().untilAsserted(() -> assertThat(lines("term-ends")).containsExactly("coming none"));
        time.ahead(Duration.ofDays(300));
        crossing.run();
        assertThat(lines("term-ends")).containsExactly("open yellow");
        time.ahead(Duration.ofDays(370));
        crossing.run();
        assertThat(lines("term-ends")).containsExactly("late red");
    }

    @Test
    void whatWasDerivedPieceByPieceIsWhatIsDerivedAsAWhole() {
        awaitDuties("secretary-vacant");
        var before = all();
        whole.run();
        assertThat(all()).isEqualTo(before).isNotEmpty();
    }

    private void appoint() {
        var member = village.member(branch, "赵书记");
        var post =
                Map.of(
                        "kind",
                        "secretary",
                        "member",
                        member,
                        "appointment",
                        "elected",
                        "from",
                        LocalDate.now(clock).minusDays(200).toString());
        var answer = officer.post("/api/organizations/" + branch + "/posts", post);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private void awaitDuties(String... names) {
        await().untilAsserted(() -> assertThat(lines(null)).containsExactly(names));
    }

    /** The open ones by name, or of one name what they stand at. */
    private List<String> lines(@Nullable String name) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select case when :name::text is null then name
                                          else state || ' ' || light end
                                        from duty.duty where organization = :branch
                                          and (name = :name or :name::text is null
                                            and state in ('open', 'late'))
                                        order by name
                                        """)
                                .param("branch", branch)
                                .param("name", name)
                                .query(String.class)
                                .list());
    }

    private List<String> all() {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select d::text from duty.duty d
                                        where organization = ? order by id
                                        """)
                                .param(branch)
                                .query(String.class)
                                .list());
    }
}
