package org.sunmao.admission.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.register.ChangedSince;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Written;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes back what an import of admissions made, as long as nothing was done with it since. */
@Repository
class AdmissionUndo {

    private static final String FORGET_STEPS = "delete from admission.step where admission = :id";
    private static final String FORGET = "delete from admission.admission where id = :id";

    private final JdbcClient jdbc;
    private final AdmissionStore store;
    private final AdmissionJournal journal;
    private final ChangedSince changed;

    AdmissionUndo(
            JdbcClient jdbc, AdmissionStore store, AdmissionJournal journal, ChangedSince changed) {
        this.jdbc = jdbc;
        this.store = store;
        this.journal = journal;
        this.changed = changed;
    }

    List<Left> undo(Scope scope, List<Written> written) {
        var left = new ArrayList<Left>();
        for (var row : written) {
            var stands = store.lock(scope, row.subject()).orElse(null);
            if (stands == null) {
                left.add(new Left(row.row(), "这一件已不在您的管理范围内"));
            } else if (stands.version() != row.version()) {
                left.add(new Left(row.row(), changed.told(row.subject())));
            } else {
                forget(row.subject());
                journal.noted(scope, stands, stands.organization(), "undo", Map.of());
            }
        }
        return left;
    }

    private void forget(UUID id) {
        jdbc.sql(FORGET_STEPS).param("id", id).update();
        jdbc.sql(FORGET).param("id", id).update();
    }
}
