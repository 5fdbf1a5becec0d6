package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.Post.Approval;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One term (届) of an organization.
 *
 * @param due when its officers are to be elected anew, without any extension
 * @param extendedTo until when that was put off; null if it was not
 * @param ends the first day of the next term, or of the organization's end; {@link
 *     org.sunmao.register.Timeline#OPEN} while it runs
 * @param approval of the extension, or of the early election that ended the term before
 */
record Term(
        UUID id,
        int version,
        UUID organization,
        LocalDate begins,
        LocalDate due,
        @Nullable LocalDate extendedTo,
        LocalDate ends,
        @Nullable Approval approval) {

    /** When its officers are really to be elected anew. */
    LocalDate dueAfterAll() {
        return extendedTo == null ? due : extendedTo;
    }

    boolean runsOn(LocalDate day) {
        return !begins.isAfter(day) && ends.isAfter(day);
    }

    Term ended(LocalDate on) {
        return new Term(id, version, organization, begins, due, extendedTo, on, approval);
    }
}
