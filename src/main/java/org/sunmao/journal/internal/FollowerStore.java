package org.sunmao.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.journal.Followed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far each follower has come, and what is next. */
@Repository
class FollowerStore {

    private static final String ADD =
            "insert into journal.follower (name) values (:name) on conflict do nothing";

    /** Whoever holds the row works; the others pass by. */
    private static final String LOCK =
            """
            select transaction, entry from journal.follower where name = :name
            for update skip locked
            """;

    /** What is below the oldest transaction still running is final: nothing can come before it. */
    private static final String NEXT =
            """
            select %s from journal.entry e
            where (e.transaction, e.id) > (cast(:transaction as xid8), :entry)
              and e.transaction < pg_snapshot_xmin(pg_current_snapshot())
            order by e.transaction, e.id limit :limit
            """
                    .formatted(EntryRow.COLUMNS);

    private static final String MOVE =
            """
            update journal.follower
            set transaction = cast(:transaction as xid8), entry = :entry
            where name = :name
            """;

    /** Restored into a server whose numbers are lower, new entries would seem to be old ones. */
    private static final String AHEAD =
            """
            select coalesce(max(transaction) >= pg_snapshot_xmax(pg_current_snapshot()), false)
            from journal.entry
            """;

    record Position(long transaction, UUID entry) {

        static Position of(Followed entry) {
            return new Position(entry.transaction(), entry.id());
        }

        boolean isBefore(Followed entry) {
            var order = Long.compareUnsigned(transaction, entry.transaction());
            return order < 0 || (order == 0 && compare(this.entry, entry.id()) < 0);
        }

        /** As PostgreSQL orders them; Java's own order takes the halves as signed. */
        private static int compare(UUID one, UUID other) {
            var high =
                    Long.compareUnsigned(
                            one.getMostSignificantBits(), other.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(
                            one.getLeastSignificantBits(), other.getLeastSignificantBits());
        }
    }

    private final JdbcClient jdbc;

    FollowerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String name) {
        jdbc.sql(ADD).param("name", name).update();
    }

    Optional<Position> lock(String name) {
        return jdbc.sql(LOCK)
                .param("name", name)
                .query(
                        (row, _) ->
                                new Position(
                                        Long.parseUnsignedLong(row.getString("transaction")),
                                        row.getObject("entry", UUID.class)))
                .optional();
    }

    List<Followed> after(Position position, int limit) {
        return jdbc.sql(NEXT)
                .param("transaction", Long.toUnsignedString(position.transaction()))
                .param("entry", position.entry())
                .param("limit", limit)
                .query((row, _) -> EntryRow.read(row))
                .list();
    }

    void move(String name, Position to) {
        jdbc.sql(MOVE)
                .param("transaction", Long.toUnsignedString(to.transaction()))
                .param("entry", to.entry())
                .param("name", name)
                .update();
    }

    boolean isAheadOfTheServer() {
        return jdbc.sql(AHEAD).query(Boolean.class).single();
    }
}
