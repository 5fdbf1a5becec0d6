package org.sunmao.admission.internal;

import org.sunmao.meeting.Voting;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.function.Function;

/**
 * The figures of the rules, as in force for one organization on one day.
 *
 * @param activistMonths from the application to an activist at the least, which is local
 * @param fromDecision whether cultivation counts from the branch's decision, or from its filing
 * @param lockMonths for how long a meeting that said no may not be asked again, which is local
 * @param extendLeast months of an extension, at the least
 */
record Bounds(
        int age,
        int activistMonths,
        int contactsLeast,
        int contactsMost,
        int cultivationYears,
        boolean fromDecision,
        int assessments,
        int sponsors,
        int trainingDays,
        int trainingHours,
        int stayMonths,
        Notices notices,
        Voting voting,
        int lockMonths,
        int approvalMonths,
        int specialMonths,
        int probationYears,
        int extendLeast,
        int extendMost,
        int conversionMonths,
        int papers) {

    private static final int ASSESSMENTS_A_YEAR = 2;

    /** Working days of a public notice before each of four decisions; all are local. */
    record Notices(int activist, int object, int acceptance, int conversion) {}

    static Bounds of(Function<RuleId, Rule> rules) {
        var notice = rules.apply(Rules.NOTICE);
        var lists = rules.apply(Rules.CULTIVATION);
        var extend = rules.apply(Rules.EXTENSION);
        var approve = rules.apply(Rules.APPROVED_IN_TIME);
        var training = rules.apply(Rules.TRAINING);
        var contacts = rules.apply(Rules.CONTACTS);
        return new Bounds(
                rules.apply(Rules.AGE).figure("age"),
                rules.apply(Rules.APPLIED_FOR).figure("months"),
                contacts.figure("least"),
                contacts.figure("most"),
                lists.figure("years"),
                lists.figure("fromDecision") == 1,
                ASSESSMENTS_A_YEAR * lists.figure("years"),
                rules.apply(Rules.SPONSORS).figure("sponsors"),
                training.figure("days"),
                training.figure("hours"),
                rules.apply(Rules.STAYS).figure("months"),
                new Notices(
                        notice.figure("activistDays"),
                        notice.figure("objectDays"),
                        notice.figure("acceptanceDays"),
                        notice.figure("conversionDays")),
                Voting.onAdmission(rules.apply(Rules.ATTENDANCE), rules.apply(Rules.MAJORITY)),
                rules.apply(Rules.VOTED_AGAIN).figure("months"),
                approve.figure("months"),
                approve.figure("specialMonths"),
                rules.apply(Rules.PROBATION).figure("years"),
                extend.figure("least"),
                extend.figure("most"),
                rules.apply(Rules.CONVERTED_IN_TIME).figure("months"),
                rules.apply(Rules.PAPERS).figure("items"));
    }
}
