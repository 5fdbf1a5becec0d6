package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.access.Subtree;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.member.internal.MemberFilter.Conditions;
import org.sunmao.member.internal.MemberStore.Listed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** No list reads a whole table: both the query and the policy find their rows by index. */
@HouseTest
class PlanTests {

    private static final int BRANCHES = 60;
    private static final int MEMBERS = 50;

    @Autowired Scopes scopes;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;

    @Test
    void listsOfEveryScopeAreFoundByIndex() {
        var county = village.organization(null, "中共计划县委员会", "committee");
        var branches = new ArrayList<UUID>();
        var names = IntStream.range(0, MEMBERS).mapToObj(i -> "王" + (char) ('一' + i)).toList();
        for (var i = 0; i < BRANCHES; i++) {
            var branch = village.organization(county, "中共第" + i + "党支部", "branch");
            village.members(branch, names);
            branches.add(branch);
        }
        village.analyze();

        for (var sort : MemberSort.values()) {
            assertThat(plan(county, null, sort)).as("%s", sort).noneMatch(PlanTests::readsWhole);
            assertThat(plan(branches.getFirst(), null, sort)).noneMatch(PlanTests::readsWhole);
        }
        assertThat(plan(branches.getFirst(), "zs", MemberSort.NAME))
                .noneMatch(PlanTests::readsWhole);
        assertThat(plan(branches.getFirst(), null, MemberSort.NAME))
                .anyMatch(line -> line.contains("profile_of_organization"));
    }

    private static boolean readsWhole(String line) {
        return line.contains("Seq Scan on profile") || line.contains("Seq Scan on term");
    }

    private List<String> plan(UUID top, @Nullable String term, MemberSort sort) {
        return plan(top, term, sort, new Conditions("", Map.of()));
    }

    private List<String> plan(
            UUID top, @Nullable String term, MemberSort sort, Conditions conditions) {
        var who =
                new SignedIn(
                        UUID.randomUUID(),
                        "plan",
                        "plan",
                        Role.COUNTY_OFFICER,
                        top,
                        null,
                        State.OPEN);
        return scopes.read(
                who,
                scope -> {
                    var sought = term == null ? null : Sought.term(term);
                    var listed = new Listed(scope, scope.subtree(), false, sought, conditions);
                    var sql = "explain " + MemberStore.sql(listed, sort, false);
                    return MemberStore.bind(jdbc.sql(sql), listed)
                            .param("limit", 51)
                            .query((row, _) -> row.getString(1))
                            .list();
                });
    }

    @Test
    void anEmptyScopeIsEmpty() {
        assertThat(Subtree.NONE.contains("/1/")).isFalse();
        assertThat(Subtree.ALL.contains("/1/")).isTrue();
        assertThat(Subtree.below("/1/").contains("/1/5/")).isTrue();
        assertThat(Subtree.below("/1/").contains("/10/")).isFalse();
        assertThat(Subtree.only("/1/").contains("/1/")).isTrue();
        assertThat(Subtree.only("/1/").contains("/1/5/")).isFalse();
        assertThat(Subtree.only("/1/").contains("/10/")).isFalse();
    }
}
