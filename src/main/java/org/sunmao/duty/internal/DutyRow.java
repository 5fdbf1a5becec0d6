package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing;
import org.sunmao.duty.internal.Derived.Matter;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A duty as it stands in its table.
 *
 * @param evidence as JSON
 * @param voidReason null while it is not void
 * @param standing as of the day it was last looked at
 * @param said whether anybody has said anything about it
 */
record DutyRow(
        UUID id,
        String name,
        String rule,
        LocalDate ruleSince,
        UUID organization,
        String subjectKind,
        UUID subject,
        DutyDays days,
        @Nullable LocalDate explainedOn,
        @Nullable String voidReason,
        String evidence,
        Standing standing,
        LocalDate nextOn,
        boolean said) {

    /** The organization is no more. */
    static final String GONE = "党组织已不存在";

    /** What it was demanded of changed before the period was over. */
    static final String CEASED = "情况变化，这一期不再要求";

    /** The registers were corrected, and what it rested upon never was. */
    static final String NEVER_WAS = "登记更正后，这件事不曾发生";

    /** The level above accepted an explanation. */
    static final String CANCELLED = "上级同意说明，予以撤销";

    /** The level above accepted a contest. */
    static final String UPHELD = "申诉成立";

    /** The same, looked at on a day. */
    DutyRow on(LocalDate day) {
        return moved(days, explainedOn, voidReason, day);
    }

    /** The same with other days, looked at on a day. */
    DutyRow moved(
            DutyDays days,
            @Nullable LocalDate explainedOn,
            @Nullable String voidReason,
            LocalDate day) {
        return new DutyRow(
                id,
                name,
                rule,
                ruleSince,
                organization,
                subjectKind,
                subject,
                days,
                explainedOn,
                voidReason,
                evidence,
                days.on(day),
                days.next(day),
                said);
    }

    Matter matter() {
        return new Matter(name, organization, subject);
    }

    /** Whether people decided that it is void, and not the registers. */
    boolean decidedVoid() {
        return CANCELLED.equals(voidReason) || UPHELD.equals(voidReason);
    }
}
