package org.sunmao.journal.internal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Leaves and heads. Both are only ever added. */
@Repository
class SealStore {

    static final String HEAD_COLUMNS =
            "size, previous, root, peaks, sealed_at, transaction, entry, signature";

    private static final String LAST =
            "select %s from journal.head order by size desc limit 1".formatted(HEAD_COLUMNS);
    private static final String AFTER =
            "select %s from journal.head where size > :size order by size limit :limit"
                    .formatted(HEAD_COLUMNS);
    private static final String AT =
            "select %s from journal.head where size = :size".formatted(HEAD_COLUMNS);
    private static final String NOW = "select clock_timestamp()";
    private static final String ADD_LEAF =
            "insert into journal.leaf (number, entry, hash) values (?, ?, ?)";
    private static final String ADD_HEAD =
            """
            insert into journal.head
              (size, previous, root, peaks, sealed_at, transaction, entry, signature)
            values (:size, :previous, :root, :peaks, :sealedAt,
              cast(:transaction as xid8), :entry, :signature)
            """;
    private static final String HASHES =
            """
            select hash from journal.leaf where number > :previous and number <= :size
            order by number
            """;

    /** A head with all that is needed to go on from it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Grown(Head head, byte[] peaks) {

        Tree tree() {
            return Tree.of(head.size(), peaks);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leaf(long number, UUID entry, byte[] hash) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    SealStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    static Grown grown(ResultSet row) throws SQLException {
        var head =
                new Head(
                        row.getLong("size"),
                        row.getLong("previous"),
                        row.getBytes("root"),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                        Long.parseUnsignedLong(row.getString("transaction")),
                        row.getObject("entry", UUID.class),
                        row.getBytes("signature"));
        return new Grown(head, row.getBytes("peaks"));
    }

    Optional<Grown> last() {
        return client.sql(LAST).query((row, _) -> grown(row)).optional();
    }

    Optional<Grown> at(long size) {
        return client.sql(AT).param("size", size).query((row, _) -> grown(row)).optional();
    }

    List<Grown> after(long size, int limit) {
        return client.sql(AFTER)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> grown(row))
                .list();
    }

    /** The hashes of the leaves that came with the head. */
    List<byte[]> hashes(Head head) {
        return client.sql(HASHES)
                .param("previous", head.previous())
                .param("size", head.size())
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    /** By the clock that the entries are recorded by. */
    Instant now() {
        return client.sql(NOW).query(OffsetDateTime.class).single().toInstant();
    }

    void addLeaves(List<Leaf> leaves) {
        jdbc.batchUpdate(
                ADD_LEAF,
                leaves,
                leaves.size(),
                (insert, leaf) -> {
                    insert.setLong(1, leaf.number());
                    insert.setObject(2, leaf.entry());
                    insert.setBytes(3, leaf.hash());
                });
    }

    void add(Head head, byte[] peaks) {
        client.sql(ADD_HEAD)
                .param("size", head.size())
                .param("previous", head.previous())
                .param("root", head.root())
                .param("peaks", peaks)
                .param("sealedAt", head.sealedAt().atOffset(ZoneOffset.UTC))
                .param("transaction", Long.toUnsignedString(head.transaction()))
                .param("entry", head.entry())
                .param("signature", head.signature())
                .update();
    }
}
