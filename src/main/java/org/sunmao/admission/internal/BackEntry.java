package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what was done for a person before anybody entered it here, in the order in which it is
 * told. What happened has happened: every step stands with its true day, and beside it all that is
 * wrong with it, so that it can be explained and nobody has to forge a date.
 */
final class BackEntry {

    /**
     * What is made of a history.
     *
     * @param application what is wrong with the application itself
     */
    record Read(Stage stage, List<Breach> application, List<Entered> steps) {

        Read {
            application = List.copyOf(application);
            steps = List.copyOf(steps);
        }

        boolean clean() {
            return application.isEmpty()
                    && steps.stream().allMatch(step -> step.breaches().isEmpty());
        }
    }

    /**
     * One step.
     *
     * @param after where the case stood then
     */
    record Entered(Step step, Stage after, List<Breach> breaches) {

        Entered {
            breaches = List.copyOf(breaches);
        }
    }

    private final Function<Step, Facts> facts;
    private final List<Entered> entered = new ArrayList<>();
    private Stage stage;

    private BackEntry(Stage stage, Function<Step, Facts> facts) {
        this.stage = stage;
        this.facts = facts;
    }

    /**
     * Reads it.
     *
     * @param steps in the order they have by nature; days that lie otherwise are told of
     * @param applying what the rules said on the day of the application
     * @param facts what rules and registers said on the day of a step
     */
    static Read read(
            LocalDate born,
            LocalDate applied,
            List<Step> steps,
            Facts applying,
            Function<Step, Facts> facts) {
        var application = noted(AdmissionProcess.apply(born, applied, applying.asNoted()));
        var reading = new BackEntry(application.stage(), facts);
        steps.forEach(reading::enter);
        return new Read(reading.stage, application.breaches(), reading.entered);
    }

    private void enter(Step step) {
        var breaches = new ArrayList<Breach>();
        @Nullable Step anew = null;
        while (place(stage) >= 0 && place(stage) < turn(step)) {
            var gate = gate(step.on());
            anew = anew == null ? gate : anew;
            pass(gate, step, breaches);
        }
        if (anew != null && breaches.isEmpty()) {
            breaches.add(missing(anew));
        }
        switch (AdmissionProcess.take(stage, step, facts.apply(step).asNoted())) {
            case Allowed(var next, var more) -> {
                stage = next;
                breaches.addAll(more);
            }
            case Verdict.Refused it ->
                    breaches.add(new Breach(it.rule(), it.says(), it.explainable()));
        }
        entered.add(new Entered(step, stage, breaches));
    }

    /** What was done behind a gate shows that somebody went through it, allowed or not. */
    private void pass(Step gate, Step step, List<Breach> breaches) {
        var last = last(gate);
        if (last == null) {
            breaches.add(missing(gate));
        } else if (!favourable(last)) {
            var says = "“%s”没有同意往下办，却办了后面的步骤".formatted(name(gate));
            breaches.add(new Breach(AdmissionProcess.ruleOf(gate), says, false));
        }
        stage = noted(AdmissionProcess.take(stage, gate, facts.apply(step).asNoted())).stage();
    }

    private static Breach missing(Step gate) {
        var says = "没有“%s”的记录，请补录或者说明".formatted(name(gate));
        return new Breach(AdmissionProcess.ruleOf(gate), says, false);
    }

    private @Nullable Entered last(Step gate) {
        return entered.reversed().stream()
                .filter(it -> it.step().getClass() == gate.getClass())
                .findFirst()
                .orElse(null);
    }

    /** Whether the case rose by it. */
    private static boolean favourable(Entered gate) {
        var converts =
                !(gate.step() instanceof Step.VoteConversion it) || it.outcome() == Outcome.CONVERT;
        return converts && place(gate.after()) > turn(gate.step());
    }

