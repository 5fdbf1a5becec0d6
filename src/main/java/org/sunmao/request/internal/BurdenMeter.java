package org.sunmao.request.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.web.NotFound;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What an organization, and those below it, are asked for in a month, and by whom (AF-24). */
@Service
class BurdenMeter {

    /** The periods that are due in the month, and were asked for until their day. */
    private static final String ASKED =
            """
            from request.request r
              join request.period p on p.request = r.id
              join request.target t on t.request = r.id
            where r.state in ('active', 'ended', 'expired') and p.due >= :first and p.due < :behind
              and (r.ended_on is null or p.from_on <= r.ended_on)
            """;

    private static final String MEASURES =
            """
            count(distinct r.id) as requests, count(*) as answers,
            coalesce(sum(r.minutes), 0) as minutes
            """;
    private static final String BELOW =
            """
             and t.organization in (select o.id from organization.place_published o
               where o.path >= :lo and o.path < :hi and o.valid_from <= :day and o.valid_to > :day)
            """;
    private static final String BY_ISSUER =
            "select r.organization, "
                    + MEASURES
                    + ASKED
                    + BELOW
                    + " group by r.organization order by r.organization";
    private static final String OWN =
            "select " + MEASURES + ASKED + " and t.organization = :organization";

    /** How many of them are asked for more than the cap. */
    private static final String OVER =
            "select count(*) from (select t.organization "
                    + ASKED
                    + BELOW
                    + " group by t.organization having sum(r.minutes) > :cap) o";

    /**
     * What is asked.
     *
     * @param answers how many; each takes its minutes
     */
    record BurdenMeasure(int requests, int answers, long minutes, BigDecimal hours) {
        static BurdenMeasure of(int requests, int answers, long minutes) {
            return new BurdenMeasure(requests, answers, minutes, Burden.hours(minutes));
        }
    }

    record IssuedBurden(RequestView.RequestOrganization organization, BurdenMeasure asks) {}

    /**
     * The meter.
     *
     * @param own what the organization itself is asked for
     * @param below what it and all below it are asked for
     * @param over how many of these are asked for more than the cap
     */
    record BurdenView(
            RequestView.RequestOrganization organization,
            YearMonth month,
            Burden.BurdenCap cap,
            BurdenMeasure own,
            BurdenMeasure below,
            List<IssuedBurden> issuers,
            int over) {}

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Burdens burdens;
    private final RequestViews views;
    private final Tree tree;

    BurdenMeter(Scopes scopes, JdbcClient jdbc, Burdens burdens, RequestViews views, Tree tree) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.burdens = burdens;
        this.views = views;
        this.tree = tree;
    }

    BurdenView read(SignedIn who, UUID organization, YearMonth month) {
        return scopes.read(who, scope -> read(scope, organization, month));
    }

    private BurdenView read(Scope scope, UUID organization, YearMonth month) {
        var day = scope.day();
        var path =
                tree.path(organization, day)
                        .filter(one -> scope.everything() || scope.subtree().contains(one))
                        .orElseThrow(NotFound::new);
        var below = Subtree.below(path);
        var cap = burdens.cap(organization, day);
        var issuers =
                in(BY_ISSUER, month, below, day)
                        .query(
                                (row, _) ->
                                        new IssuedBurden(
                                                views.named(
                                                        row.getObject("organization", UUID.class),
                                                        day),
                                                BurdenMeasure.of(
                                                        row.getInt("requests"),
                                                        row.getInt("answers"),
                                                        row.getLong("minutes"))))
                        .list();
        var own =
                days(OWN, month)
                        .param("organization", organization)
                        .query(
                                (row, _) ->
                                        BurdenMeasure.of(
                                                row.getInt("requests"),
                                                row.getInt("answers"),
                                                row.getLong("minutes")))
                        .single();
        var over =
                in(OVER, month, below, day)
                        .param("cap", cap.minutes())
                        .query(Integer.class)
                        .single();
        return new BurdenView(
                views.named(organization, day), month, cap, own, sum(issuers), issuers, over);
    }

    private static BurdenMeasure sum(List<IssuedBurden> issuers) {
        return BurdenMeasure.of(
                issuers.stream().mapToInt(one -> one.asks().requests()).sum(),
                issuers.stream().mapToInt(one -> one.asks().answers()).sum(),
                issuers.stream().mapToLong(one -> one.asks().minutes()).sum());
    }

    private JdbcClient.StatementSpec in(String sql, YearMonth month, Subtree below, LocalDate day) {
        return days(sql, month).param("lo", below.lo()).param("hi", below.hi()).param("day", day);
    }

    private JdbcClient.StatementSpec days(String sql, YearMonth month) {
        return jdbc.sql(sql)
                .param("first", month.atDay(1))
                .param("behind", month.plusMonths(1).atDay(1));
    }
}
