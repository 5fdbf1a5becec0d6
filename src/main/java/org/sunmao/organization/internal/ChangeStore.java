package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.organization.internal.ChangeRecord.Passed;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the documents of changes. Every statement states the scope; the policy holds it again. */
@Repository
class ChangeStore {

    private static final String SELECT = "select c.* from organization.change c";

    /** Its organization is in the subtree, or it is decided and speaks of one that is. */
    private static final String IN_SCOPE =
            """
             where (:everything or c.organization in (
                select p.id from organization.place p
                where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi)
              or (c.state in ('approved', 'planned', 'applied', 'filed') and c.id in (
                select t.change from organization.change_touch t
                join organization.place p on p.id = t.organization
                where p.valid_to = 'infinity' and p.path >= :lo and p.path < :hi)))
            """;

    private static final String ONE = SELECT + IN_SCOPE + " and c.id = :id";
    private static final String PAGE =
            SELECT
                    + IN_SCOPE
                    + """
                     and (:organization::uuid is null or c.organization = :organization
                       or c.id in (select t.change from organization.change_touch t
                         where t.organization = :organization))
                     and (:state::text is null or c.state = :state)
                     and (:after::uuid is null or c.id < :after)
                    order by c.id desc limit :limit
                    """;
    private static final String LOCK =
            "select version from organization.change where id = :id for update";

    /** One at a time and in order; what another process is working at is passed over. */
    private static final String PLANNED =
            SELECT
                    + """
                     where c.state = 'planned' and c.effective_on <= :day
                      and not (c.id = any(:but))
                    order by c.effective_on, c.id limit 1
                    """;

    private static final String DUE = PLANNED + " for update skip locked";
    private static final String ADD =
            """
            insert into organization.change (id, organization, title, state, effective_on, reason,
              steps, made_by, made_at)
            values (:id, :organization, :title, 'draft', :effective_on, :reason, :steps::jsonb,
              :made_by, :made_at)
            """;
    private static final String REWRITE =
            """
            update organization.change set version = version + 1, title = :title,
              effective_on = :effective_on, reason = :reason, steps = :steps::jsonb
            where id = :id
            """;
    private static final String PASS =
            """
            update organization.change set version = version + 1, state = :state,
              passed = :passed::jsonb, blocked = null
            where id = :id
            """;
    private static final String BLOCK =
            "update organization.change set blocked = :blocked where id = :id";
    private static final String UNTOUCH =
            "delete from organization.change_touch where change = :id";
    private static final String TOUCH =
            """
            insert into organization.change_touch (change, organization)
            select :id, o from unnest(:organizations) as x (o)
            """;
    private static final TypeReference<List<Map<String, @Nullable Object>>> STEPS =
            new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is listed, newest first. */
    record Listed(
            @Nullable UUID organization, @Nullable String state, @Nullable UUID after, int limit) {}

    Optional<ChangeRecord> get(Scope scope, UUID id) {
        return in(scope, ONE).param("id", id).query((row, _) -> change(row)).optional();
    }

    List<ChangeRecord> list(Scope scope, Listed listed) {
        return in(scope, PAGE)
                .param("organization", listed.organization(), java.sql.Types.OTHER)
                .param("state", listed.state())
                .param("after", listed.after(), java.sql.Types.OTHER)
                .param("limit", listed.limit())
                .query((row, _) -> change(row))
                .list();
    }

    int lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Integer.class).single();
    }

    /** The first that is due by a day and not among those that were tried; locked. */
    Optional<ChangeRecord> due(LocalDate day, Collection<UUID> tried) {
        return first(DUE, day, tried);
    }

    /** The same, only looked at. */
    Optional<ChangeRecord> planned(LocalDate day, Collection<UUID> tried) {
        return first(PLANNED, day, tried);
    }

    private Optional<ChangeRecord> first(String sql, LocalDate day, Collection<UUID> tried) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("but", tried.toArray(UUID[]::new))
                .query((row, _) -> change(row))
                .optional();
    }

    void add(ChangeRecord change, Collection<UUID> touched) {
        written(ADD, change)
                .param("organization", change.organization())
                .param("made_by", change.madeBy())
                .param("made_at", change.madeAt().atOffset(ZoneOffset.UTC))
                .update();
        touch(change.id(), touched);
    }

    void rewrite(ChangeRecord change, Collection<UUID> touched) {
        written(REWRITE, change).update();
        jdbc.sql(UNTOUCH).param("id", change.id()).update();
        touch(change.id(), touched);
    }

    void pass(UUID id, String state, Passed passed) {
        jdbc.sql(PASS)
                .param("id", id)
                .param("state", state)
                .param("passed", json.writeValueAsString(passed))
                .update();
    }

    void block(UUID id, String reason) {
        jdbc.sql(BLOCK).param("id", id).param("blocked", reason).update();
    }

    private void touch(UUID id, Collection<UUID> organizations) {
        jdbc.sql(TOUCH)
                .param("id", id)
                .param("organizations", organizations.toArray(UUID[]::new))
                .update();
    }

    private JdbcClient.StatementSpec written(String sql, ChangeRecord change) {
        return jdbc.sql(sql)
                .param("id", change.id())
                .param("title", change.title())
                .param("effective_on", change.effectiveOn())
                .param("reason", change.reason())
                .param("steps", json.writeValueAsString(change.steps()));
    }

    private JdbcClient.StatementSpec in(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi());
    }

    private ChangeRecord change(ResultSet row) throws SQLException {
        return new ChangeRecord(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                row.getString("title"),
                row.getString("state"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("reason"),
                json.readValue(row.getString("steps"), STEPS),
                passed(row.getString("passed")),
                row.getString("blocked"),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private Passed passed(String text) {
        return text.equals("{}") ? Passed.NOTHING : json.readValue(text, Passed.class);
    }
}
