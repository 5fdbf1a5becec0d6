package org.sunmao.organization;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A term of an organization to be entered in the register; the rules say how long it is.
 *
 * @param extendedTo until when the next election was put off, with approval; null if it was not
 * @param ends the first day of the next term; null while it runs
 */
public record NewTerm(
        OrganizationId organization,
        LocalDate begins,
        LocalDate due,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate ends) {}
