package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Duties follow from what the registers tell, on the registers' own days. */
@HouseTest
class DutyDerivationTests {

    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Posts posts;
    @Autowired DutyDerivation derivation;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    @Proves("R-BR-01")
    void aBranchWithTwoFullMembersIsTooSmallSinceItHeldAnybody() {
        var branch = branch(2);
        assertThat(duties(branch))
                .contains("branch-too-small organization 2018-10-28 2018-11-27 infinity late red");
    }

    @Test
    @Proves({"R-BR-08", "R-BR-11", "R-WR-05"})
    void aBranchOfSevenWithoutAnyOfficerLacksSecretaryAndCommittee() {
        assertThat(names(branch(7))).containsExactly("committee-missing", "secretary-vacant");
    }

    @Test
    @Proves("R-BR-11")
    void aVacancyBeginsWhenTheSecretaryLeavesAndEndsWhenTheNextBegins() {
        var branch = branch(3);
        var today = LocalDate.now(clock);
        secretary(branch, today.minusYears(2), today.minusDays(40));
        assertThat(duties(branch))
                .singleElement()
                .asString()
                .isEqualTo(
                        "secretary-vacant organization %s %s infinity late yellow"
                                .formatted(today.minusDays(40), today.minusDays(40).plusMonths(1)));
        secretary(branch, today.minusDays(20), null);
        assertThat(duties(branch))
                .singleElement()
                .asString()
                .contains(today.minusDays(20) + " met none");
    }

    @Test
    void aFactThatIsEnteredLateClearsTheLightForItsOwnDay() {
        var branch = branch(3);
        var today = LocalDate.now(clock);
        secretary(branch, today.minusYears(2), today.minusDays(40));
        assertThat(names(branch)).containsExactly("secretary-vacant");
        secretary(branch, today.minusDays(40), null);
        assertThat(names(branch)).isEmpty();
    }

    @Test
    void whatIsDerivedTwiceIsTheSameAndKeepsItsId() {
        var branch = branch(2);
        derive(branch);
        var before = ids(branch);
        derive(branch);
        assertThat(ids(branch)).isEqualTo(before).isNotEmpty();
    }

    private UUID branch(int members) {
        var county = village.organization(null, "中共义务县委员会", "committee");
        var branch = village.organization(county, "中共义务村党支部", "branch");
        village.members(branch, new ArrayList<>(Collections.nCopies(members, "张三")));
        return branch;
    }

    private void secretary(UUID branch, LocalDate from, @Nullable LocalDate to) {
        var member = village.member(branch, "李书记");
        scopes.system(
                "test",
                scope -> {
                    posts.enter(
                            scope,
                            List.of(
                                    new NewPost(
                                            new OrganizationId(branch),
                                            "secretary",
                                            member,
                                            "李书记",
                                            "elected",
                                            from,
                                            to,
                                            from)));
                    return scope;
                });
    }

    private void derive(UUID branch) {
        var _ =
                scopes.system(
                        "duty",
                        scope -> {
                            derivation.derive(scope, List.of(branch));
                            return scope;
                        });
    }

    private List<String> names(UUID branch) {
        return duties(branch).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    private List<String> duties(UUID branch) {
        derive(branch);
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql(
                                        """
                                        select concat_ws(' ', name, subject_kind, opens, due,
                                          ended_on, state, light)
                                        from duty.duty where organization = ? order by name, opens
                                        """)
                                .param(branch)
                                .query(String.class)
                                .list());
    }

    private List<UUID> ids(UUID branch) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql("select id from duty.duty where organization = ? order by id")
                                .param(branch)
                                .query(UUID.class)
                                .list());
    }
}
