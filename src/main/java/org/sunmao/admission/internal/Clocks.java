package org.sunmao.admission.internal;

import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.function.Function;

/**
 * How long each waiting may take, as in force for one organization on one day.
 *
 * @param talkMonths from the application to the talk (R-DEV-09)
 * @param assessMonths between two assessments of an activist (R-DEV-16)
 * @param preExamineMonths for the written answer of the committee, which is local (R-DEV-24)
 * @param approvalMonths from the submission to the approval (R-DEV-36)
 * @param oathDays from the approval to the oath, which is local (R-DEV-40)
 * @param conversionMonths from the meeting to the approval of a conversion (R-DEV-47)
 */
record Clocks(
        int talkMonths,
        int assessMonths,
        int preExamineMonths,
        int approvalMonths,
        int oathDays,
        int conversionMonths) {

    static Clocks of(Function<RuleId, Rule> rules) {
        return new Clocks(
                rules.apply(Rules.TALK).figure("months"),
                rules.apply(Rules.ASSESSED).figure("months"),
                rules.apply(Rules.PRE_EXAMINED).figure("months"),
                rules.apply(Rules.APPROVED_IN_TIME).figure("months"),
                rules.apply(Rules.OATH).figure("days"),
                rules.apply(Rules.CONVERTED_IN_TIME).figure("months"));
    }
}
