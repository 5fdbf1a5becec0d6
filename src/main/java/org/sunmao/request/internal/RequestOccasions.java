package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.duty.Occasions;
import org.sunmao.journal.Followed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Each period for which an organization is asked is an occasion; its subject is the request, and
 * its first day tells the periods apart. Of those to come the next one is told. What nobody
 * answered before the end is asked no more.
 */
@Component
class RequestOccasions implements Occasions {

    private static final Set<String> OF_ALL =
            Set.of("request.approve", "request.end", "request.expire");

    private static final String FIND =
            """
            select t.organization, r.id, p.from_on, p.due, r.minutes, a.on_day
            from request.request r
              join request.period p on p.request = r.id
              join request.target t on t.request = r.id
              left join request.answer a on a.request = r.id and a.period = p.key
                and a.organization = t.organization and a.number = 1
            where r.state in ('active', 'ended', 'expired')
              and p.from_on <= coalesce((select min(n.from_on) from request.period n
                where n.request = r.id and n.from_on > :today), :today)
              and (a.id is not null or r.state = 'active' and r.last_on >= :today)
            """;
    private static final String FIND_SOME = FIND + " and t.organization = any (:organizations)";
    private static final String ASKED =
            "select organization from request.target where request = :request";

    private final JdbcClient jdbc;

    RequestOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "request";
    }

    @Override
    public void find(@Nullable Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        if (organizations != null && organizations.isEmpty()) {
            return;
        }
        var query =
                organizations == null
                        ? jdbc.sql(FIND)
                        : jdbc.sql(FIND_SOME)
                                .param("organizations", organizations.toArray(UUID[]::new));
        RowCallbackHandler each = row -> found.accept(occasion(row));
        query.param("today", today).query(each);
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getObject("organization", UUID.class),
                "case",
                row.getObject("id", UUID.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("on_day", LocalDate.class),
                Map.of("minutes", row.getInt("minutes")));
    }

    @Override
    public Set<UUID> concernedBy(Followed entry) {
        if (entry.subject() == null || !OF_ALL.contains(entry.action())) {
            return Set.of();
        }
        var asked = jdbc.sql(ASKED).param("request", entry.subject()).query(UUID.class).list();
        return new HashSet<>(asked);
    }
}
