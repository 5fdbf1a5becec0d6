package org.sunmao.exchange.internal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.register.Roster.Written;
import org.sunmao.vault.Vault;

import java.util.List;
import java.util.UUID;

/** What was written for the rows of imports: what undoing needs. */
@Repository
class WrittenStore {

    private static final String SEALED = "exchange.written";
    private static final String ADD =
            """
            insert into exchange.written (import, row, organization, subject, version, before)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String ALL =
            """
            select row, subject, version, before from exchange.written
            where import = :id order by row desc
            """;
    private static final String FORGET = "delete from exchange.written where import = :id";
    private static final int BATCH = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Vault vault;

    WrittenStore(JdbcTemplate template, JdbcClient jdbc, Vault vault) {
        this.template = template;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(RosterImport of, List<Written> written) {
        template.batchUpdate(
                ADD,
                written,
                BATCH,
                (insert, row) -> {
                    var before = row.before();
                    insert.setObject(1, of.id());
                    insert.setInt(2, row.row());
                    insert.setObject(3, of.organization());
                    insert.setObject(4, row.subject());
                    insert.setInt(5, row.version());
                    insert.setBytes(6, before == null ? null : vault.seal(SEALED, before));
                });
    }

    /** All of an import, the last first. */
    List<Written> all(UUID id) {
        return jdbc.sql(ALL)
                .param("id", id)
                .query(
                        (row, _) -> {
                            var before = row.getBytes("before");
                            return new Written(
                                    row.getInt("row"),
                                    row.getObject("subject", UUID.class),
                                    row.getInt("version"),
                                    before == null ? null : vault.open(SEALED, before));
                        })
                .list();
    }

    void forget(UUID id) {
        jdbc.sql(FORGET).param("id", id).update();
    }
}
