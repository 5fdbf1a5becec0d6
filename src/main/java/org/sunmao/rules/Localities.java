package org.sunmao.rules;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule.Decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What localities decided about figures. Implemented where the tree is known. */
public interface Localities {

    /**
     * One decision in force.
     *
     * @param figure the name of the figure
     * @param path of the organization whose decision it is, on the day
     */
    record Local(String figure, Value value, Decision decision, String path) {}

    /**
     * What was decided for a rule above an organization and in it.
     *
     * @param organization whose matter it is; null for what belongs to no organization, where only
     *     a single top of all may decide
     * @return those in force on the day, from the top of the tree down
     */
    List<Local> above(RuleId rule, LocalDate on, @Nullable UUID organization);

    /** The days on which a decision about a rule begins to hold, or no longer holds. */
    Set<LocalDate> turns(RuleId rule);
}
