package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.People.Known;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of a roster of officers while it is judged. */
final class OfficerLine {

    final Entry entry;
    final List<Finding> findings = new ArrayList<>();
    @Nullable UUID organization;

    /** Who holds it, where that is known to be a member. */
    @Nullable Known person;

    /** Which one of the register it is. */
    @Nullable Post there;

    @Nullable Object plan;

    OfficerLine(Entry entry) {
        this.entry = entry;
    }

    @Nullable String text(Field field) {
        return (String) entry.values().get(field.name());
    }

    @Nullable LocalDate day(Field field) {
        return (LocalDate) entry.values().get(field.name());
    }

    @Nullable PostKind kind() {
        var code = text(PostFields.KIND);
        return code == null ? null : PostKind.of(code);
    }

    /** The name as written, or that of the member. */
    @Nullable String name() {
        var name = text(PostFields.NAME);
        return name != null || person == null ? name : person.person().name();
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    boolean failed() {
        return RosterFindings.failed(findings);
    }

    boolean asked() {
        return RosterFindings.asked(findings);
    }
}
