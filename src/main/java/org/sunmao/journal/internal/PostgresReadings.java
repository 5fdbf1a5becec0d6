package org.sunmao.journal.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Read;
import org.sunmao.journal.Reader;
import org.sunmao.journal.Readings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes readings with one statement each time, which is its own transaction. */
@Component
class PostgresReadings implements Readings {

    private static final String ADD =
            """
            insert into journal.reading (id, at, account, role, organization, behalf, kind,
              subject, count, class, what, reason, sought, source, request)
            select n.id, :at, :account, :role, :organization, :behalf, :kind,
              n.subject, :count, :level, :what, :reason, :sought, :source, :request
            from unnest(cast(:ids as uuid[]), cast(:subjects as uuid[])) n (id, subject)
            """;
    private static final String OF =
            """
            select id, at, account, role, organization, behalf, kind, class, what, reason
            from journal.reading where subject = :person and id < :behind
            order by id desc limit :limit
            """;
    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final Watch watch;
    private final Clock clock;

    PostgresReadings(JdbcClient jdbc, Purposes purposes, Watch watch, Clock clock) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public void each(Reader reader, Look look, Collection<UUID> people) {
        var others = others(reader, people);
        if (others.isEmpty()) {
            return;
        }
        refuse(reader, look);
        add(reader, look, others, 1);
        if (!look.approved()) {
            watch.read(reader, others);
        }
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public void list(Reader reader, Look look, Collection<UUID> people) {
        refuse(reader, look);
        add(reader, look, List.of(), people.size());
        watch.read(reader, others(reader, people));
    }

    private void refuse(Reader reader, Look look) {
        if (!look.approved()) {
            watch.refuseHaste(reader);
        }
    }

    @Override
    public void refuseProbing(Reader reader) {
        watch.refuseProbing(reader);
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public void probed(Reader reader, byte[] sought) {
        add(reader, Look.of(Kind.NUMBER_SEARCH, Level.S3).by(sought), List.of(), 0);
        watch.probed(reader, sought);
    }

    private static List<UUID> others(Reader reader, Collection<UUID> people) {
        return people.stream().distinct().filter(one -> !one.equals(reader.member())).toList();
    }

    private void add(Reader reader, Look look, List<UUID> subjects, int count) {
        var rows = Math.max(1, subjects.size());
        var ids = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(rows);
        var origin = Origin.current();
        jdbc.sql(ADD)
                .param("ids", ids.toArray(UUID[]::new))
                .param("subjects", subjects.isEmpty() ? new UUID[1] : array(subjects))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", reader.account())
                .param("role", reader.role())
                .param("organization", reader.organization(), Types.OTHER)
                .param("behalf", reader.behalf(), Types.OTHER)
                .param("kind", look.kind().code())
                .param("count", count)
                .param("level", look.level().name())
                .param("what", look.what())
                .param("reason", look.reason())
                .param("sought", look.sought(), Types.BINARY)
                .param("source", origin == null ? null : origin.source())
                .param("request", origin == null ? null : origin.request(), Types.OTHER)
                .update();
    }

    private static UUID[] array(List<UUID> subjects) {
        return subjects.toArray(UUID[]::new);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Read> of(UUID person, @Nullable UUID behind, int limit) {
        return purposes.under(
                Purposes.OWN_READINGS,
                () ->
                        jdbc.sql(OF)
                                .param("person", person)
                                .param("behind", behind == null ? PostgresTrail.LAST : behind)
                                .param("limit", limit)
                                .query((row, _) -> read(row))
                                .list());
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("role"),
                row.getObject("organization", UUID.class),
                row.getObject("behalf", UUID.class),
                row.getString("kind"),
                row.getString("class"),
                row.getString("what"),
                row.getString("reason"));
    }
}
