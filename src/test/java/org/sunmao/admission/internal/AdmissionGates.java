package org.sunmao.admission.internal;

import org.sunmao.admission.internal.Stage.Outcome;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which gates somebody must have come through, in this order, whatever else happened: a plain list,
 * that neither the program nor the second reader of the rulebook has a part in.
 */
final class AdmissionGates {

    private record Gate(String name, Predicate<Step> passes) {}

    private static final List<Gate> CULTIVATION =
            List.of(
                    new Gate("talk", it -> it instanceof Step.Talk),
                    new Gate("activist", it -> it instanceof Step.FixActivist),
                    new Gate(
                            "filing of the activist",
                            it -> it instanceof Step.FileActivist(_, var agreed) && agreed),
                    new Gate("contacts", it -> it instanceof Step.NameContacts),
                    new Gate("first assessment", it -> it instanceof Step.Assess),
                    new Gate("second assessment", it -> it instanceof Step.Assess),
                    new Gate("object", it -> it instanceof Step.ListObject),
                    new Gate(
                            "assent to the object",
                            it -> it instanceof Step.FileObject(_, var agreed) && agreed));
    private static final List<Gate> PREPARATION =
            List.of(
                    new Gate("sponsors", it -> it instanceof Step.NameSponsors),
                    new Gate("review", it -> it instanceof Step.Review(_, var passed) && passed),
                    new Gate("training", it -> it instanceof Step.Train));
    private static final List<Gate> ACCEPTANCE =
            List.of(
                    new Gate("examination", it -> it instanceof Step.Examine),
                    new Gate(
                            "pre-examination",
                            it -> it instanceof Step.PreExamine passed && passed.passed()),
                    new Gate("form", it -> it instanceof Step.FillForm),
                    new Gate("meeting", it -> it instanceof Step.Vote vote && majority(vote)),
                    new Gate("submission", it -> it instanceof Step.Submit),
                    new Gate(
                            "approval",
                            it -> it instanceof Step.Approve approve && approve.granted()));
    private static final List<Gate> CONVERSION =
            List.of(
                    new Gate("application", it -> it instanceof Step.ApplyConversion),
                    new Gate(
                            "meeting",
                            it ->
                                    it instanceof Step.VoteConversion vote
                                            && vote.outcome() == Outcome.CONVERT),
                    new Gate(
                            "approval",
                            it ->
                                    it instanceof Step.ApproveConversion approve
                                            && approve.granted()));

    private AdmissionGates() {}

    private static boolean majority(Step.Vote vote) {
        var counts = vote.counts();
        return 2 * counts.present() > counts.due() && 2 * counts.inFavour() > counts.due();
    }

    /** Checks how somebody came where he is. */
    static void passed(String code, AdmissionHistory past) {
        switch (code) {
            case "probationer" -> beforeProbation(past.done);
            case "member" -> beforeMembership(past);
            default -> {}
        }
    }

    private static void beforeProbation(List<Step> done) {
        var object = walk(done, 0, CULTIVATION);
        PREPARATION.forEach(gate -> walk(done, object, List.of(gate)));
        var vote = walk(done, object, ACCEPTANCE.subList(0, 4));
        walk(done, vote, ACCEPTANCE.subList(4, 6));
        walk(done, vote, List.of(new Gate("superior", it -> it instanceof Step.SuperiorTalk)));
        var review = last(done, it -> it instanceof Step.Review);
        demand(((Step.Review) review).passed(), "a review that failed", done);
    }

    private static void beforeMembership(AdmissionHistory past) {
        var done = past.done;
        beforeProbation(done);
        walk(done, 0, CONVERSION);
        var accepted = last(done, it -> it instanceof Step.Vote);
        var converted = last(done, it -> it instanceof Step.VoteConversion);
        var expiry = accepted.on().plusYears(past.bounds.probationYears());
        demand(!converted.on().isBefore(expiry), "expiry", done);
        demand(((Step.VoteConversion) converted).outcome() == Outcome.CONVERT, "outcome", done);
    }

    private static Step last(List<Step> done, Predicate<Step> kind) {
        return done.stream().filter(kind).reduce((_, later) -> later).orElseThrow();
    }

    /** Goes through the list from a place, and says where the last gate was passed. */
    private static int walk(List<Step> done, int from, List<Gate> gates) {
        var place = from;
        for (var gate : gates) {
            while (place < done.size() && !gate.passes().test(done.get(place))) {
                place++;
            }
            demand(place < done.size(), gate.name(), done);
            place++;
        }
        return place;
    }

    private static void demand(boolean kept, String gate, List<Step> done) {
        if (!kept) {
            throw new AssertionError("skipped: " + gate + " in " + done);
        }
    }
}
