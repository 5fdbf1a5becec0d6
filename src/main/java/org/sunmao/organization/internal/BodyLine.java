package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.BodyRosterStore.Standing;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A row of a roster of bodies while it is judged: which one it is, and what was found. */
final class BodyLine {

    final Entry entry;
    final String name;
    final @Nullable String code;
    final @Nullable String parent;
    final List<Finding> findings = new ArrayList<>();

    /** The organization in whose charge it is to lie; null where the row does not say. */
    @Nullable UUID charge;

    /** Those it is to be linked to. */
    final Set<UUID> links = new LinkedHashSet<>();

    /** Which one of the register it is. */
    @Nullable Standing there;

    /** What the row says it stands below: one of the register, or one that the file is to make. */
    @Nullable UUID above;

    @Nullable BodyLine aboveLine;

    /** The one it is, or is to become. */
    UUID id;

    @Nullable Outcome outcome;
    @Nullable Object plan;

    BodyLine(Entry entry, UUID id) {
        this.entry = entry;
        this.id = id;
        this.name = Objects.requireNonNullElse(text(BodyFields.NAME), "");
        this.code = text(BodyFields.CREDIT_CODE);
        this.parent = text(BodyFields.PARENT);
    }

    @Nullable String text(Field field) {
        return (String) entry.values().get(field.name());
    }

    void is(Standing standing) {
        there = standing;
        id = standing.id();
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    boolean failed() {
        return outcome == Outcome.FAILED || RosterFindings.failed(findings);
    }

    boolean asked() {
        return RosterFindings.asked(findings);
    }
}
