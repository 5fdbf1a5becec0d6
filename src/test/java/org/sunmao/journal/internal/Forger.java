package org.sunmao.journal.internal;

import org.sunmao.journal.internal.SealStore.Grown;
import org.sunmao.vault.Vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Makes what was forged fit together, as far as one can: all but the signatures of the house. */
record Forger(Connection as, Vault vault) {

    private static final String ENTRY =
            "select %s from journal.entry e where id = ?".formatted(EntryRow.COLUMNS);
    private static final String HEAD =
            "select %s from journal.head".formatted(SealStore.HEAD_COLUMNS);
    private static final String ADD_HEAD =
            "insert into journal.head values (?, ?, ?, ?, ?, cast(? as xid8), ?, ?)";

    /** Seals the entry as the house itself would: for what it has sealed without suspecting. */
    void seal(UUID id) throws SQLException {
        var last = head(HEAD + " order by size desc limit 1");
        var tree = last.tree();
        var hash = hash(id);
        tree.add(hash);
        update("insert into journal.leaf values (?, ?, ?)", tree.size(), id, hash);
        var transaction = Long.parseLong(text("select pg_current_xact_id()::text"));
        var head =
                new Head(
                        tree.size(),
                        last.head().size(),
                        tree.root(),
                        Instant.parse(
                                text(
                                                "select to_json(clock_timestamp() at time zone"
                                                        + " 'UTC') #>> '{}'")
                                        + "Z"),
                        transaction,
                        id,
                        new byte[0]);
        var signed = head.signed(vault.sign(Head.PURPOSE, head.message()));
        update(
                ADD_HEAD,
                signed.size(),
                signed.previous(),
                signed.root(),
                tree.peaks(),
                signed.sealedAt().atOffset(ZoneOffset.UTC),
                Long.toString(transaction),
                id,
                signed.signature());
    }

    /** Gives the leaf the hash of the entry as it is now. */
    void rewriteHash(UUID id) throws SQLException {
        update("update journal.leaf set hash = ? where entry = ?", hash(id), id);
    }

    /** Gives every head the root and the peaks of the leaves as they are now. */
    void rewriteHeads() throws SQLException {
        var tree = new Tree();
        try (var leaves =
                as.createStatement()
                        .executeQuery(
                                "select hash, size from journal.leaf left join journal.head on size"
                                        + " = number order by number")) {
            while (leaves.next()) {
                tree.add(leaves.getBytes(1));
                if (leaves.getObject(2) != null) {
                    update(
                            "update journal.head set root = ?, peaks = ? where size = ?",
                            tree.root(),
                            tree.peaks(),
                            tree.size());
                }
            }
        }
    }

    Grown head(String sql) throws SQLException {
        try (var row = as.createStatement().executeQuery(sql)) {
            row.next();
            return SealStore.grown(row);
        }
    }

    private byte[] hash(UUID id) throws SQLException {
        try (var select = as.prepareStatement(ENTRY)) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return EntryHash.of(EntryRow.read(row));
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (var row = as.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = as.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
