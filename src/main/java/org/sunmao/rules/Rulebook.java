package org.sunmao.rules;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Localities.Local;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** Finds rules by id, as they stood on a day. */
public interface Rulebook {

    /**
     * The rule in force on that day, with the figures of the rule itself; a rule that code names is
     * always there. A day of old, before there was the rule, is looked at by its first version.
     */
    Rule rule(RuleId id, LocalDate on);

    /**
     * The same with the figures of one organization: those of the nearest above it that decided
     * otherwise. Where a rule admits only stricter values, the strictest from above holds.
     *
     * @param organization whose matter it is; null for what belongs to none
     */
    Rule rule(RuleId id, LocalDate on, @Nullable UUID organization);

    /** The same, supposed that one thing more were decided, or otherwise than it is. */
    Rule supposing(RuleId id, LocalDate on, UUID organization, Local supposed);

    /** The rule if the book holds it and it is in force on that day. */
    Optional<Rule> find(RuleId id, LocalDate on);

    /**
     * The days from which its figures may be others than before: of each version, and of each
     * decision of a locality.
     */
    SortedSet<LocalDate> turns(RuleId id);

    /** All rules in force on that day, by id. */
    List<Rule> all(LocalDate on);

    /** A rule with all of its versions. */
    Optional<BookRule> entry(RuleId id);

    /** All rules of the book, by id. */
    List<BookRule> entries();
}
