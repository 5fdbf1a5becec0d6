package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.organization.OrganizationNames;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;

import java.util.List;

/**
 * Admissions as rosters bring them: one row for each person, with the day of each step. What was
 * done is entered as it was done; what broke a rule is told, and has to be explained.
 */
@Component
class AdmissionRoster implements Roster {

    private final AdmissionExamination.Tools tools;
    private final OrganizationNames names;
    private final AdmissionUndo undo;

    AdmissionRoster(AdmissionExamination.Tools tools, OrganizationNames names, AdmissionUndo undo) {
        this.tools = tools;
        this.names = names;
        this.undo = undo;
    }

    @Override
    public String kind() {
        return "admission";
    }

    @Override
    public List<Column> columns() {
        return AdmissionColumns.COLUMNS;
    }

    @Override
    public List<List<Field>> keys() {
        return List.of(List.of(AdmissionColumns.CITIZEN_NUMBER));
    }

    @Override
    public Examination begin(Scope scope) {
        return new AdmissionExamination(scope, names.in(scope), tools);
    }

    @Override
    public List<Left> undo(Scope scope, List<Written> written) {
        return undo.undo(scope, written);
    }
}
