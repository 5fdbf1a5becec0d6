package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;

import java.util.ArrayList;
import java.util.List;

/** A row of a roster of organizations while it is judged: which one it is, and what was found. */
final class OrganizationLine {

    /** What stands above: an organization of the register, or one that the file is to make. */
    record Above(@Nullable Known known, @Nullable OrganizationLine line) {

        /** Tells one from others. */
        String key() {
            return known == null
                    ? String.valueOf(line == null ? null : line.key())
                    : "" + known.id();
        }
    }

    /** How far its place was looked for. */
    enum Looked {
        NOT_YET,
        LOOKING,
        DONE
    }

    final Entry entry;
    final String name;
    final @Nullable String parent;
    final List<Finding> findings = new ArrayList<>();

    /** Which one of the register it is. */
    @Nullable Known there;

    @Nullable Above above;
    Looked looked = Looked.NOT_YET;
    @Nullable Outcome outcome;
    @Nullable Object plan;

    OrganizationLine(Entry entry) {
        this.entry = entry;
        this.name = String.valueOf(entry.values().getOrDefault(OrganizationFields.NAME.name(), ""));
        this.parent = (String) entry.values().get(OrganizationFields.PARENT.name());
    }

    /** Two rows with the same key speak of one organization. */
    String key() {
        if (there != null) {
            return there.id().toString();
        }
        return above == null ? "row " + entry.row() : above.key() + "/" + NameIndex.normal(name);
    }

    boolean has(Field field) {
        return entry.values().containsKey(field.name());
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    boolean failed() {
        return outcome == Outcome.FAILED || RosterFindings.failed(findings);
    }
}
