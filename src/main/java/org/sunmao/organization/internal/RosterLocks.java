package org.sunmao.organization.internal;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Rosters are written one after the other, so that two of the same file do not both enter what was
 * not there yet; and what they write is locked as when it is changed by hand.
 */
@Repository
class RosterLocks {

    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('organization.roster', 0))";
    private static final String ORGANIZATIONS =
            """
            select id, version from organization.organization where id = any(:ids)
            order by id for update
            """;
    private static final String BODIES =
            "select id, version from organization.body where id = any(:ids) order by id for update";

    private final JdbcClient jdbc;

    RosterLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever only looks waits for nobody. */
    void alone() {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            jdbc.sql(ALONE).query((_, _) -> true).single();
        }
    }

    /** Locks organizations in the order in which everybody does, and tells their versions. */
    Map<UUID, Integer> organizations(Collection<UUID> ids) {
        return lock(ORGANIZATIONS, ids);
    }

    Map<UUID, Integer> bodies(Collection<UUID> ids) {
        return lock(BODIES, ids);
    }

    /** Somebody was quicker: the work is done once more, on what stands now. */
    static CannotAcquireLockException outrun() {
        return new CannotAcquireLockException("a record was changed after the roster was judged");
    }

    private Map<UUID, Integer> lock(String sql, Collection<UUID> ids) {
        var versions = new HashMap<UUID, Integer>();
        jdbc.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                versions.put(
                                        row.getObject("id", UUID.class), row.getInt("version")))
                .list();
        return versions;
    }
}
