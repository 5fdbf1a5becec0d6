package org.sunmao.admission.internal;

import static org.sunmao.admission.internal.AdmissionHistory.after;
import static org.sunmao.admission.internal.AdmissionHistory.passed;
import static org.sunmao.admission.internal.AdmissionHistory.present;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What somebody with the rulebook on the desk and all papers of one person beside it would say of a
 * step: all that is wrong with it, and not only the first thing. Written from the rulebook's text
 * and from docs/domain/admission.md; shares nothing with the program but the words of steps.
 */
final class AdmissionOracle {

    /** What is wrong, in the order of the text. */
    record Fault(String rule, boolean explainable) {}

    private static final Set<String> BEFORE_PROBATION =
            Set.of(
                    "applicant",
                    "activist-to-file",
                    "activist",
                    "object-to-file",
                    "object",
                    "pre-examined",
                    "accepted");
    private static final Set<String> WAITING =
            Set.of("activist-to-file", "object-to-file", "accepted", "decided");
    private static final Set<String> PROBATION = Set.of("probationer", "extended", "decided");

    final AdmissionHistory past;

    private final Bounds bounds;

    AdmissionOracle(LocalDate applied, Bounds bounds) {
        this.past = new AdmissionHistory(applied, bounds);
        this.bounds = bounds;
    }

    static List<Fault> faults(LocalDate born, LocalDate applied, Bounds bounds) {
        return passed(born, applied, 12 * bounds.age())
                ? List.of()
                : List.of(new Fault("R-DEV-07", false));
    }

    List<Fault> faults(Step step, Facts facts) {
        var code = past.code();
        if (!hasItsTurn(step, code)) {
            return List.of(new Fault(own(step, code), false));
        }
        var faults = new ArrayList<Fault>();
        beforeListing(faults, step);
        beforeMeeting(faults, step, facts);
        atMeeting(faults, step, facts);
        onProbation(faults, step, facts);
        if (step instanceof Step.Move it) {
            hard(faults, it.examined(), own(step, code));
            hard(faults, !WAITING.contains(code), "R-DEV-25");
        }
        return faults;
    }

    /** Whether it is dated before what it rests on, which its own rule forbids in any case. */
    @Nullable Fault early(Step step) {
        var code = past.code();
        var early =
                hasItsTurn(step, code)
                        && restsOn(step).stream()
                                .filter(Objects::nonNull)
                                .anyMatch(step.on()::isBefore);
        return early ? new Fault(own(step, code), false) : null;
    }

    /** Whether the step can be taken at all where the case stands. */
    boolean inTurn(Step step) {
        return hasItsTurn(step, past.code());
    }

    private static boolean hasItsTurn(Step step, String code) {
        return switch (step) {
            case Step.Move _ -> BEFORE_PROBATION.contains(code) || PROBATION.contains(code);
            case Step.End it ->
                    BEFORE_PROBATION.contains(code)
                            || (it.reason() == Reason.DIED && PROBATION.contains(code));
            default -> turn(step).contains(code);
        };
    }

    /** Where the case stands when the step has its turn (rulebook 1.8). */
    private static Set<String> turn(Step step) {
        return switch (step) {
            case Step.Talk _, Step.FixActivist _ -> Set.of("applicant");
            case Step.FileActivist _ -> Set.of("activist-to-file");
            case Step.NameContacts _, Step.Assess _, Step.ListObject _ -> Set.of("activist");
            case Step.FileObject _ -> Set.of("object-to-file");
            case Step.NameSponsors _,
                    Step.Review _,
                    Step.Train _,
                    Step.Examine _,
                    Step.PreExamine _ ->
                    Set.of("object");
            case Step.FillForm _, Step.Vote _ -> Set.of("pre-examined");
            case Step.Submit _, Step.SuperiorTalk _, Step.Approve _ -> Set.of("accepted");
            case Step.ApproveConversion _ -> Set.of("decided");
            case Step.Archive _ -> Set.of("member");
            default -> Set.of("probationer", "extended");
        };
    }

