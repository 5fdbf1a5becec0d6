package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Receipts;
import org.sunmao.access.SignedIn;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Receipts in PostgreSQL, for a week. */
@Repository
class ReceiptStore implements Receipts {

    /** Until the end of the transaction, nobody else acts under the same key. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(:account || :kind || :key, 0))";

    private static final String MADE =
            """
            select made from access.receipt
            where account = :account and kind = :kind and key = :key
            """;
    private static final String KEEP =
            """
            insert into access.receipt (account, kind, key, made, kept_at)
            values (:account, :kind, :key, :made, :now)
            """;
    private static final String SWEEP = "delete from access.receipt where kept_at < :past";
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiptStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID once(SignedIn who, String kind, @Nullable UUID key, Supplier<UUID> make) {
        if (key == null) {
            return make.get();
        }
        var before = made(who, kind, key);
        if (before.isPresent()) {
            return before.get();
        }
        var made = make.get();
        keep(who, kind, key, made);
        return made;
    }

    private Optional<UUID> made(SignedIn who, String kind, UUID key) {
        jdbc.sql(LOCK)
                .param("account", who.account().toString())
                .param("kind", kind)
                .param("key", key.toString())
                .query((_, _) -> true)
                .single();
        return jdbc.sql(MADE)
                .param("account", who.account())
                .param("kind", kind)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    private void keep(SignedIn who, String kind, UUID key, UUID made) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(SWEEP).param("past", now.minus(KEPT)).update();
        jdbc.sql(KEEP)
                .param("account", who.account())
                .param("kind", kind)
                .param("key", key)
                .param("made", made)
                .param("now", now)
                .update();
    }
}
