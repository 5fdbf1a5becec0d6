package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.exchange.internal.Export.By;
import org.sunmao.exchange.internal.Export.Decision;
import org.sunmao.exchange.internal.Export.Form;
import org.sunmao.exchange.internal.Export.Format;
import org.sunmao.exchange.internal.Export.Layout;
import org.sunmao.exchange.internal.Export.Pending;
import org.sunmao.exchange.internal.Export.Ready;
import org.sunmao.exchange.internal.Export.Refused;
import org.sunmao.exchange.internal.Export.State;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Exports in PostgreSQL; the policy leaves those of the organizations of the scope. */
@Repository
class ExportStore {

    private static final String IN_SCOPE =
            """
            (:everything or e.organization in (select p.id from organization.place_published p
              where p.path >= :lo and p.path < :hi and p.valid_from <= :day
                and p.valid_to > :day))
            """;
    private static final String GET =
            "select * from exchange.export e where e.id = :id and " + IN_SCOPE;
    private static final String LOCK = GET + " for update of e";

    /** One's own, those one may decide, and those one has decided: the newest first. */
    private static final String LIST =
            """
            select * from exchange.export e
            where (e.account = :account or e.decided_by = :account
                or :decides and e.state = 'pending' and e.expires_at > :now)
              and (cast(:after as uuid) is null or e.id < :after) and
            """
                    + IN_SCOPE
                    + " order by e.id desc limit :limit";

    private static final String ADD =
            """
            insert into exchange.export (id, organization, account, member, account_name, kind,
              columns, filter, words, day, unmasked, reason, format, layout, rows, state, asked_at,
              expires_at)
            values (:id, :organization, :account, :member, :name, :kind, :columns, :filter,
              :words, :day, :unmasked, :reason, :format, :layout, :rows, :state, :askedAt,
              :expiresAt)
            """;
    private static final String DECIDE =
            """
            update exchange.export set state = :state, decided_by = :account, decided_name = :name,
              decided_at = :at, decision_reason = :reason, expires_at = :expiresAt
            where id = :id and state = 'pending'
            """;
    private static final String COUNT =
            "update exchange.export set downloads = downloads + 1 where id = :id";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};
    private static final RowMapper<Export> ROWS = (row, _) -> export(row);

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Export> get(Scope scope, UUID id) {
        return in(scope, GET).param("id", id).query(ROWS).optional();
    }

    /** As {@link #get}; of two who decide at once, one waits. */
    Optional<Export> lock(Scope scope, UUID id) {
        return in(scope, LOCK).param("id", id).query(ROWS).optional();
    }

    List<Export> list(
            Scope scope,
            UUID account,
            boolean decides,
            Instant now,
            @Nullable UUID after,
            int limit) {
        return in(scope, LIST)
                .param("account", account)
                .param("decides", decides)
                .param("now", at(now))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    void add(Export export) {
        jdbc.sql(ADD)
                .param("id", export.id())
                .param("organization", export.by().organization())
                .param("account", export.by().account())
                .param("member", export.by().member(), Types.OTHER)
                .param("name", export.by().name())
                .param("kind", export.kind())
                .param("columns", JSON.writeValueAsString(export.columns()))
                .param("filter", JSON.writeValueAsString(export.filter()))
                .param("words", JSON.writeValueAsString(export.words()))
                .param("day", export.day(), Types.DATE)
                .param("unmasked", export.unmasked())
                .param("reason", export.reason(), Types.VARCHAR)
                .param("format", export.form().format().code())
                .param("layout", export.form().layout().code())
                .param("rows", export.rows())
                .param("state", export.stateOn(export.askedAt()))
                .param("askedAt", at(export.askedAt()))
                .param("expiresAt", at(export.expiresAt()))
                .update();
    }

    void decide(UUID id, String state, Decision decision, Instant expiresAt) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state)
                .param("account", decision.account())
                .param("name", decision.name())
                .param("at", at(decision.at()))
                .param("reason", decision.reason(), Types.VARCHAR)
                .param("expiresAt", at(expiresAt))
                .update();
    }

    void countDownload(UUID id) {
        jdbc.sql(COUNT).param("id", id).update();
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .param("day", scope.day());
    }

    private static Export export(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                new By(
                        row.getObject("account", UUID.class),
                        row.getObject("member", UUID.class),
                        row.getString("account_name"),
                        row.getObject("organization", UUID.class)),
                row.getString("kind"),
                JSON.readValue(row.getString("columns"), TEXTS),
                JSON.readValue(row.getString("filter"), FILTER),
                JSON.readValue(row.getString("words"), TEXTS),
                row.getObject("day", LocalDate.class),
                row.getBoolean("unmasked"),
                row.getString("reason"),
                new Form(
                        Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                        Layout.valueOf(row.getString("layout").toUpperCase(Locale.ROOT))),
                row.getInt("rows"),
                state(row),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                row.getInt("downloads"));
    }

    private static State state(ResultSet row) throws SQLException {
        var by = row.getObject("decided_by", UUID.class);
        var decision =
                by == null
                        ? null
                        : new Decision(
                                by,
                                row.getString("decided_name"),
                                row.getString("decision_reason"),
                                instant(row, "decided_at"));
        return switch (row.getString("state")) {
            case "pending" -> new Pending();
            case "refused" -> new Refused(Objects.requireNonNull(decision));
            default -> new Ready(decision);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
