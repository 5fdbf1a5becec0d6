package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.AdmissionColumns.Votes;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.register.Field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The steps a row of a roster tells of, in the order they have by nature. What a roster does not
 * ask, such as who was heard and how long a notice hung, is taken as it should have been.
 */
final class RowSteps {

    private final Map<String, ?> values;
    private final Bounds bounds;
    private final List<Step> steps = new ArrayList<>();

    private RowSteps(Map<String, ?> values, Bounds bounds) {
        this.values = values;
        this.bounds = bounds;
    }

    static List<Step> of(Map<String, ?> values, Bounds bounds) {
        var row = new RowSteps(values, bounds);
        row.cultivation();
        row.acceptance();
        row.probation();
        return row.steps;
    }

    private void cultivation() {
        var notices = bounds.notices();
        add(AdmissionColumns.TALK, Step.Talk::new);
        add(
                AdmissionColumns.FIX_ACTIVIST,
                on -> new Step.FixActivist(on, true, notices.activist()));
        add(AdmissionColumns.FILE_ACTIVIST, on -> new Step.FileActivist(on, true));
        add(
                AdmissionColumns.CONTACTS,
                on -> new Step.NameContacts(on, number(AdmissionColumns.CONTACTS_NUMBER)));
        for (var field :
                List.of(
                        AdmissionColumns.ASSESSED_FIRST,
                        AdmissionColumns.ASSESSED_SECOND,
                        AdmissionColumns.ASSESSED_THIRD,
                        AdmissionColumns.ASSESSED_FOURTH)) {
            add(field, Step.Assess::new);
        }
        add(AdmissionColumns.LIST_OBJECT, on -> new Step.ListObject(on, true, notices.object()));
        add(AdmissionColumns.FILE_OBJECT, on -> new Step.FileObject(on, true));
    }

    private void acceptance() {
        add(
                AdmissionColumns.SPONSORS,
                on -> new Step.NameSponsors(on, number(AdmissionColumns.SPONSORS_NUMBER), 0));
        add(AdmissionColumns.REVIEW, on -> new Step.Review(on, true));
        add(AdmissionColumns.TRAINING, this::training);
        add(
                AdmissionColumns.EXAMINE,
                on -> new Step.Examine(on, true, bounds.notices().acceptance()));
        add(AdmissionColumns.PRE_EXAMINE, on -> new Step.PreExamine(on, true, null));
        add(AdmissionColumns.FORM, Step.FillForm::new);
        add(AdmissionColumns.VOTE, on -> new Step.Vote(on, counts(AdmissionColumns.VOTES)));
        add(AdmissionColumns.SUBMIT, Step.Submit::new);
        add(AdmissionColumns.SUPERIOR_TALK, Step.SuperiorTalk::new);
        add(AdmissionColumns.APPROVE, on -> new Step.Approve(on, true, false));
    }

    private void probation() {
        add(AdmissionColumns.FILE_APPROVAL, Step.FileApproval::new);
        add(AdmissionColumns.ASSIGN, Step.Assign::new);
        add(AdmissionColumns.OATH, Step.Swear::new);
        for (var field :
                List.of(
                        AdmissionColumns.PROBATION_FIRST,
                        AdmissionColumns.PROBATION_SECOND,
                        AdmissionColumns.PROBATION_THIRD,
                        AdmissionColumns.PROBATION_FOURTH)) {
            add(field, Step.AssessProbation::new);
        }
        add(AdmissionColumns.CONVERSION_APPLICATION, Step.ApplyConversion::new);
        add(
                AdmissionColumns.CONVERSION_VOTE,
                on ->
                        new Step.VoteConversion(
                                on,
                                Outcome.CONVERT,
                                0,
                                true,
                                bounds.notices().conversion(),
                                counts(AdmissionColumns.CONVERSION_VOTES)));
        add(AdmissionColumns.CONVERSION_APPROVE, on -> new Step.ApproveConversion(on, true));
        add(AdmissionColumns.ARCHIVE, on -> new Step.Archive(on, bounds.papers()));
    }

    private Step training(LocalDate on) {
        return new Step.Train(
                on,
                number(AdmissionColumns.TRAINING_DAYS),
                number(AdmissionColumns.TRAINING_HOURS),
                false);
    }

    private void add(Field field, Function<LocalDate, Step> step) {
        var on = day(values, field);
        if (on != null) {
            steps.add(step.apply(on));
        }
    }

    static @Nullable LocalDate day(Map<String, ?> values, Field field) {
        return (LocalDate) values.get(field.name());
    }

    private int number(Field field) {
        return values.get(field.name()) instanceof Integer number ? number : 0;
    }

    /** Who voted neither way abstained, as far as there were ballots. */
    private Counts counts(Votes votes) {
        var present = number(votes.present());
        var written = number(votes.written());
        var favour = number(votes.inFavour());
        var against = number(votes.against());
        var rest = Math.max(0, present + written - favour - against);
        return new Counts(number(votes.due()), present, written, favour, against, rest);
    }
}
