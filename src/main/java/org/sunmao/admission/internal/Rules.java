package org.sunmao.admission.internal;

import org.sunmao.rules.RuleId;

/** The rules of admission that are judged. */
final class Rules {

    static final RuleId OUTSIDE = new RuleId("R-DEV-06");
    static final RuleId COMMITTEES_APPROVE = new RuleId("R-DEV-02");
    static final RuleId BELOW_TOWNSHIP = new RuleId("R-DEV-03");
    static final RuleId TEMPORARY = new RuleId("R-DEV-04");
    static final RuleId LEADING_GROUP = new RuleId("R-DEV-05");
    static final RuleId AGE = new RuleId("R-DEV-07");
    static final RuleId TALK = new RuleId("R-DEV-09");
    static final RuleId RECOMMENDED = new RuleId("R-DEV-10");
    static final RuleId FILED = new RuleId("R-DEV-11");
    static final RuleId APPLIED_FOR = new RuleId("R-DEV-12");
    static final RuleId CONTACTS = new RuleId("R-DEV-14");
    static final RuleId ASSESSED = new RuleId("R-DEV-16");
    static final RuleId MOVED = new RuleId("R-DEV-17");
    static final RuleId CULTIVATION = new RuleId("R-DEV-18");
    static final RuleId SPONSORS = new RuleId("R-DEV-19");
    static final RuleId REVIEW = new RuleId("R-DEV-21");
    static final RuleId TRAINING = new RuleId("R-DEV-22");
    static final RuleId EXAMINED = new RuleId("R-DEV-23");
    static final RuleId PRE_EXAMINED = new RuleId("R-DEV-24");
    static final RuleId STAYS = new RuleId("R-DEV-25");
    static final RuleId FORM = new RuleId("R-DEV-26");
    static final RuleId NOTICE = new RuleId("R-DEV-27");
    static final RuleId ATTENDANCE = new RuleId("R-DEV-28");
    static final RuleId MAJORITY = new RuleId("R-DEV-31");
    static final RuleId SUBMITTED = new RuleId("R-DEV-33");
    static final RuleId SUPERIOR_TALK = new RuleId("R-DEV-34");
    static final RuleId APPROVED = new RuleId("R-DEV-35");
    static final RuleId APPROVED_IN_TIME = new RuleId("R-DEV-36");
    static final RuleId VOTED_AGAIN = new RuleId("R-DEV-37");
    static final RuleId ASSIGNED = new RuleId("R-DEV-39");
    static final RuleId OATH = new RuleId("R-DEV-40");
    static final RuleId EDUCATED = new RuleId("R-DEV-41");
    static final RuleId PROBATION = new RuleId("R-DEV-42");
    static final RuleId EXTENSION = new RuleId("R-DEV-43");
    static final RuleId CONVERSION = new RuleId("R-DEV-46");
    static final RuleId CONVERTED_IN_TIME = new RuleId("R-DEV-47");
    static final RuleId NOT_EARLY = new RuleId("R-DEV-49");
    static final RuleId POSTPONED = new RuleId("R-DEV-52");
    static final RuleId MOVED_ON_PROBATION = new RuleId("R-DEV-51");
    static final RuleId PAPERS = new RuleId("R-DEV-53");

    /** What breaks a date is explained and signed, never forged. */
    static final RuleId EXPLAINED = new RuleId("R-DEV-54");

    static final RuleId PLAN = new RuleId("R-DEV-55");

    /** 青年人才库. */
    static final RuleId TALENTS = new RuleId("R-CD-03");

    /** From when on an entry is a late one. */
    static final RuleId LATE = new RuleId("AF-13");

    private Rules() {}

    /** The rule a step is taken by, where nothing was filled in yet. */
    static RuleId of(StepCode code) {
        return switch (code) {
            case APPLICATION -> AGE;
            case TALK -> TALK;
            case FIX_ACTIVIST -> RECOMMENDED;
            case FILE_ACTIVIST, END -> FILED;
            case CONTACTS -> CONTACTS;
            case ASSESS -> ASSESSED;
            case LIST_OBJECT, FILE_OBJECT -> CULTIVATION;
            case SPONSORS -> SPONSORS;
            case REVIEW -> REVIEW;
            case TRAINING -> TRAINING;
            case EXAMINE -> EXAMINED;
            case PRE_EXAMINE -> PRE_EXAMINED;
            case FORM -> FORM;
            case VOTE -> MAJORITY;
            case SUBMIT -> SUBMITTED;
            case SUPERIOR_TALK -> SUPERIOR_TALK;
            case APPROVE -> APPROVED;
            case FILE_APPROVAL -> APPROVED_IN_TIME;
            case ASSIGN -> ASSIGNED;
            case OATH -> OATH;
            case PROBATION_ASSESS -> EDUCATED;
            case CONVERSION_APPLICATION, CONVERSION_VOTE -> CONVERSION;
            case CONVERSION_APPROVE -> CONVERTED_IN_TIME;
            case ARCHIVE -> PAPERS;
            case MOVE -> MOVED;
        };
    }
}
