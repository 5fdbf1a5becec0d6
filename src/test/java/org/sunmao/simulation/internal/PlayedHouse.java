package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.Subtree;
import org.sunmao.duty.internal.Anew;
import org.sunmao.house.LifeBeginning;
import org.sunmao.house.Village;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Posts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A house in which a year is played, month by month, as it is played over a county. */
abstract class PlayedHouse {

    static final LifePlan PLAN = LifePlan.read();

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

    private static final String PATH =
            "select path from organization.place where id = ? and valid_to = 'infinity'";

    private static final List<String> COMMITTEE =
            List.of("secretary", "organization-member", "publicity-member");

    @LocalServerPort int port;
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

    /** A year as it is drawn over what the registers tell. */
    record Year(Roster roster, List<Happening> happened, List<Planned> planned) {

        List<UUID> units() {
            return roster.units().stream().map(Roster.Unit::id).toList();
        }

        String hash() {
            return YearOfLife.hash(happened, planned, roster.names());
        }
    }

    /** The plan as it is, but for its seed. */
    static LifePlan seeded(long seed) {
        try {
            var text = Files.readString(Path.of("src/main/resources/simulation/year.yaml"));
            var seeded = text.replaceFirst("(?m)^seed: .*$", "seed: " + seed);
            return LifePlan.read(new ByteArrayInputStream(seeded.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Span span() {
        return Span.until(LocalDate.now(clock), PLAN.months());
    }

    Year year(LifePlan plan, UUID top) {
        var span = span();
        var roster = scopes.system("test", scope -> rosters.read(over(scope, top), span.first()));
        var year = new YearOfLife(plan, span);
        var parts = roster.parts().values();
        return new Year(
                roster,
                parts.stream().flatMap(part -> year.of(part).stream()).toList(),
                parts.stream().flatMap(part -> year.plans(part).stream()).toList());
    }

    private Scope over(Scope scope, UUID top) {
        return new Scope(scope.actor(), false, below(top), null, scope.day(), true);
    }

    Subtree below(UUID top) {
        return Subtree.below(jdbc.sql(PATH).param(top).query(String.class).single());
    }

    void enter(LifePlan plan, Year year, YearMonth month) {
        var written = year.happened().stream().filter(one -> one.isWrittenIn(month)).toList();
        var planned = year.planned().stream().filter(one -> one.isEnteredIn(month)).toList();
        var _ =
                scopes.system(
                        "demo",
                        scope -> {
                            loading.enter(scope, plan, written);
                            loading.adopt(scope, plan, planned);
                            return month;
                        });
    }

    /** The first three of the members are the committee of the branch from a day on. */
    void lead(UUID branch, List<UUID> members, LocalDate from) {
        var _ =
                scopes.system(
                        "test",
                        scope -> {
                            for (var i = 0; i < COMMITTEE.size(); i++) {
                                posts.enter(scope, List.of(post(branch, members, i, from)));
                            }
                            return branch;
                        });
    }

    private static NewPost post(UUID branch, List<UUID> members, int at, LocalDate from) {
        var member = members.get(at);
        var kind = COMMITTEE.get(at);
        var organization = new OrganizationId(branch);
        return new NewPost(organization, kind, member, "某某", "elected", from, null, from);
    }

    /** Duties and counters as they followed are those that are derived and counted anew. */
    void followed(YearMonth month, Collection<UUID> organizations) {
        var ids = organizations.toArray(UUID[]::new);
        await().until(() -> asked(FOLLOWED, Boolean.class, ids).getFirst());
        var followed = asked(DUTIES, String.class, ids);
        anew.derive(organizations);
        assertThat(asked(DUTIES, String.class, ids)).as("%s", month).isEqualTo(followed);
        assertThat(asked(DIFFERENCES, String.class, ids)).as("%s", month).isEmpty();
    }

    <T> List<T> asked(String sql, Class<T> type, UUID... ids) {
        return scopes.system("test", _ -> jdbc.sql(sql).param("ids", ids).query(type).list());
    }
}
