package org.sunmao.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds rules by id, as they stood on a day. */
public interface Rulebook {

    /**
     * The rule in force on that day; a rule that code names is always there. A day of old, before
     * there was the rule, is looked at by its first version.
     */
    Rule rule(RuleId id, LocalDate on);

    /** The rule if the book holds it and it is in force on that day. */
    Optional<Rule> find(RuleId id, LocalDate on);

    /** All rules in force on that day, by id. */
    List<Rule> all(LocalDate on);
}