    /** The rule that orders the step (rulebook 1.7). */
    private static String own(Step step, String code) {
        return switch (step) {
            case Step.Talk _ -> "R-DEV-09";
            case Step.FixActivist _ -> "R-DEV-10";
            case Step.FileActivist _ -> "R-DEV-11";
            case Step.NameContacts _ -> "R-DEV-14";
            case Step.Assess _ -> "R-DEV-16";
            case Step.ListObject _, Step.FileObject _ -> "R-DEV-18";
            case Step.NameSponsors _ -> "R-DEV-19";
            case Step.Review _ -> "R-DEV-21";
            case Step.Train _ -> "R-DEV-22";
            case Step.Examine _ -> "R-DEV-23";
            case Step.PreExamine _ -> "R-DEV-24";
            case Step.FillForm _ -> "R-DEV-26";
            case Step.Vote _ -> "R-DEV-31";
            case Step.Submit _ -> "R-DEV-33";
            case Step.SuperiorTalk _ -> "R-DEV-34";
            case Step.Approve _ -> "R-DEV-35";
            case Step.FileApproval _ -> "R-DEV-36";
            case Step.Assign _ -> "R-DEV-39";
            case Step.Swear _ -> "R-DEV-40";
            case Step.AssessProbation _ -> "R-DEV-41";
            case Step.ApplyConversion _, Step.VoteConversion _ -> "R-DEV-46";
            case Step.ApproveConversion _ -> "R-DEV-47";
            case Step.Archive _ -> "R-DEV-53";
            case Step.Move _ -> PROBATION.contains(code) ? "R-DEV-51" : "R-DEV-17";
            case Step.End _ when PROBATION.contains(code) -> "R-DEV-43";
            case Step.End _ -> code.equals("member") ? "R-DEV-46" : "R-DEV-11";
        };
    }

    private static void hard(List<Fault> faults, boolean kept, String rule) {
        if (!kept) {
            faults.add(new Fault(rule, false));
        }
    }

    private static void soft(List<Fault> faults, boolean kept, String rule) {
        if (!kept) {
            faults.add(new Fault(rule, true));
        }
    }

    /** The days before which the step cannot have been done. */
    private List<@Nullable LocalDate> restsOn(Step step) {
        if (step instanceof Step.End it && it.reason() == Reason.DIED) {
            return List.of();
        }
        var days = new ArrayList<@Nullable LocalDate>();
        days.add(opened());
        switch (step) {
            case Step.FixActivist _ -> days.add(past.last(Step.Talk.class));
            case Step.Assess _ -> days.add(past.contacts());
            case Step.ListObject _ -> {
                days.add(past.contacts());
                days.addAll(past.all(Step.Assess.class));
            }
            case Step.Examine _ -> {
                days.add(past.last(Step.NameSponsors.class));
                days.add(past.reviewed());
                days.add(past.last(Step.Train.class));
            }
            case Step.PreExamine _ -> days.add(past.examined());
            case Step.Vote _ -> days.add(filled());
            case Step.Approve _ -> {
                days.add(sinceVote(Step.Submit.class));
                days.add(sinceVote(Step.SuperiorTalk.class));
            }
            case Step.ApplyConversion _ -> days.add(past.extended());
            case Step.VoteConversion it ->
                    days.add(it.outcome() == Outcome.CONVERT ? past.asked() : null);
            default -> {}
        }
        if (decidesAnew(step)) {
            days.add(past.decided());
            days.add(past.code().equals("extended") ? past.extended() : null);
        }
        return days;
    }

    /** The day from which such steps could be done at all. */
    private @Nullable LocalDate opened() {
        return switch (past.code()) {
            case "applicant" -> past.applied;
            case "activist-to-file" -> past.last(Step.FixActivist.class);
            case "activist" -> past.day(place(Step.FileActivist.class));
            case "object-to-file" -> past.last(Step.ListObject.class);
            case "object" -> past.last(Step.FileObject.class);
            case "pre-examined" -> past.last(Step.PreExamine.class);
            case "accepted" -> past.last(Step.Vote.class);
            case "probationer", "extended" -> past.last(Step.Approve.class);
            case "decided" -> past.last(Step.VoteConversion.class);
            case "member" -> past.last(Step.ApproveConversion.class);
            default -> null;
        };
    }

