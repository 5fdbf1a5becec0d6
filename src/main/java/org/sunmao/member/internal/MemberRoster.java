package org.sunmao.member.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.organization.OrganizationNames;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.Roster;

import java.util.List;
import java.util.stream.Stream;

/** Members as rosters bring them: matched by their numbers, else asked for. */
@Component
class MemberRoster implements Roster {

    /** From which day the organization holds the relation of a member who is entered. */
    static final Field SINCE = Field.optional("since", "组织关系转入日期", new Day());

    private static final List<Column> COLUMNS =
            Stream.concat(
                            MemberListing.COLUMNS.stream(),
                            Stream.of(Column.of(SINCE).saying("只用于新登记的党员；空着的，从导入之日算起")))
                    .toList();

    private final MemberExamination.Tools tools;
    private final OrganizationNames names;
    private final MemberUndo undo;

    MemberRoster(MemberExamination.Tools tools, OrganizationNames names, MemberUndo undo) {
        this.tools = tools;
        this.names = names;
        this.undo = undo;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<List<Field>> keys() {
        return List.of(
                List.of(MemberFields.CITIZEN_NUMBER),
                List.of(MemberFields.NAME, MemberFields.BORN_ON, MemberFields.ORGANIZATION));
    }

    @Override
    public Examination begin(Scope scope) {
        return new MemberExamination(scope, names.in(scope), tools);
    }

    @Override
    public List<Left> undo(Scope scope, List<Written> written) {
        return undo.undo(scope, written);
    }
}
