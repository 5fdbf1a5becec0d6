package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.OrganizationExamination.Works;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;
import org.sunmao.register.TimelineText;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** The register of organizations as rosters go into it. It enters and changes; it never moves. */
@Component
class OrganizationRoster implements Roster {

    private final NameStore names;
    private final OrganizationRosterStore store;
    private final OrganizationStore organizations;
    private final OrganizationUndo undo;
    private final Works works;

    OrganizationRoster(
            NameStore names,
            OrganizationRosterStore store,
            OrganizationStore organizations,
            OrganizationUndo undo,
            OrganizationJudge judge,
            OrganizationLives lives,
            Organizations register,
            RosterLocks locks,
            JsonMapper json,
            Journal journal) {
        this.names = names;
        this.store = store;
        this.organizations = organizations;
        this.undo = undo;
        var text = new TimelineText(json, OrganizationFields.CHANGED);
        this.works = new Works(judge, lives, register, locks, text, journal);
    }

    @Override
    public String kind() {
        return "organization";
    }

    @Override
    public List<Column> columns() {
        return OrganizationListing.COLUMNS;
    }

    @Override
    public List<List<Field>> keys() {
        return List.of(List.of(OrganizationFields.NAME, OrganizationFields.PARENT));
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public Examination begin(Scope scope) {
        works.locks().alone();
        var index = names.in(scope);
        return new OrganizationExamination(
                scope,
                works,
                index,
                store.standing(scope),
                new RosterKinds(index.all(), organizations::kind));
    }

    @Override
    public List<Left> undo(Scope scope, List<Written> written) {
        return undo.undo(scope, written);
    }
}
