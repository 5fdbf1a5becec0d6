package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.journal.Actor;
import org.sunmao.tally.internal.BoardOracle.Duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Within a transaction that sees everything: that counters are what counting the duties gives, and
 * boards what the oracle says, from the counters as from the days.
 */
final class BoardProof {

    /** Nothing is derived meanwhile. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('sunmao.duty'))";

    private static final String DIFFERENCES =
            """
            with counted as (
              select organization, name, state, light, count(*) as n from duty.duty
              where organization = any(:ids) group by 1, 2, 3, 4),
            kept as (select * from tally.standing where organization = any(:ids))
            select concat_ws(' ', organization, name, state, light, 'counted', c.n, 'kept', k.n)
            from counted c full join kept k using (organization, name, state, light)
            where c.n is distinct from k.n
            """;
    private static final String DUTIES =
            """
            select id, organization, name, opens, due,
              nullif(yellow_from, 'infinity') as yellow_from, nullif(red_from, 'infinity') as red_from, nullif(ended_on, 'infinity') as ended_on,
              explained_on, contested_on, nullif(contest_until, 'infinity') as contest_until,
              waived_on, nullif(waived_until, 'infinity') as waived_until,
              nullif(void_on, 'infinity') as void_on
            from duty.duty where organization = any(:ids) order by id
            """;
    private static final String PATHS =
            """
            select id, path from organization.place
            where id = any(:ids) and valid_from <= :day and valid_to > :day
            """;

    private static final RowMapper<Duty> DUTY = new SimplePropertyRowMapper<>(Duty.class);

    private final JdbcClient jdbc;
    private final Boards boards;
    private final UUID[] ids;

    BoardProof(JdbcClient jdbc, Boards boards, Collection<UUID> organizations) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.ids = organizations.toArray(UUID[]::new);
    }

    void alone() {
        jdbc.sql(ALONE).query((_, _) -> true).single();
    }

    List<Duty> duties() {
        return duties(jdbc, ids);
    }

    static List<Duty> duties(JdbcClient jdbc, UUID... ids) {
        return jdbc.sql(DUTIES).param("ids", ids).query(DUTY).list();
    }

    Map<UUID, String> paths(LocalDate day) {
        var paths = new HashMap<UUID, String>();
        jdbc.sql(PATHS)
                .param("ids", ids)
                .param("day", day)
                .query(
                        row -> {
                            paths.put(row.getObject("id", UUID.class), row.getString("path"));
                        });
        return paths;
    }

    void countersAreWhatCountingGives() {
        assertThat(jdbc.sql(DIFFERENCES).param("ids", ids).query(String.class).list()).isEmpty();
    }

    /** From the counters, which stand as of that day. */
    void boardsOfToday(LocalDate today) {
        boards(today, true);
    }

    void boardsOf(LocalDate day) {
        boards(day, false);
    }

    private void boards(LocalDate day, boolean now) {
        var paths = paths(day);
        var oracle = new BoardOracle(day, paths, duties());
        var scope = new Scope(new Actor(null, "test"), true, Subtree.ALL, null, day, now);
        for (var organization : paths.keySet()) {
            var path = requireNonNull(paths.get(organization));
            var board = boards.board(new BoardStore.Part(scope, organization, path));
            assertThat(BoardOracle.lines(board))
                    .as("%s, %s, by the counters: %s", organization, day, now)
                    .isEqualTo(oracle.board(organization));
        }
    }
}
