package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.BodyExamination.Works;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;

import java.util.List;

/** The register of bodies as rosters go into it. */
@Component
class BodyRoster implements Roster {

    private final NameStore names;
    private final BodyUndo undo;
    private final Works works;

    BodyRoster(
            NameStore names,
            BodyUndo undo,
            BodyRosterStore store,
            BodyLives lives,
            BodyLinking linking,
            Organizations register,
            RosterLocks locks,
            BodyBefore before,
            Journal journal) {
        this.names = names;
        this.undo = undo;
        this.works = new Works(store, lives, linking, register, locks, before, journal);
    }

    @Override
    public String kind() {
        return "body";
    }

    @Override
    public List<Column> columns() {
        return BodyListing.COLUMNS;
    }

    @Override
    public List<List<Field>> keys() {
        return List.of(
                List.of(BodyFields.CREDIT_CODE),
                List.of(BodyFields.NAME, BodyFields.ORGANIZATION, BodyFields.PARENT));
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public Examination begin(Scope scope) {
        works.locks().alone();
        return new BodyExamination(scope, works, names.in(scope));
    }

    @Override
    public List<Left> undo(Scope scope, List<Written> written) {
        return undo.undo(scope, written);
    }
}