    private int place(Class<? extends Step> kind) {
        return past.place(kind, _ -> true);
    }

    private @Nullable LocalDate filled() {
        return past.lastAfter(Step.FillForm.class, place(Step.PreExamine.class));
    }

    private @Nullable LocalDate sinceVote(Class<? extends Step> kind) {
        return past.lastAfter(kind, place(Step.Vote.class));
    }

    /** What is decided once more cannot have been decided before the decision that failed. */
    private static boolean decidesAnew(Step step) {
        return step instanceof Step.FixActivist
                || step instanceof Step.ListObject
                || step instanceof Step.PreExamine
                || step instanceof Step.VoteConversion
                || step instanceof Step.Move
                || step instanceof Step.End;
    }

    private void beforeListing(List<Fault> faults, Step step) {
        var contacts = !past.all(Step.NameContacts.class).isEmpty();
        switch (step) {
            case Step.Talk _ -> hard(faults, past.all(Step.Talk.class).isEmpty(), "R-DEV-09");
            case Step.FixActivist it -> {
                hard(faults, !past.all(Step.Talk.class).isEmpty(), "R-DEV-10");
                hard(faults, it.recommended(), "R-DEV-10");
                var waited = passed(past.applied, it.on(), bounds.activistMonths());
                soft(faults, waited, "R-DEV-12");
                soft(faults, it.noticeDays() >= bounds.notices().activist(), "R-DEV-27");
            }
            case Step.NameContacts it -> {
                hard(faults, it.contacts() >= bounds.contactsLeast(), "R-DEV-14");
                hard(faults, it.contacts() <= bounds.contactsMost(), "R-DEV-14");
            }
            case Step.Assess _ -> hard(faults, contacts, "R-DEV-14");
            case Step.ListObject it -> {
                hard(faults, contacts, "R-DEV-14");
                var assessed = past.all(Step.Assess.class).size();
                hard(faults, assessed >= 2 * bounds.cultivationYears(), "R-DEV-16");
                hard(faults, it.heard(), "R-DEV-18");
                var since = present(past.since());
                soft(faults, passed(since, it.on(), 12 * bounds.cultivationYears()), "R-DEV-18");
                soft(faults, it.noticeDays() >= bounds.notices().object(), "R-DEV-27");
            }
            default -> {}
        }
    }

    private void beforeMeeting(List<Fault> faults, Step step, Facts facts) {
        switch (step) {
            case Step.NameSponsors it -> {
                hard(faults, it.sponsors() == bounds.sponsors(), "R-DEV-19");
                hard(faults, it.barred() == 0, "R-DEV-19");
            }
            case Step.Train it -> {
                var enough =
                        it.days() >= bounds.trainingDays() || it.hours() >= bounds.trainingHours();
                hard(faults, it.waived() || enough, "R-DEV-22");
            }
            case Step.Examine it -> {
                hard(faults, past.last(Step.NameSponsors.class) != null, "R-DEV-19");
                hard(faults, past.reviewed() != null, "R-DEV-21");
                hard(faults, past.last(Step.Train.class) != null, "R-DEV-22");
                hard(faults, it.heard(), "R-DEV-23");
                soft(faults, it.noticeDays() >= bounds.notices().acceptance(), "R-DEV-27");
            }
            case Step.PreExamine it -> {
                entitled(faults, facts);
                hard(faults, past.examined() != null, "R-DEV-23");
                var leaves = it.leaves();
                var within = leaves != null && !leaves.isAfter(after(it.on(), bounds.stayMonths()));
                soft(faults, !it.passed() || !within, "R-DEV-25");
            }
            default -> {}
        }
    }

