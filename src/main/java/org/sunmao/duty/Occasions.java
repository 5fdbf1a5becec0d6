package org.sunmao.duty;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Followed;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the grammar of the rulebook ends: code that finds on which occasions a rule demands
 * something. Named in a declaration as {@code each: <name>}; it reads, and writes nothing.
 */
public interface Occasions {

    /**
     * One occasion.
     *
     * @param organization whose duty it makes
     * @param subjectKind organization, post, person or case
     * @param from the first day of what it is about; spans of the declaration are counted from it
     * @param due the last day, where the matter itself says it; null where the declaration does
     * @param endedOn the day of the fact that met it; null while there is none
     * @param evidence measures by name; no name and no number of a person
     * @param ceasedOn the day from which nobody is held to it any more, if nothing met it before
     */
    record Occasion(
            UUID organization,
            String subjectKind,
            UUID subject,
            LocalDate from,
            @Nullable LocalDate due,
            @Nullable LocalDate endedOn,
            Map<String, Object> evidence,
            @Nullable LocalDate ceasedOn) {

        /** One that somebody is held to until it is met. */
        public Occasion(
                UUID organization,
                String subjectKind,
                UUID subject,
                LocalDate from,
                @Nullable LocalDate due,
                @Nullable LocalDate endedOn,
                Map<String, Object> evidence) {
            this(organization, subjectKind, subject, from, due, endedOn, evidence, null);
        }
    }

    /** As in the declarations. */
    String name();

    /**
     * Finds them, in no order, for some organizations.
     *
     * @param organizations of which
     * @param today occasions later than that are not asked for
     */
    void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found);

    /** Which organizations an entry of the journal concerns beyond the one it names. */
    default Set<UUID> concernedBy(Followed entry) {
        return Set.of();
    }
}
