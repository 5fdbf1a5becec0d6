package org.sunmao.admission.internal;

import org.sunmao.rules.RuleId;

import java.util.Set;

/**
 * What the registers and the rules say of a case on the day of a step.
 *
 * @param temporary whether the branch is a temporary one
 * @param power what the committee above may do
 * @param excused the rules whose breach in this step has a reason, signed by the committee above
 * @param noting whether the step was taken long ago: what is wrong with it is noted, not refused
 */
record Facts(Bounds bounds, boolean temporary, Power power, Set<RuleId> excused, boolean noting) {

    Facts {
        excused = Set.copyOf(excused);
    }

    /** Of a step that is taken now. */
    Facts(Bounds bounds, boolean temporary, Power power, Set<RuleId> excused) {
        this(bounds, temporary, power, excused, false);
    }

    /** The same, of a step that happened, whatever is to be said of it. */
    Facts asNoted() {
        return new Facts(bounds, temporary, power, excused, true);
    }

    /** Whether the organization above may approve, or why it may not. */
    enum Power {
        APPROVES,
        GENERAL_BRANCH,
        BELOW_TOWNSHIP,
        TEMPORARY,
        LEADING_GROUP
    }
}
