package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.exchange.internal.RosterImport.State;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports as cases, without their rows. Every statement states the scope. */
@Repository
class ImportStore {

    private static final String SCOPE =
            """
             (:everything or organization in (select s.id from scope.organizations() s (id)))
            """;
    private static final String ADD =
            """
            insert into exchange.import (id, organization, account, username, account_name, role,
              kind, file_name, size, state, begun_at)
            values (:id, :organization, :account, :username, :name, :role, :kind, :fileName, :size,
              'previewing', :at)
            """;
    private static final String GET = "select * from exchange.import where id = :id and" + SCOPE;
    private static final String LOCK = GET + " for update";
    private static final String LIST =
            "select * from exchange.import where"
                    + SCOPE
                    + """
                     and (begun_at, id) < (:at, :id) and state <> 'discarded'
                    order by begun_at desc, id desc limit :limit
                    """;
    private static final String AT_WORK =
            """
            select * from exchange.import where state in ('previewing', 'committing', 'undoing')
            order by begun_at
            """;
    private static final String INTERRUPTED =
            "update exchange.import set interrupted = true where id = :id";
    private static final String READ =
            """
            update exchange.import set format = :format, headings = :headings, notices = :notices,
              rows_read = :rows, read_whole = true
            where id = :id
            """;
    private static final String HEADINGS =
            "update exchange.import set headings = :headings where id = :id";
    private static final String MOVE =
            """
            update exchange.import set state = :state, asked = :asked, fault_code = :code,
              fault = :fault, interrupted = interrupted and :state in
                ('previewing', 'committing', 'undoing', 'committed', 'undone', 'previewed'),
              previewed_at = case when :state = 'previewed'
                then coalesce(:at, previewed_at) else previewed_at end,
              committed_at = case when :state = 'committed'
                then coalesce(committed_at, :at) else committed_at end,
              undone_at = case when :state = 'undone' then :at else undone_at end
            where id = :id
            """;
    private static final String SETTLE =
            "update exchange.import set settled = :settled where id = :id";
    private static final String UNMAPPED =
            "update exchange.import set unmapped = :unmapped where id = :id";
    private static final String COUNT =
            """
            update exchange.import i set valid = c.valid, failed = c.failed, warned = c.warned,
              questions = c.questions, made = c.made, changed = c.changed, same = c.same,
              written = c.written, left_rows = c.left_rows
            from (select
                count(*) filter (where outcome in ('made', 'changed', 'same') and not twin) valid,
                count(*) filter (where outcome = 'failed' or twin) failed,
                count(*) filter (where warned) warned,
                count(*) filter (where outcome = 'asked' and not twin) questions,
                count(*) filter (where outcome = 'made' and not twin) made,
                count(*) filter (where outcome = 'changed' and not twin) changed,
                count(*) filter (where outcome = 'same' and not twin) same,
                count(*) filter (where written) written,
                count(*) filter (where said is not null) left_rows
              from exchange.verdict where import = :id) c
            where i.id = :id
            """;
    private static final String UNDONE =
            "update exchange.import set undone = :undone where id = :id";
    private static final String STALE =
            """
            select * from exchange.import
            where state not in ('previewing', 'committing', 'undoing')
              and coalesce(committed_at, begun_at) < :before
              and exists (select from exchange.staged s where s.import = exchange.import.id)
            limit 100
            """;
    private static final RowMapper<RosterImport> ROWS =
            new SimplePropertyRowMapper<>(RosterImport.class);

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that was sent, for which register. */
    record Sent(String kind, String fileName, long size) {}

    void add(SignedIn who, UUID organization, UUID id, Sent sent, Instant at) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("organization", organization)
                .param("account", who.account())
                .param("username", who.username())
                .param("name", who.name())
                .param("role", who.role().code())
                .param("kind", sent.kind())
                .param("fileName", sent.fileName())
                .param("size", sent.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<RosterImport> get(Scope scope, UUID id) {
        return one(GET, scope, id);
    }

    /** The same, so that nobody else moves it until the transaction ends. */
    Optional<RosterImport> lock(Scope scope, UUID id) {
        return one(LOCK, scope, id);
    }

    private Optional<RosterImport> one(String sql, Scope scope, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("everything", scope.everything())
                .query(ROWS)
                .optional();
    }

    List<RosterImport> list(Scope scope, Instant before, UUID id, int limit) {
        return jdbc.sql(LIST)
                .param("everything", scope.everything())
                .param("at", before.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("limit", limit)
                .query(ROWS)
                .list();
    }

    /** What a process that ended left at work; for the system's own scope. */
    List<RosterImport> atWork() {
        return jdbc.sql(AT_WORK).query(ROWS).list();
    }

    /** Those whose rows nothing more can be done with; for the system's own scope. */
    List<RosterImport> stale(Instant before) {
        return jdbc.sql(STALE).param("before", before.atOffset(ZoneOffset.UTC)).query(ROWS).list();
    }

    void interrupted(UUID id) {
        jdbc.sql(INTERRUPTED).param("id", id).update();
    }

    void read(UUID id, String format, String headings, String notices, int rows) {
        jdbc.sql(READ)
                .param("id", id)
                .param("format", format)
                .param("headings", headings)
                .param("notices", notices)
                .param("rows", rows)
                .update();
    }

    void headings(UUID id, String headings) {
        jdbc.sql(HEADINGS).param("id", id).param("headings", headings).update();
    }

    /** Moves it to another state; the fault is why it is there, if something went wrong. */
    void move(UUID id, State to, @Nullable String asked, @Nullable FileRefused fault, Instant at) {
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", to.code())
                .param("asked", asked)
                .param("code", fault == null ? null : fault.code())
                .param("fault", fault == null ? null : fault.says())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void settle(UUID id, String settled) {
        jdbc.sql(SETTLE).param("id", id).param("settled", settled).update();
    }

    void unmapped(UUID id, String unmapped) {
        jdbc.sql(UNMAPPED).param("id", id).param("unmapped", unmapped).update();
    }

    /** Counts the rows by what became of them. */
    void count(UUID id) {
        jdbc.sql(COUNT).param("id", id).update();
    }

    void undone(UUID id, int rows) {
        jdbc.sql(UNDONE).param("id", id).param("undone", rows).update();
    }
}
