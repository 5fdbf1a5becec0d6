package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.register.Dated;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds up what a board shows. Today's numbers are those of the counters, and today's exceptions
 * those of the duties as they were last looked at; of another day, both follow from the days of
 * each duty. Every statement states the scope; the policies hold it a second time.
 */
@Repository
class BoardStore {

    /** The organizations of the subtree, and below which child of its top each lies. */
    static final String PART =
            """
            with part as materialized (
              select p.id, split_part(substr(p.path, :from), '/', 1) as child
              from organization.place_published p
              where {p} and p.path >= :lo and p.path < :hi)
            """;

    private static final String IS_EXCEPTION =
            "(d.state in ('late', 'contested') or d.light in ('yellow', 'red'))";

    /** How each duty stood on the day. */
    static final String STOOD =
            """
            , stood as (
              select t.*, case when t.state not in ('open', 'late') then 'none'
                  when t.red_from <= :day then 'red' when t.yellow_from <= :day then 'yellow'
                  else 'green' end as light
              from (
                select f.organization, f.name, f.rule, f.due, f.yellow_from, f.red_from,
                  f.ended_on, f.explained_on, f.contested_on,
                  case when f.void_on <= :day then 'void'
                    when f.opens > :day then 'coming'
                    when f.ended_on <= :day then 'met'
                    when f.contested_on <= :day and f.contest_until > :day then 'contested'
                    when f.waived_on <= :day and f.waived_until > :day then 'waived'
                    when f.due < :day then 'late'
                    else 'open' end as state
                from duty.duty_published f
                where f.organization in (select p.id from part p)) t)
            """;

    private static final String CELLS =
            """
            select d.name, d.child, d.state, d.light,
              sum(d.n)::bigint as count
            from (%s) d
            group by grouping sets ((d.name, d.state, d.light), (d.child, d.state, d.light))
            """;
    private static final String CELLS_NOW =
            PART
                    + CELLS.formatted(
                            """
                            select s.name, p.child, s.state, s.light, s.n
                            from tally.standing s join part p on p.id = s.organization
                            """);
    private static final String CELLS_THEN =
            PART
                    + STOOD
                    + CELLS.formatted(
                            """
                            select s.name, p.child, s.state, s.light, 1 as n
                            from stood s join part p on p.id = s.organization
                            """);

    /** Of the exceptions: since when, and whose turn it is. */
    private static final String MARKS =
            """
            select d.name, p.child, max(d.rule) as rule,
              min(case when d.state = 'contested' then d.contested_on
                else least(d.yellow_from, d.red_from, d.due + 1) end)
                filter (where %1$s) as since,
              count(*) filter (where d.explained_on <= :day and d.state in ('open', 'late'))
                as explained,
              count(*) filter (where d.state = 'contested'
                or d.explained_on <= :day and d.state in ('open', 'late')) as waiting
            from %2$s d join part p on p.id = d.organization
            where %1$s or d.explained_on is not null
            group by grouping sets ((d.name), (p.child), ())
            """;

    private static final String MARKS_NOW =
            PART + MARKS.formatted(IS_EXCEPTION, "duty.duty_published");
    private static final String MARKS_THEN = PART + STOOD + MARKS.formatted(IS_EXCEPTION, "stood");

    private static final String UNITS =
            """
            select count(*) as all, count(*) filter (where p.id not in (
              select d.organization from %s d where %s)) as clean
            from part p
            """;
    private static final String UNITS_NOW = PART + UNITS.formatted("tally.standing", IS_EXCEPTION);
    private static final String UNITS_THEN = PART + STOOD + UNITS.formatted("stood", IS_EXCEPTION);

    private static final String MONTHS =
            """
            select date_trunc('month', d.due)::date as month, count(*) as due,
              count(*) filter (where d.state = 'met' and d.ended_on <= d.due) as in_time,
              count(*) filter (where d.state = 'met' and d.ended_on > d.due) as afterwards,
              count(*) filter (where d.state = 'late') as late
            from %s d where d.organization in (select p.id from part p)
              and d.due >= :since and d.due < :until and d.state <> 'void'
            group by 1
            """;
    private static final String MONTHS_NOW = PART + MONTHS.formatted("duty.duty_published");
    private static final String MONTHS_THEN = PART + STOOD + MONTHS.formatted("stood");

    private static final Dated TOP =
            Dated.of(
                    """
                    select l.name, l.kind from organization.label_published l
                    where l.id = :organization and {l}
                    """);

    /** Which subtree, within which scope. */
    record Part(Scope scope, UUID organization, String path) {

        Subtree subtree() {
            return Subtree.below(path);
        }
    }

    /**
     * A number of duties that stand alike: of one declaration in the whole part, or of all of them
     * below one child.
     *
     * @param child its step of the path; empty for the top itself
     */
    record Cell(
            @Nullable String name,
            @Nullable String child,
            String state,
            String light,
            long count) {}

    /** Of one declaration, or one child, or, where both are null, of all. */
    record Mark(
            @Nullable String name,
            @Nullable String child,
            @Nullable String rule,
            @Nullable LocalDate since,
            long explained,
            long waiting) {}

    record Units(long all, long clean) {}

    record Month(LocalDate month, long due, long inTime, long afterwards, long late) {}

    record Label(String name, String kind) {}

    private static final RowMapper<Cell> CELL = new SimplePropertyRowMapper<>(Cell.class);
    private static final RowMapper<Mark> MARK = new SimplePropertyRowMapper<>(Mark.class);
    private static final RowMapper<Units> UNIT = new SimplePropertyRowMapper<>(Units.class);
    private static final RowMapper<Month> MONTH = new SimplePropertyRowMapper<>(Month.class);
    private static final RowMapper<Label> LABEL = new SimplePropertyRowMapper<>(Label.class);

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cell> cells(Part part) {
        return bind(part, CELLS_NOW, CELLS_THEN).query(CELL).list();
    }

    List<Mark> marks(Part part) {
        return bind(part, MARKS_NOW, MARKS_THEN).query(MARK).list();
    }

    Units units(Part part) {
        return bind(part, UNITS_NOW, UNITS_THEN).query(UNIT).single();
    }

    List<Month> months(Part part, LocalDate since, LocalDate until) {
        return bind(part, MONTHS_NOW, MONTHS_THEN)
                .param("since", since)
                .param("until", until)
                .query(MONTH)
                .list();
    }

    Optional<Label> top(Part part) {
        return jdbc.sql(TOP.on(part.scope()))
                .param("organization", part.organization())
                .param("day", part.scope().day())
                .query(LABEL)
                .optional();
    }

    private JdbcClient.StatementSpec bind(Part part, String now, String then) {
        return bind(jdbc, part, part.scope().now() ? now : then);
    }

    static JdbcClient.StatementSpec bind(JdbcClient jdbc, Part part, String sql) {
        var scope = part.scope();
        return jdbc.sql(Dated.of(sql).on(scope))
                .param("day", scope.day())
                .param("lo", part.subtree().lo())
                .param("hi", part.subtree().hi())
                .param("from", part.path().length() + 1);
    }
}
