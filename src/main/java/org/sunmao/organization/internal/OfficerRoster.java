package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Journal;
import org.sunmao.organization.People;
import org.sunmao.organization.internal.OfficerExamination.Works;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;

import java.util.List;

/** The posts held in organizations as rosters go into them. */
@Component
class OfficerRoster implements Roster {

    private final NameStore names;
    private final OfficerUndo undo;
    private final Works works;

    OfficerRoster(
            NameStore names,
            OfficerUndo undo,
            OfficerRosterStore store,
            PostStore posts,
            PostWriter writer,
            PostRights rights,
            PostActs acts,
            People people,
            RosterLocks locks,
            OfficerBefore text,
            Journal journal) {
        this.names = names;
        this.undo = undo;
        this.works = new Works(store, posts, writer, rights, acts, people, locks, text, journal);
    }

    @Override
    public String kind() {
        return "officer";
    }

    @Override
    public List<Column> columns() {
        return OfficerListing.COLUMNS;
    }

    @Override
    public List<List<Field>> keys() {
        var post = List.of(OfficerListing.ORGANIZATION, PostFields.KIND, PostFields.FROM);
        return List.of(
                List.of(post.get(0), post.get(1), post.get(2), OfficerListing.CITIZEN_NUMBER),
                List.of(post.get(0), post.get(1), post.get(2), PostFields.NAME));
    }

    @Override
    public Examination begin(Scope scope) {
        works.locks().alone();
        return new OfficerExamination(scope, works, names.in(scope));
    }

    @Override
    public List<Left> undo(Scope scope, List<Written> written) {
        return undo.undo(scope, written);
    }
}
