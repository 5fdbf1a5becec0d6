package org.sunmao.admission.internal;

import org.sunmao.rules.RuleId;

import java.util.List;

/** What becomes of a step. */
sealed interface Verdict {

    /**
     * It is taken.
     *
     * @param breaches all that is wrong with it, in the order of the conditions; none of a step
     *     that was not just to be noted
     */
    record Allowed(Stage stage, List<Breach> breaches) implements Verdict {

        public Allowed {
            breaches = List.copyOf(breaches);
        }
    }

    /**
     * It is not taken.
     *
     * @param says what is wrong, and what has to be done first
     * @param explainable whether it stands nevertheless once a reason is given and the committee
     *     above has signed it: so that nobody forges a date
     */
    record Refused(RuleId rule, String says, boolean explainable) implements Verdict {}
}
