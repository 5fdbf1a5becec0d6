package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.Subtree;
import org.sunmao.duty.internal.Anew;
import org.sunmao.house.HouseTest;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Village;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A small county lives through a year: what follows from it piece by piece is what is derived. */
@HouseTest
class PlayedVillageTests {

    private static final LifePlan PLAN = LifePlan.read();

    /** Nothing of the journal is left to be followed. */
    private static final String FOLLOWED =
            """
            select not exists (select from journal.entry e, journal.follower f
              where f.name = 'duty' and (e.transaction, e.id) > (f.transaction, f.entry))
            """;

    private static final String DUTIES =
            "select d::text from duty.duty d where organization = any(:ids) order by id";

    private static final String DIFFERENCES =
            """
            with counted as (
              select organization, name, state, light, count(*) as n from duty.duty
              where organization = any(:ids) group by 1, 2, 3, 4),
            kept as (select * from tally.standing where organization = any(:ids))
            select concat_ws(' ', organization, name, state, light, c.n, k.n)
            from counted c full join kept k using (organization, name, state, light)
            where c.n is distinct from k.n
            """;

    private static final String HELD =
            "select count(*) from meeting.held_published where organization = any(:ids)";

    @Autowired Village village;
    @Autowired LifeBeginning beginning;
    @Autowired Anew anew;
    @Autowired Scopes scopes;
    @Autowired Posts posts;
    @Autowired RosterStore rosters;
    @Autowired YearLoading loading;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @AfterEach
    void nobodyElseHoldsAnything() {
        beginning.never();
    }

    @Test
    void afterEachMonthTheDutiesAndCountersAreWhatIsDerivedAnew() {
        var span = Span.until(LocalDate.now(clock), PLAN.months());
        beginning.on(span.first());
        var county = lead(village.county());
        var roster = roster(county, span);
        var year = year(roster, span);
        var ids = roster.units().stream().map(Roster.Unit::id).toArray(UUID[]::new);
        for (var month : span.months()) {
            enter(year, plans(roster, span), month);
            await().until(() -> asked(FOLLOWED, Boolean.class, ids).getFirst());
            var followed = asked(DUTIES, String.class, ids);
            anew.derive(List.of(ids));
            assertThat(asked(DUTIES, String.class, ids)).as("%s", month).isEqualTo(followed);
            assertThat(asked(DIFFERENCES, String.class, ids)).as("%s", month).isEmpty();
        }
        assertThat(asked(HELD, Long.class, ids).getFirst())
                .isEqualTo(year.stream().filter(one -> one.calledOff() == null).count());
        assertThat(asked(DUTIES, String.class, ids)).anyMatch(duty -> duty.contains("theme-day"));
    }

    private static List<Happening> year(Roster roster, Span span) {
        var year = new YearOfLife(PLAN, span);
        return roster.parts().values().stream().flatMap(part -> year.of(part).stream()).toList();
    }

    private static List<Planned> plans(Roster roster, Span span) {
        var year = new YearOfLife(PLAN, span);
        return roster.parts().values().stream().flatMap(part -> year.plans(part).stream()).toList();
    }

    private void enter(List<Happening> year, List<Planned> plans, YearMonth month) {
        var written = year.stream().filter(one -> one.isWrittenIn(month)).toList();
        var planned = plans.stream().filter(one -> one.isEnteredIn(month)).toList();
        var _ =
                scopes.system(
                        "demo",
                        scope -> {
                            loading.enter(scope, PLAN, written);
                            loading.adopt(scope, PLAN, planned);
                            return month;
                        });
    }

    /** Gives each branch a third member and a committee of three. */
    private UUID lead(Village.County county) {
        var from = LocalDate.now(clock).minusYears(2);
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            county.townships().stream()
                                    .flatMap(township -> township.branches().stream())
                                    .forEach(branch -> lead(scope, branch, from));
                            return from;
                        });
        return county.top();
    }

    private void lead(Scope scope, Village.Branch branch, LocalDate from) {
        var third = village.member(branch.id(), "王五");
        var led = Stream.concat(branch.members().stream(), Stream.of(third)).toList();
        var kinds = List.of("secretary", "organization-member", "publicity-member");
        for (var i = 0; i < kinds.size(); i++) {
            var post =
                    new NewPost(
                            new OrganizationId(branch.id()),
                            kinds.get(i),
                            led.get(i),
                            "某某",
                            "elected",
                            from,
                            null,
                            from);
            posts.enter(scope, List.of(post));
        }
    }

    private Roster roster(UUID top, Span span) {
        return scopes.system(
                "test",
                scope -> {
                    var path =
                            jdbc.sql("select path from organization.place where id = ?")
                                    .param(top)
                                    .query(String.class)
                                    .single();
                    var below = Subtree.below(path);
                    return rosters.read(
                            new Scope(scope.actor(), false, below, null, scope.day(), true),
                            span.first());
                });
    }

    private <T> List<T> asked(String sql, Class<T> type, UUID... ids) {
        return scopes.system("test", _ -> jdbc.sql(sql).param("ids", ids).query(type).list());
    }
}
