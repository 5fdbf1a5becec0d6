package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.sunmao.access.Scopes;
import org.sunmao.calendar.CalendarChanged;
import org.sunmao.journal.Followed;
import org.sunmao.rules.Rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Derives the duties of all organizations, part by part, each in a transaction of its own: when the
 * book of rules or the calendar is another than the last time. Nothing but what differs is written.
 */
@Component
class WholeDerivation implements SmartInitializingSingleton {

    /** How many organizations at a time. */
    static final int PART = 500;

    private static final Logger LOG = LoggerFactory.getLogger(WholeDerivation.class);

    private static final String AFTER =
            """
            select id from organization.lifetime_published
            where cast(:after as uuid) is null or id > :after order by id limit :limit
            """;

    private static final String BOOK = "select book from duty.derivation";

    private static final String KEEP =
            """
            insert into duty.derivation (book) values (:book)
            on conflict (whole) do update set book = excluded.book
            """;

    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final DutyDerivation derivation;
    private final Waiting waiting;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long covered;

    WholeDerivation(
            Scopes scopes,
            JdbcClient jdbc,
            Rulebook rulebook,
            DutyDerivation derivation,
            Waiting waiting) {
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.derivation = derivation;
        this.waiting = waiting;
    }

    /**
     * Before the journal is followed: a new version of the program may bring other rules, and what
     * was recorded until now is seen when they are derived. If that fails, the next start does it.
     */
    @Override
    public void afterSingletonsInstantiated() {
        covered = scopes.system("duty", _ -> isOther() ? oldestRunning() : 0);
    }

    private boolean isOther() {
        return !jdbc.sql(BOOK).query(String.class).optional().equals(Optional.of(digest()));
    }

    /** Whatever has a lower number is over, and seen by all who look from now on. */
    private long oldestRunning() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((row, _) -> Long.parseUnsignedLong(row.getString(1)))
                .single();
    }

    /** Whether an entry was recorded before the derivation that is made on this start. */
    boolean covers(Followed entry) {
        return Long.compareUnsigned(entry.transaction(), covered) < 0;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onStart() {
        if (covered != 0) {
            run();
            scopes.system("duty", _ -> jdbc.sql(KEEP).param("book", digest()).update());
        }
    }

    @TransactionalEventListener
    void onCalendar(CalendarChanged changed) {
        LOG.info("The calendar of {} changed; duties are derived anew", changed.year());
        if (asked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("duty-derivation").start(this::runOnce);
        }
    }

    /** Many years may change at once: what is asked for while one waits is done by that one. */
    private void runOnce() {
        synchronized (asked) {
            asked.set(false);
            run();
        }
    }

    /** Derives them all. */
    void run() {
        UUID last = null;
        do {
            last = part(last);
        } while (last != null);
    }

    private @Nullable UUID part(@Nullable UUID after) {
        return scopes
                .<List<UUID>>system(
                        "duty",
                        scope -> {
                            var part =
                                    jdbc.sql(AFTER)
                                            .param("after", after)
                                            .param("limit", PART)
                                            .query((row, _) -> row.getObject(1, UUID.class))
                                            .list();
                            if (!part.isEmpty()) {
                                waiting.remove(part);
                                derivation.derive(scope, part);
                            }
                            return part;
                        })
                .stream()
                .reduce((_, next) -> next)
                .orElse(null);
    }

    private String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var book = rulebook.entries().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha.digest(book));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
