package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.RightHolders.Held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be news to whom, from the duties as module duty publishes them. */
@Repository
class NewsStore {

    /** Unmet, and neither said to be wrong nor set aside. */
    private static final String STANDS =
            """
            d.opens <= :today and d.ended_on > :today and d.void_on > :today
              and not coalesce(d.contested_on <= :today and d.contest_until > :today, false)
              and not coalesce(d.waived_on <= :today and d.waived_until > :today, false)\
            """;

    /**
     * Duties of the organizations that one is told about oneself, as far as there can be news: what
     * was told already, and can change by reminders only, is left where it is.
     */
    private static final String OWN =
            """
            select h.account, d.id, d.name, d.organization, d.opens, d.due, d.yellow_from,
              d.red_from, t.until, t.gravest
            from unnest(:accounts, :organizations) as h (account, organization)
            join duty.duty_published d on d.organization = h.organization
            left join message.told t on t.account = h.account and t.duty = d.id and not t.deciding
            where %s
              and (t.duty is null or d.opens > t.until or d.name = any(:reminding)
                or d.red_from <= :today and (t.gravest <> 'red' or d.red_from > t.until)
                or d.yellow_from <= :today
                  and (t.gravest not in ('red', 'yellow') or d.yellow_from > t.until))
            """
                    .formatted(STANDS);

    /** What somebody above has to decide; few, of the whole register. */
    private static final String WAITING =
            """
            select d.id from duty.duty_published d
            where d.void_on > :today and (d.explained_on is not null
              or d.contested_on <= :today and d.contest_until = 'infinity')
            """;

    private static final String DECIDING =
            """
            select h.account, d.id, d.due
            from unnest(:accounts, :organizations) as h (account, organization)
            join organization.place_published a on a.id = h.organization
              and a.valid_from <= :today and a.valid_to > :today
            join organization.place_published b on b.path > a.path
              and b.path < left(a.path, -1) || '0' collate "C"
              and b.valid_from <= :today and b.valid_to > :today
            join duty.duty_published d on d.organization = b.id and d.id = any(:waiting)
            left join message.told t on t.account = h.account and t.duty = d.id and t.deciding
            where t.duty is null
              or greatest(d.explained_on, d.contested_on) > t.until
            """;

    /** A duty that somebody has, and how far they were told of it. */
    record Standing(
            UUID account,
            UUID duty,
            String name,
            UUID organization,
            Days days,
            @Nullable Told told) {}

    record Days(LocalDate opens, LocalDate due, LocalDate yellow, LocalDate red) {}

    /** Something waits for a decision that an account may take. */
    record Waiting(UUID account, UUID duty, LocalDate due) {}

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> own(List<Held> held, Collection<String> reminding, LocalDate today) {
        return held(OWN, held, today)
                .param("reminding", reminding.toArray(String[]::new))
                .query((row, _) -> standing(row))
                .list();
    }

    List<UUID> waiting(LocalDate today) {
        return jdbc.sql(WAITING)
                .param("today", today)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<Waiting> deciding(List<Held> held, List<UUID> waiting, LocalDate today) {
        if (held.isEmpty() || waiting.isEmpty()) {
            return List.of();
        }
        return held(DECIDING, held, today)
                .param("waiting", waiting.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                new Waiting(
                                        row.getObject("account", UUID.class),
                                        row.getObject("id", UUID.class),
                                        row.getObject("due", LocalDate.class)))
                .list();
    }

    private JdbcClient.StatementSpec held(String sql, List<Held> held, LocalDate today) {
        var distinct = held.stream().map(one -> List.of(one.account(), one.organization()));
        var pairs = distinct.distinct().toList();
        return jdbc.sql(sql)
                .param("accounts", pairs.stream().map(List::getFirst).toArray(UUID[]::new))
                .param("organizations", pairs.stream().map(List::getLast).toArray(UUID[]::new))
                .param("today", today);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var until = Optional.ofNullable(row.getObject("until", LocalDate.class));
        var gravest = row.getString("gravest");
        return new Standing(
                row.getObject("account", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organization", UUID.class),
                new Days(
                        row.getObject("opens", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getObject("yellow_from", LocalDate.class),
                        row.getObject("red_from", LocalDate.class)),
                until.map(day -> new Told(day, NewsKind.of(gravest))).orElse(null));
    }
}