    /**
     * What leads on from here, on the day on which it was done, or of the decision before; but a
     * meeting on conversion, from which a period counts, no earlier than what shows it.
     */
    private Step gate(LocalDate shown) {
        var meets = stage instanceof Stage.Probationer;
        var gate = gate(stage, meets ? shown : AdmissionProcess.last(stage));
        var last = last(gate);
        return last == null ? gate : gate(stage, last.step().on());
    }

    private static Step gate(Stage stage, LocalDate on) {
        var one = new Counts(1, 1, 0, 1, 0, 0);
        return switch (stage) {
            case Stage.Applicant _ -> new Step.FixActivist(on, true, 0);
            case Stage.ActivistToFile _ -> new Step.FileActivist(on, true);
            case Stage.Activist _ -> new Step.ListObject(on, true, 0);
            case Stage.ObjectToFile _ -> new Step.FileObject(on, true);
            case Stage.Candidate _ -> new Step.PreExamine(on, true, null);
            case Stage.PreExamined _ -> new Step.Vote(on, one);
            case Stage.Accepted _ -> new Step.Approve(on, true, false);
            case Stage.Probationer _ ->
                    new Step.VoteConversion(on, Outcome.CONVERT, 0, true, 0, one);
            case Stage.Decided _ -> new Step.ApproveConversion(on, true);
            case Stage.Member _, Stage.Archived _, Stage.Cancelled _, Stage.Ended _ ->
                    throw new IllegalStateException(stage.code());
        };
    }

    private static String name(Step gate) {
        return switch (gate) {
            case Step.FixActivist _ -> "确定入党积极分子";
            case Step.FileActivist _ -> "入党积极分子备案";
            case Step.ListObject _ -> "确定发展对象";
            case Step.FileObject _ -> "发展对象备案";
            case Step.PreExamine _ -> "上级党委预审";
            case Step.Vote _ -> "支部大会讨论接收";
            case Step.Approve _ -> "上级党委审批";
            case Step.VoteConversion _ -> "支部大会讨论转正";
            default -> "上级党委审批转正";
        };
    }

    /** How many gates lie behind; -1 of a way that is over. */
    private static int place(Stage stage) {
        return switch (stage) {
            case Stage.Applicant _ -> 0;
            case Stage.ActivistToFile _ -> 1;
            case Stage.Activist _ -> 2;
            case Stage.ObjectToFile _ -> 3;
            case Stage.Candidate _ -> 4;
            case Stage.PreExamined _ -> 5;
            case Stage.Accepted _ -> 6;
            case Stage.Probationer _ -> 7;
            case Stage.Decided _ -> 8;
            case Stage.Member _ -> 9;
            case Stage.Archived _, Stage.Cancelled _, Stage.Ended _ -> -1;
        };
    }

    /** How many gates lie before a step at the least. */
    private static int turn(Step step) {
        return switch (step) {
            case Step.Talk _, Step.FixActivist _, Step.Move _, Step.End _ -> 0;
            case Step.FileActivist _ -> 1;
            case Step.NameContacts _, Step.Assess _, Step.ListObject _ -> 2;
            case Step.FileObject _ -> 3;
            case Step.NameSponsors _,
                    Step.Review _,
                    Step.Train _,
                    Step.Examine _,
                    Step.PreExamine _ ->
                    4;
            case Step.FillForm _, Step.Vote _ -> 5;
            case Step.Submit _, Step.SuperiorTalk _, Step.Approve _ -> 6;
            case Step.FileApproval _,
                    Step.Assign _,
                    Step.Swear _,
                    Step.AssessProbation _,
                    Step.ApplyConversion _,
                    Step.VoteConversion _ ->
                    7;
            case Step.ApproveConversion _ -> 8;
            case Step.Archive _ -> 9;
        };
    }

    private static Allowed noted(Verdict verdict) {
        return switch (verdict) {
            case Allowed it -> it;
            case Verdict.Refused it -> throw new IllegalStateException(it.says());
        };
    }
}
