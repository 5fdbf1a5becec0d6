package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is done with the young talent pool, as the journal has it: never who it is, so that whoever
 * withdraws is gone from it, too.
 */
@Component
class TalentJournal {

    private final Journal journal;

    TalentJournal(Journal journal) {
        this.journal = journal;
    }

    void listed(Scope scope, Talent it) {
        append(scope, it, "talent", it.listedOn(), Map.of("agreedOn", it.agreedOn().toString()));
    }

    /** Which fields, and not what stood in them. */
    void changed(Scope scope, Talent it, List<String> fields) {
        append(scope, it, "talent-change", scope.day(), Map.of("fields", fields));
    }

    void applied(Scope scope, Talent it, Admission admission) {
        append(
                scope,
                it,
                "talent-apply",
                admission.applied(),
                Map.of("admission", admission.id().toString()));
    }

    void left(Scope scope, Talent it, Talent.Gone gone) {
        append(scope, it, "talent-leave", gone.on(), Map.of("reason", gone.reason().code()));
    }

    private void append(Scope scope, Talent it, String verb, LocalDate on, Map<String, ?> values) {
        journal.append(
                scope.actor(),
                new Act(
                        it.organization(),
                        "admission." + verb,
                        "talent",
                        it.id(),
                        on,
                        List.of(Rules.TALENTS.value()),
                        values));
    }
}
