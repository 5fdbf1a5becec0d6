package org.sunmao.tally.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scopes;

/** Counts all duties anew, and mends the counters that are wrong; every night, and when asked. */
@Component
class Recount {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);

    private final Scopes scopes;
    private final CounterStore store;

    Recount(Scopes scopes, CounterStore store) {
        this.scopes = scopes;
        this.store = store;
    }

    /** Tells how many counters were wrong: none, unless something is wrong with the program. */
    @Scheduled(cron = "0 10 4 * * *", zone = "${sunmao.zone}")
    long run() {
        var wrong = scopes.system("recount", _ -> mended());
        if (wrong > 0) {
            LOG.error("{} counters of duties were wrong; they have been mended", wrong);
        }
        return wrong;
    }

    private long mended() {
        var wrong = store.recount();
        if (wrong > 0) {
            store.tell(Notice.MANY);
        }
        return wrong;
    }
}
