package org.sunmao.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.journal.Act;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Journal;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Readings, events and origins that have had their time: gone, with an entry that tells of it. */
@Component
class OldReadings implements Retained {

    private static final String ANY =
            """
            select exists (select from journal.reading where at < :before)
              or exists (select from journal.event where minute < :before)
            """;
    private static final String EXPIRY =
            """
            select id from journal.entry
            where action = 'journal.expire' and transaction = pg_current_xact_id()
            order by id desc limit 1
            """;
    private static final String EXPIRE = "select journal.expire(:expiry, :before)";
    private static final Actor SYSTEM = new Actor(null, "retention");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Purposes purposes;
    private final Clock clock;

    OldReadings(JdbcClient jdbc, Journal journal, Purposes purposes, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public Retention retention() {
        return Retention.READING;
    }

    @Override
    public int sweep(LocalDate before) {
        var old = before.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return any(old) ? expire(old) : 0;
    }

    private boolean any(OffsetDateTime old) {
        return purposes.under(
                Purposes.AUDIT,
                () -> jdbc.sql(ANY).param("before", old).query(Boolean.class).single());
    }

    private int expire(OffsetDateTime old) {
        var told = Map.of("before", old.toString());
        var rules = List.of(Retention.RULE.value());
        var today = LocalDate.now(clock);
        journal.append(
                SYSTEM, new Act(null, "journal.expire", "journal", null, today, rules, told));
        var expiry = jdbc.sql(EXPIRY).query(UUID.class).single();
        return purposes.under(
                Purposes.EXPIRE,
                () ->
                        jdbc.sql(EXPIRE)
                                .param("expiry", expiry)
                                .param("before", old)
                                .query(Integer.class)
                                .single());
    }
}
