package org.sunmao.request.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Subtree;
import org.sunmao.request.internal.Request.Ask;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Of whom something is asked, for which periods, and what else they are asked for. */
@Repository
class TargetStore {

    /** Party groups are part of their branch, and answer nothing themselves. */
    private static final String MEANT =
            """
            select p.id from organization.place_published p
              join organization.profile_published f on f.id = p.id
                and f.valid_from <= :day and f.valid_to > :day
            where p.path >= :lo and p.path < :hi and p.valid_from <= :day and p.valid_to > :day
              and p.id <> :issuer and f.kind <> 'group'
              and (cardinality(cast(:kinds as text[])) = 0
                or f.kind = any (cast(:kinds as text[])))
            """;

    private static final String COUNT = "select count(*) from (" + MEANT + ") m";
    private static final String FIX_TARGETS =
            "insert into request.target (request, organization) select :request, m.id from ("
                    + MEANT
                    + ") m";
    private static final String FIX_PERIOD =
            """
            insert into request.period (request, key, from_on, due)
            values (:request, :key, :from, :due)
            """;
    private static final String COUNT_FIXED =
            "select count(*) from request.target where request = :request";

    /** By month: how many would be asked for more than the cap, and the most that is asked yet. */
    private static final String LOADS =
            """
            with mine as (
                select * from unnest(cast(:months as text[]), cast(:minutes as integer[]))
                  m (month, minutes)),
              others as (
                select t.organization, to_char(p.due, 'YYYY-MM') as month,
                  sum(r.minutes) as minutes
                from request.request r
                  join request.period p on p.request = r.id
                  join request.target t on t.request = r.id
                where r.state = 'active' and r.id <> :request
                  and p.due >= :first and p.due < :behind and t.organization in (%s)
                group by 1, 2)
            select m.month, coalesce(max(o.minutes), 0) as most,
              count(*) filter (where o.minutes + m.minutes > :cap) as over
            from mine m left join others o on o.month = m.month
            group by m.month order by m.month
            """
                    .formatted(MEANT);

    private static final String ASKED =
            """
            select exists (select from request.target
              where request = :request and organization = :organization)
            """;
    private static final String PERIODS =
            "select key, from_on, due from request.period where request = :request"
                    + " order by from_on";

    /**
     * What else is asked in a month.
     *
     * @param most minutes of one organization
     * @param over how many organizations would be over the cap
     */
    record Load(YearMonth month, int most, int over) {}

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is meant.
     *
     * @param within an organization and all below it
     */
    record Meant(UUID issuer, Subtree within, List<String> kinds, LocalDate day) {}

    int count(Meant meant) {
        return meant(COUNT, meant).query(Integer.class).single();
    }

    int countFixed(UUID request) {
        return jdbc.sql(COUNT_FIXED).param("request", request).query(Integer.class).single();
    }

    /** From now on these are asked, for these periods. */
    int fix(UUID request, Meant meant, List<Period> periods) {
        for (var period : periods) {
            jdbc.sql(FIX_PERIOD)
                    .param("request", request)
                    .param("key", period.key())
                    .param("from", period.from())
                    .param("due", period.due())
                    .update();
        }
        return meant(FIX_TARGETS, meant).param("request", request).update();
    }

    List<Load> loads(UUID request, Meant meant, Map<YearMonth, Integer> minutes, int cap) {
        if (minutes.isEmpty()) {
            return List.of();
        }
        var months = minutes.keySet().stream().sorted().toList();
        return meant(LOADS, meant)
                .param("request", request)
                .param("months", array(months))
                .param("minutes", array(months.stream().map(minutes::get).toList()))
                .param("first", months.getFirst().atDay(1))
                .param("behind", months.getLast().plusMonths(1).atDay(1))
                .param("cap", cap)
                .query(
                        (row, _) ->
                                new Load(
                                        YearMonth.parse(row.getString("month")),
                                        row.getInt("most"),
                                        row.getInt("over")))
                .list();
    }

    boolean asks(UUID request, UUID organization) {
        return jdbc.sql(ASKED)
                .param("request", request)
                .param("organization", organization)
                .query(Boolean.class)
                .single();
    }

    /** As fixed by the approval; none before it. */
    List<Period> periods(UUID request) {
        return jdbc.sql(PERIODS)
                .param("request", request)
                .query(
                        (row, _) ->
                                new Period(
                                        row.getString("key"),
                                        row.getObject("from_on", LocalDate.class),
                                        row.getObject("due", LocalDate.class)))
                .list();
    }

    static Meant meant(UUID issuer, Ask ask, String path, LocalDate day) {
        return new Meant(issuer, Subtree.below(path), ask.kinds(), day);
    }

    private JdbcClient.StatementSpec meant(String sql, Meant meant) {
        return jdbc.sql(sql)
                .param("lo", meant.within().lo())
                .param("hi", meant.within().hi())
                .param("day", meant.day())
                .param("issuer", meant.issuer())
                .param("kinds", array(meant.kinds()));
    }

    /** As PostgreSQL writes an array of plain words. */
    private static String array(List<?> values) {
        return "{" + String.join(",", values.stream().map(String::valueOf).toList()) + "}";
    }
}
