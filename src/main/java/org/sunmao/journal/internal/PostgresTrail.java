package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sunmao.journal.Trail;
import org.sunmao.journal.TrailLine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads three logs as one. Their ids grow with time, so the newest are found without a sort. */
@Component
class PostgresTrail implements Trail {

    /** Behind every id. */
    static final UUID LAST = new UUID(-1, -1);

    private static final UUID FIRST = new UUID(0, 0);
    private static final int MOST_OPEN = 10_000;

    /** Where an id of that time begins: its first 48 bits are milliseconds. */
    private static final int BELOW_TIME = 16;

    private static final String ASKED =
            """
            where %1$s.id < :behind and %1$s.id >= :from and %1$s.id < :to
                and (cast(:accounts as uuid[]) is null or %1$s.account = any(:accounts))
            """;

    private static final String LINES =
            """
            select * from (
              (select e.id, 'entry' as log, e.recorded_at as at, e.account, e.post,
                  e.organization, e.behalf, e.action, e.subject_kind, e.subject,
                  cast(null as bigint) as count, null as level, null as what, null as reason,
                  e.rules, o.source, o.request, l.number as sealed
                from journal.entry e left join journal.origin o on o.entry = e.id
                left join journal.leaf l on l.entry = e.id
                %s and 'entry' = any(:logs)
                and (cast(:organization as uuid) is null or e.organization = :organization)
                and (cast(:actions as text[]) is null or e.action = any(:actions))
                order by e.id desc limit :limit)
              union all
              (select r.id, 'reading', r.at, r.account, r.role, r.organization, r.behalf,
                  'reading.' || r.kind, case when r.subject is null then null else 'member' end,
                  r.subject, r.count, r.class, r.what, r.reason, array[]::text[], r.source,
                  r.request, null
                from journal.reading r
                %s and 'reading' = any(:logs)
                and (cast(:organization as uuid) is null or r.organization = :organization)
                and (cast(:actions as text[]) is null or 'reading.' || r.kind = any(:actions))
                order by r.id desc limit :limit)
              union all
              (select v.id, 'event', v.minute, v.account, null, null, null, v.kind, null, null,
                  v.count, null, v.what, null, array[]::text[], v.source, null, null
                from journal.event v
                %s and 'event' = any(:logs) and cast(:organization as uuid) is null
                and (cast(:actions as text[]) is null or v.kind = any(:actions))
                order by v.id desc limit :limit)
            ) line order by id desc limit :limit
            """
                    .formatted(ASKED.formatted("e"), ASKED.formatted("r"), ASKED.formatted("v"));

    private static final String OPEN =
            """
            select count(*) from (select id from journal.entry order by id desc limit :most) e
            where not exists (select from journal.leaf l where l.entry = e.id)
            """;

    private final JdbcClient jdbc;
    private final SealStore seals;
    private final Purposes purposes;

    PostgresTrail(JdbcClient jdbc, SealStore seals, Purposes purposes) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.purposes = purposes;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TrailLine> lines(Question question, @Nullable UUID behind, int limit) {
        var accounts = question.accounts();
        var actions = question.actions();
        return purposes.under(
                Purposes.AUDIT,
                () ->
                        jdbc.sql(LINES)
                                .param("behind", behind == null ? LAST : behind)
                                .param(
                                        "from",
                                        question.from() == null ? FIRST : at(question.from()))
                                .param("to", question.to() == null ? LAST : at(question.to()))
                                .param("logs", question.logs().toArray(String[]::new))
                                .param(
                                        "accounts",
                                        accounts == null ? null : accounts.toArray(UUID[]::new),
                                        accounts == null ? Types.NULL : Types.ARRAY)
                                .param(
                                        "actions",
                                        actions.isEmpty() ? null : actions.toArray(String[]::new),
                                        actions.isEmpty() ? Types.NULL : Types.ARRAY)
                                .param("organization", question.organization(), Types.OTHER)
                                .param("limit", limit)
                                .query((row, _) -> line(row))
                                .list());
    }

    private static UUID at(Instant instant) {
        return new UUID(instant.toEpochMilli() << BELOW_TIME, 0);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public State state() {
        var last = seals.last().map(SealStore.Grown::head);
        var open = jdbc.sql(OPEN).param("most", MOST_OPEN).query(Long.class).single();
        return new State(
                last.map(Head::size).orElse(0L), last.map(Head::sealedAt).orElse(null), open);
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getObject("id", UUID.class),
                row.getString("log"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("post"),
                row.getObject("organization", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                row.getObject("count", Long.class),
                row.getString("level"),
                row.getString("what"),
                row.getString("reason"),
                rules(row),
                row.getString("source"),
                row.getObject("request", UUID.class),
                row.getObject("sealed", Long.class));
    }

    private static List<String> rules(ResultSet row) throws SQLException {
        var rules = (Object[]) row.getArray("rules").getArray();
        return Arrays.stream(rules).map(String::valueOf).toList();
    }
}