    private static void entitled(List<Fault> faults, Facts facts) {
        switch (facts.power()) {
            case APPROVES -> {}
            case GENERAL_BRANCH -> hard(faults, false, "R-DEV-02");
            case BELOW_TOWNSHIP -> hard(faults, false, "R-DEV-03");
            case TEMPORARY -> hard(faults, false, "R-DEV-04");
            case LEADING_GROUP -> hard(faults, false, "R-DEV-05");
        }
    }

    /** Every ballot is one of somebody who came or had written before; and enough came. */
    private static void counted(List<Fault> faults, Counts it) {
        var least = Math.min(it.inFavour(), Math.min(it.against(), it.abstained()));
        var people = Math.min(it.present(), it.written());
        var fit =
                least >= 0
                        && people >= 0
                        && it.present() + it.written() <= it.due()
                        && it.inFavour() + it.against() + it.abstained()
                                <= it.present() + it.written();
        hard(faults, fit, "R-DEV-28");
        hard(faults, AdmissionHistory.quorum(it), "R-DEV-28");
    }

    private void atMeeting(List<Fault> faults, Step step, Facts facts) {
        switch (step) {
            case Step.Vote it -> {
                counted(faults, it.counts());
                hard(faults, !facts.temporary(), "R-DEV-04");
                hard(faults, filled() != null, "R-DEV-26");
                var barred = past.barredUntil();
                soft(faults, barred == null || it.on().isAfter(barred), "R-DEV-37");
            }
            case Step.Submit _ -> hard(faults, sinceVote(Step.Submit.class) == null, "R-DEV-33");
            case Step.SuperiorTalk _ ->
                    hard(faults, sinceVote(Step.SuperiorTalk.class) == null, "R-DEV-34");
            case Step.Approve it -> {
                entitled(faults, facts);
                var submitted = sinceVote(Step.Submit.class);
                hard(faults, submitted != null, "R-DEV-33");
                var talked = sinceVote(Step.SuperiorTalk.class) != null;
                hard(faults, !it.granted() || talked, "R-DEV-34");
                var months = it.special() ? bounds.specialMonths() : bounds.approvalMonths();
                var inTime = submitted == null || !it.on().isAfter(after(submitted, months));
                soft(faults, inTime, "R-DEV-36");
            }
            default -> {}
        }
    }

    private void onProbation(List<Fault> faults, Step step, Facts facts) {
        switch (step) {
            case Step.FileApproval _ -> once(faults, step, "R-DEV-36");
            case Step.Assign _ -> once(faults, step, "R-DEV-39");
            case Step.Swear _ -> once(faults, step, "R-DEV-40");
            case Step.ApplyConversion _ -> hard(faults, past.asked() == null, "R-DEV-46");
            case Step.VoteConversion it -> voteConversion(faults, it);
            case Step.ApproveConversion it -> {
                entitled(faults, facts);
                var met = present(past.last(Step.VoteConversion.class));
                var until = after(met, bounds.conversionMonths());
                soft(faults, !it.on().isAfter(until), "R-DEV-47");
            }
            case Step.Archive it -> hard(faults, it.items() == bounds.papers(), "R-DEV-53");
            default -> {}
        }
    }

    private void once(List<Fault> faults, Step step, String rule) {
        hard(faults, past.all(step.getClass()).isEmpty(), rule);
    }

    private void voteConversion(List<Fault> faults, Step.VoteConversion it) {
        counted(faults, it.counts());
        hard(faults, it.heard(), "R-DEV-46");
        switch (it.outcome()) {
            case CONVERT -> {
                hard(faults, past.asked() != null, "R-DEV-46");
                hard(faults, !it.on().isBefore(past.until()), "R-DEV-49");
                soft(faults, it.noticeDays() >= bounds.notices().conversion(), "R-DEV-27");
            }
            case EXTEND -> {
                hard(faults, past.code().equals("probationer"), "R-DEV-43");
                hard(faults, it.months() >= bounds.extendLeast(), "R-DEV-43");
                hard(faults, it.months() <= bounds.extendMost(), "R-DEV-43");
            }
            case CANCEL -> {}
        }
    }
}
