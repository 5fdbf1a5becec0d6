package org.sunmao.journal.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.journal.Actor;
import org.sunmao.journal.Erasure;
import org.sunmao.journal.Journal;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Details of the journal that have had their time (SEC-09). What belongs to a register goes into
 * the archive with it and stays; that something was done, by whom and when, stays of all.
 */
@Component
class OldDetails implements Retained {

    private static final String OLD =
            """
            select d.entry from journal.detail d join journal.entry e on e.id = d.entry
            where e.recorded_at < :before and e.action <> 'journal.erase'
              and e.subject_kind not in ('member', 'organization', 'body', 'change')
            order by e.recorded_at, e.id limit :limit
            """;
    private static final Actor SYSTEM = new Actor(null, "retention");
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    OldDetails(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Retention retention() {
        return Retention.AUDIT;
    }

    @Override
    public int sweep(LocalDate before) {
        var old =
                jdbc.sql(OLD)
                        .param("before", before.atStartOfDay(clock.getZone()).toOffsetDateTime())
                        .param("limit", AT_ONCE)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        if (old.isEmpty()) {
            return 0;
        }
        var why = new Erasure(LocalDate.now(clock), "日志内容的保存期已满", Retention.RULE.value());
        return journal.erase(SYSTEM, why, old);
    }
}
