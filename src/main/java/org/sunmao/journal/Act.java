package org.sunmao.journal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that was done.
 *
 * @param organization for which organization, or null where none is concerned
 * @param action what, as {@code module.verb}; never renamed
 * @param subjectKind the kind of what it was done to, as {@code member}
 * @param effectiveOn the day from which it holds
 * @param rules the ids of the rules that decided it
 * @param values the values before and after, by field; sealed, and erased apart from the proof
 */
public record Act(
        @Nullable UUID organization,
        String action,
        String subjectKind,
        @Nullable UUID subject,
        LocalDate effectiveOn,
        List<String> rules,
        Map<String, ?> values) {}
