package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.Admissions;
import org.sunmao.admission.PastAdmission;
import org.sunmao.admission.internal.RowHistories.Planned;
import org.sunmao.register.Field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Enters histories that another module tells, the way the rows of a roster are entered. */
@Component
class PastAdmissions implements Admissions {

    private final AdmissionStore store;
    private final RowHistories histories;
    private final RowWriting writing;

    PastAdmissions(AdmissionStore store, RowHistories histories, RowWriting writing) {
        this.store = store;
        this.histories = histories;
        this.writing = writing;
    }

    @Override
    public Set<String> known(Scope scope, Collection<String> numbers) {
        return numbers.stream()
                .filter(number -> store.person(number).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<UUID> enter(Scope scope, List<PastAdmission> past) {
        var entered = new ArrayList<UUID>();
        for (var one : past) {
            var values = new HashMap<>(one.values());
            put(values, AdmissionColumns.NAME, one.name());
            put(values, AdmissionColumns.SEX, one.sex());
            put(values, AdmissionColumns.BORN_ON, one.bornOn());
            put(values, AdmissionColumns.CITIZEN_NUMBER, one.citizenNumber());
            var history = histories.read(values, one.branch(), one.approving(), scope.day());
            entered.add(writing.write(scope, 0, new Planned(history, one.member())).subject());
        }
        return entered;
    }

    private static void put(Map<String, Object> values, Field field, Object value) {
        values.put(field.name(), value);
    }
}
