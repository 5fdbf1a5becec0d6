package org.sunmao.admission.internal;

import org.sunmao.rules.RuleId;

/** What becomes of a step. */
sealed interface Verdict {

    record Allowed(Stage stage) implements Verdict {}

    /**
     * It is not taken.
     *
     * @param says what is wrong, and what has to be done first
     * @param explainable whether it stands nevertheless once a reason is given and the committee
     *     above has signed it: so that nobody forges a date
     */
    record Refused(RuleId rule, String says, boolean explainable) implements Verdict {}
}
