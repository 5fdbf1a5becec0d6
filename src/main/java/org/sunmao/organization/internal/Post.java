package org.sunmao.organization.internal;

import static org.sunmao.register.Timeline.OPEN;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post that one person holds in an organization, from a day until before another.
 *
 * @param member the member it is; null where the person is known by name only
 * @param appointment how it came to be, a code of table appointment
 * @param to the first day on which it is held no more; {@link org.sunmao.register.Timeline#OPEN}
 *     while none is known
 * @param approval what the organization above replied
 */
record Post(
        UUID id,
        int version,
        UUID organization,
        PostKind kind,
        @Nullable UUID member,
        String name,
        String appointment,
        LocalDate from,
        LocalDate to,
        @Nullable Approval approval,
        @Nullable String endReason,
        @Nullable String note) {

    /** A reply of the organization above (批复). */
    record Approval(LocalDate on, @Nullable String number) {}

    boolean heldOn(LocalDate day) {
        return !from.isAfter(day) && to.isAfter(day);
    }

    boolean overlaps(Post other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    boolean open() {
        return to.equals(OPEN);
    }

    /** Whether it is the same person: the same member, or by name where one is not known. */
    boolean samePerson(Post other) {
        return (member == null || other.member == null)
                ? name.equals(other.name)
                : member.equals(other.member);
    }

    Post ended(LocalDate on, String reason) {
        return new Post(
                id,
                version,
                organization,
                kind,
                member,
                name,
                appointment,
                from,
                on,
                approval,
                reason,
                note);
    }
}
