package org.sunmao.journal.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Erasure;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;
import org.sunmao.vault.Vault;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes entry and detail in batches; the time of record is the database's own. */
@Component
class PostgresJournal implements Journal {

    private static final String ENTRY =
            """
            insert into journal.entry (id, account, post, organization, action, subject_kind,
              subject, effective_on, rules, commitment, behalf)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DETAIL =
            """
            insert into journal.detail (entry, organization, subject, salt, payload)
            values (?, ?, ?, ?, ?)
            """;
    private static final String ORIGIN =
            "insert into journal.origin (entry, source, request) values (?, ?, ?)";
    private static final String OF =
            """
            select e.id, e.recorded_at, e.account, e.behalf, e.post, e.action, e.effective_on,
              d.payload, l.number as sealed
            from journal.entry e join journal.detail d on d.entry = e.id
            left join journal.leaf l on l.entry = e.id
            where e.subject = :subject and (e.recorded_at, e.id) < (:at, :id)
            order by e.recorded_at desc, e.id desc limit :limit
            """;
    private static final Behind NOTHING =
            new Behind(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final int BATCH = 1000;
    private static final int SALT = 16;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(Act act, UUID id, byte[] salt, String payload) {}

    private final SecureRandom random = new SecureRandom();
    private final JdbcTemplate jdbc;
    private final JdbcClient entries;
    private final Eraser eraser;
    private final Vault vault;
    private final JsonMapper json;

    PostgresJournal(
            JdbcTemplate jdbc, JdbcClient entries, Eraser eraser, Vault vault, JsonMapper json) {
        this.eraser = eraser;
        this.jdbc = jdbc;
        this.entries = entries;
        this.vault = vault;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Actor actor, List<Act> acts) {
        add(actor, acts.stream().map(this::row).toList());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recorded> of(UUID subject, @Nullable Behind behind, int limit) {
        var before = behind == null ? NOTHING : behind;
        return entries.sql(OF)
                .param("subject", subject)
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("limit", limit)
                .query((row, _) -> recorded(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(Actor actor, Erasure erasure, List<UUID> entries) {
        var erased = 0;
        for (var i = 0; i < entries.size(); i += BATCH) {
            var left = eraser.left(entries.subList(i, Math.min(i + BATCH, entries.size())));
            if (!left.isEmpty()) {
                var told = row(Eraser.act(erasure, left));
                add(actor, List.of(told));
                eraser.erase(told.id(), left);
                erased += left.size();
            }
        }
        return erased;
    }

    private void add(Actor actor, List<Row> rows) {
        jdbc.batchUpdate(ENTRY, rows, BATCH, (insert, row) -> bind(insert, actor, row));
        jdbc.batchUpdate(DETAIL, rows, BATCH, this::bindDetail);
        var origin = Origin.current();
        if (origin != null) {
            jdbc.batchUpdate(
                    ORIGIN,
                    rows,
                    BATCH,
                    (insert, row) -> {
                        insert.setObject(1, row.id());
                        insert.setString(2, origin.source());
                        insert.setObject(3, origin.request());
                    });
        }
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("post"),
                row.getString("action"),
                row.getObject("effective_on", LocalDate.class),
                json.readValue(vault.open(Commitment.FIELD, row.getBytes("payload")), VALUES),
                row.getObject("sealed", Long.class));
    }

    private Row row(Act act) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var payload = json.writeValueAsString(act.values());
        return new Row(act, UuidCreator.getTimeOrderedEpoch(), salt, payload);
    }

    private static void bind(PreparedStatement insert, Actor actor, Row row) throws SQLException {
        var act = row.act();
        insert.setObject(1, row.id());
        insert.setObject(2, actor.account(), Types.OTHER);
        insert.setString(3, actor.post());
        insert.setObject(4, act.organization(), Types.OTHER);
        insert.setString(5, act.action());
        insert.setString(6, act.subjectKind());
        insert.setObject(7, act.subject(), Types.OTHER);
        insert.setObject(8, act.effectiveOn());
        insert.setArray(9, insert.getConnection().createArrayOf("text", act.rules().toArray()));
        insert.setBytes(10, Commitment.of(row.salt(), row.payload()));
        insert.setObject(11, actor.behalf(), Types.OTHER);
    }

    private void bindDetail(PreparedStatement insert, Row row) throws SQLException {
        insert.setObject(1, row.id());
        insert.setObject(2, row.act().organization(), Types.OTHER);
        insert.setObject(3, row.act().subject(), Types.OTHER);
        insert.setBytes(4, row.salt());
        insert.setBytes(5, vault.seal(Commitment.FIELD, row.payload()));
    }
}
