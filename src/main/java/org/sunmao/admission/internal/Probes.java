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

    /** Why a step is closed today; null where it is open. */
    @Nullable Refused closed(
            Admission admission, StepCode code, Line line, LocalDate day, int papers) {
        var stage = admission.stage();
        var refused = look(stage, best(code, day, line, papers, false), line);
        if (refused == null) {
            return null;
        }
        var other = best(code, day, line, papers, true);
        return look(stage, other, line) == null ? null : refused;
    }

    private @Nullable Refused look(Stage stage, Step step, Line line) {
        return judging.look(stage, step, line) instanceof Refused refused ? refused : null;
    }

    /**
     * A step as it would be at its best.
     *
     * @param other its other outcome: cancelled instead of converted, died instead of removed
     */
    private Step best(StepCode code, LocalDate day, Line line, int papers, boolean other) {
        var bounds = judging.bounds(day, line.branch());
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
            case ARCHIVE -> new Step.Archive(day, papers);
            case MOVE -> new Step.Move(day, true);
            case END -> new Step.End(day, other ? Reason.DIED : Reason.REMOVED);
        };
    }
}
