package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A duty as it follows from the registers, before anybody has said anything about it.
 *
 * @param ruleSince the first day of the version of the rule under which it opened
 * @param days as nobody has said anything
 * @param voidReason why it is void from a day on; null while it is not
 * @param evidence measures and figures by name
 */
record Derived(
        String name,
        String rule,
        LocalDate ruleSince,
        UUID organization,
        String subjectKind,
        UUID subject,
        DutyDays days,
        @Nullable String voidReason,
        Map<String, Object> evidence) {

    /** What tells the spells of one matter from those of another. */
    record Matter(String name, UUID organization, UUID subject) {}

    Matter matter() {
        return new Matter(name, organization, subject);
    }
}
