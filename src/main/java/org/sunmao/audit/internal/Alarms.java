package org.sunmao.audit.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Alarm;
import org.sunmao.journal.Journal;

import java.util.List;
import java.util.Map;

/** Enters alarms in the journal, where they are sealed and cannot be taken back. */
@Component
class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Scopes scopes;
    private final Journal journal;

    Alarms(Scopes scopes, Journal journal) {
        this.scopes = scopes;
        this.journal = journal;
    }

    @EventListener
    void on(Alarm alarm) {
        LOG.warn("{} by account {}: {}", alarm.action(), alarm.reader().account(), alarm.count());
        scopes.system(
                "alarm",
                scope -> {
                    var reader = alarm.reader();
                    journal.append(
                            reader.actor(),
                            new Act(
                                    reader.organization(),
                                    alarm.action(),
                                    "account",
                                    reader.account(),
                                    scope.day(),
                                    List.of(alarm.rule().value()),
                                    Map.of("count", alarm.count())));
                    return scope;
                });
    }
}
