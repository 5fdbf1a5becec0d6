package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;

/**
 * Which steps are open: each is put to the process as it would be at its best today. So the screen
 * says what the process says, and judges nothing itself.
 */
@Component
class Probes {

    private static final int LONG = 365;
    private static final Counts PASSES = new Counts(1, 1, 0, 1, 0, 0);

    private final Judging judging;

    Probes(Judging judging) {
        this.judging = judging;
    }

    /**
     * A case as it is put to the process: the figures of the day are looked up once for all steps.
     *
     * @param papers how many of the five are there
     */
    record Today(Stage stage, LocalDate day, Facts facts, int papers) {}

    Today today(Admission admission, Line line, LocalDate day, int papers) {
        return new Today(admission.stage(), day, judging.facts(day, line), papers);
    }

    /** Why a step is closed today; null where it is open. */
    static @Nullable Refused closed(Today today, StepCode code) {
        var refused = look(today, best(code, today, false));
        return refused == null || look(today, best(code, today, true)) == null ? null : refused;
    }

    private static @Nullable Refused look(Today today, Step step) {
        return AdmissionProcess.take(today.stage(), step, today.facts()) instanceof Refused refused
                ? refused
                : null;
    }

    /**
     * A step as it would be at its best.
     *
     * @param other its other outcome: cancelled instead of converted, died instead of removed
     */
    private static Step best(StepCode code, Today today, boolean other) {
        var bounds = today.facts().bounds();
        var day = today.day();
        return switch (code) {
            case APPLICATION, TALK -> new Step.Talk(day);
            case FIX_ACTIVIST -> new Step.FixActivist(day, true, LONG);
            case FILE_ACTIVIST -> new Step.FileActivist(day, true);
            case CONTACTS -> new Step.NameContacts(day, bounds.contactsLeast());
            case ASSESS -> new Step.Assess(day);
            case LIST_OBJECT -> new Step.ListObject(day, true, LONG);
            case FILE_OBJECT -> new Step.FileObject(day, true);
            case SPONSORS -> new Step.NameSponsors(day, bounds.sponsors(), 0);
            case REVIEW -> new Step.Review(day, true);
            case TRAINING ->
                    new Step.Train(day, bounds.trainingDays(), bounds.trainingHours(), false);
            case EXAMINE -> new Step.Examine(day, true, LONG);
            case PRE_EXAMINE -> new Step.PreExamine(day, true, null);
            case FORM -> new Step.FillForm(day);
            case VOTE -> new Step.Vote(day, PASSES);
            case SUBMIT -> new Step.Submit(day);
            case SUPERIOR_TALK -> new Step.SuperiorTalk(day);
            case APPROVE -> new Step.Approve(day, true, true);
            case FILE_APPROVAL -> new Step.FileApproval(day);
            case ASSIGN -> new Step.Assign(day);
            case OATH -> new Step.Swear(day);
            case PROBATION_ASSESS -> new Step.AssessProbation(day);
            case CONVERSION_APPLICATION -> new Step.ApplyConversion(day);
            case CONVERSION_VOTE ->
                    new Step.VoteConversion(
                            day, other ? Outcome.CANCEL : Outcome.CONVERT, 0, true, LONG, PASSES);
            case CONVERSION_APPROVE -> new Step.ApproveConversion(day, true);
            case ARCHIVE -> new Step.Archive(day, today.papers());
            case MOVE -> new Step.Move(day, true);
            case END -> new Step.End(day, other ? Reason.DIED : Reason.REMOVED);
        };
    }
}
