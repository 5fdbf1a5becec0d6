package org.sunmao.tally.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;

/** The table of counters: moves them, and sets them right from the duties themselves. */
@Repository
class CounterStore {

    /** One counter. All writers take them in this order, so that none waits for another's. */
    record Counter(UUID organization, String name, String state, String light)
            implements Comparable<Counter> {

        private static final Comparator<Counter> ORDER =
                Comparator.comparing(Counter::organization)
                        .thenComparing(Counter::name)
                        .thenComparing(Counter::state)
                        .thenComparing(Counter::light);

        @Override
        public int compareTo(Counter other) {
            return ORDER.compare(this, other);
        }
    }

    private static final String MOVES =
            """
            unnest(cast(:organizations as uuid[]), cast(:names as text[]), cast(:states as text[]),
              cast(:lights as text[]), cast(:counts as bigint[])) as m
              (organization, name, state, light, n)
            """;
    private static final String MOVE =
            """
            insert into tally.standing as s (organization, name, state, light, n)
            select m.organization, m.name, m.state, m.light, m.n from
            """
                    + MOVES
                    + """
                    on conflict (organization, name, state, light)
                      do update set n = s.n + excluded.n
                    """;
    private static final String CLEAR =
            "delete from tally.standing s using "
                    + MOVES
                    + """
                    where s.n = 0 and m.n < 0 and s.organization = m.organization
                      and s.name = m.name and s.state = m.state and s.light = m.light
                    """;

    /**
     * Nobody else moves them meanwhile: what a transaction has not counted yet, it counts after.
     */
    private static final String LOCK = "lock table tally.standing in share row exclusive mode";

    private static final String RECOUNT =
            """
            with counted as (
              select organization, name, state, light, count(*) as n
              from duty.duty_published group by organization, name, state, light),
            wrong as (
              select organization, name, state, light, c.n as counted
              from counted c full join tally.standing s using (organization, name, state, light)
              where c.n is distinct from s.n),
            gone as (
              delete from tally.standing s using wrong w
              where w.counted is null and s.organization = w.organization and s.name = w.name
                and s.state = w.state and s.light = w.light),
            mended as (
              insert into tally.standing as s (organization, name, state, light, n)
              select organization, name, state, light, counted from wrong where counted is not null
              on conflict (organization, name, state, light) do update set n = excluded.n)
            select count(*) from wrong
            """;

    private static final String TELL = "select pg_notify('board', :notice)";

    private final JdbcClient jdbc;

    CounterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves each counter by so many. */
    void move(Map<Counter, Long> moves) {
        var sorted = moves.entrySet().stream().sorted(Entry.comparingByKey()).toList();
        bind(MOVE, sorted).update();
        if (sorted.stream().anyMatch(move -> move.getValue() < 0)) {
            bind(CLEAR, sorted).update();
        }
    }

    private JdbcClient.StatementSpec bind(String sql, Collection<Entry<Counter, Long>> moves) {
        var keys = moves.stream().map(Entry::getKey).toList();
        return jdbc.sql(sql)
                .param(
                        "organizations",
                        keys.stream().map(Counter::organization).toArray(UUID[]::new))
                .param("names", keys.stream().map(Counter::name).toArray(String[]::new))
                .param("states", keys.stream().map(Counter::state).toArray(String[]::new))
                .param("lights", keys.stream().map(Counter::light).toArray(String[]::new))
                .param("counts", moves.stream().map(Entry::getValue).toArray(Long[]::new));
    }

    /** Counts the duties anew and tells how many counters were wrong. */
    long recount() {
        jdbc.sql(LOCK).update();
        return jdbc.sql(RECOUNT).query(Long.class).single();
    }

    /** Tells every process, once the transaction has committed. */
    void tell(Notice notice) {
        for (var part : notice.sent()) {
            jdbc.sql(TELL).param("notice", part).query((_, _) -> true).single();
        }
    }
}
