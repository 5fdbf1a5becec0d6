package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.internal.Evidence.Detail;
import org.sunmao.journal.internal.Evidence.Erased;
import org.sunmao.journal.internal.Evidence.Loose;
import org.sunmao.journal.internal.Evidence.Sealed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;

/** Streams the evidence out of one snapshot of the database. */
final class PostgresEvidence {

    private static final String ENTRY =
            EntryRow.COLUMNS
                    + """
                    , d.entry is not null as detailed, d.organization as d_organization,
                      d.subject as d_subject, d.salt, d.payload, x.erasure
                    """;
    private static final String LEAVES =
            """
            select l.number, l.entry as leaf_entry, l.hash, %s
            from journal.leaf l
            left join journal.entry e on e.id = l.entry
            left join journal.detail d on d.entry = e.id
            left join journal.erased x on x.entry = e.id
            order by l.number
            """
                    .formatted(ENTRY);
    private static final String LOOSE =
            """
            select %s from journal.entry e
            left join journal.detail d on d.entry = e.id
            left join journal.erased x on x.entry = e.id
            where not exists (select from journal.leaf l where l.entry = e.id)
            order by e.transaction, e.id
            """
                    .formatted(ENTRY);
    private static final String HEADS =
            "select %s from journal.head order by size".formatted(SealStore.HEAD_COLUMNS);
    private static final String LAST_SIZE =
            "select coalesce(max(size), 0), clock_timestamp() from journal.head";
    private static final String ERASURES =
            """
            select x.erasure, x.entries, e.action, d.entry is not null as detailed,
              d.organization as d_organization, d.subject as d_subject, d.salt, d.payload
            from (select erasure, array_agg(entry) as entries
                  from journal.erased group by erasure) x
            left join journal.entry e on e.id = x.erasure
            left join journal.detail d on d.entry = x.erasure
            """;

    private PostgresEvidence() {}

    /**
     * The file is read as long as it is now, before the database: what it knows by then, the
     * database must know as well.
     */
    static Evidence of(Connection connection, Path headsFile) throws SQLException {
        var lines = HeadsLines.of(headsFile);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LAST_SIZE)) {
            row.next();
            return new Evidence(
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    rows(connection, LEAVES, PostgresEvidence::sealed),
                    rows(connection, LOOSE, PostgresEvidence::loose),
                    rows(connection, HEADS, SealStore::grown),
                    row.getLong(1),
                    lines,
                    rows(connection, ERASURES, PostgresEvidence::erased));
        }
    }

    private static <T> Iterator<T> rows(Connection connection, String sql, Rows.Reader<T> reader) {
        return new Rows<>(connection, sql, reader);
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        var there = row.getObject("id") != null;
        return new Sealed(
                row.getLong("number"),
                row.getObject("leaf_entry", UUID.class),
                row.getBytes("hash"),
                there ? loose(row) : null);
    }

    private static Loose loose(ResultSet row) throws SQLException {
        return new Loose(EntryRow.read(row), detail(row), row.getObject("erasure", UUID.class));
    }

    private static Erased erased(ResultSet row) throws SQLException {
        var entries = (Object[]) row.getArray("entries").getArray();
        return new Erased(
                row.getObject("erasure", UUID.class),
                Arrays.stream(entries).map(UUID.class::cast).toList(),
                row.getString("action"),
                detail(row));
    }

    private static @Nullable Detail detail(ResultSet row) throws SQLException {
        return row.getBoolean("detailed")
                ? new Detail(
                        row.getObject("d_organization", UUID.class),
                        row.getObject("d_subject", UUID.class),
                        row.getBytes("salt"),
                        row.getBytes("payload"))
                : null;
    }
}
