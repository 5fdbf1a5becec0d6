package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks the process about a step, with the figures of the branch on the day of the step. */
@Component
class Judging {

    private final Rulebook rulebook;

    Judging(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * A step that can be taken.
     *
     * @param breaches what it breaks that a reason may stand in for; of all others it would be
     *     refused
     */
    record Judged(Stage stage, List<Breach> breaches) {}

    Bounds bounds(LocalDate day, UUID organization) {
        return Bounds.of(id -> rulebook.rule(id, day, organization));
    }

    Clocks clocks(LocalDate day, UUID organization) {
        return Clocks.of(id -> rulebook.rule(id, day, organization));
    }

    Waiting waiting(Stage stage, LocalDate day, UUID organization) {
        return Waiting.of(stage, bounds(day, organization), clocks(day, organization));
    }

    /**
     * Judges a step.
     *
     * @throws RuleRefused by the first hard condition that fails
     */
    Judged judge(Stage stage, Step step, Line line, Power power) {
        var bounds = bounds(step.on(), line.branch());
        var excused = new HashSet<RuleId>();
        var breaches = new ArrayList<Breach>();
        while (true) {
            var facts = new Facts(bounds, line.temporary(), power, excused);
            switch (AdmissionProcess.take(stage, step, facts)) {
                case Allowed(var next, _) -> {
                    return new Judged(next, breaches);
                }
                case Refused(var rule, var says, var explainable) -> {
                    if (!explainable) {
                        throw refused(rule, says, step.on(), line.branch());
                    }
                    breaches.add(new Breach(rule.value(), says));
                    excused.add(rule);
                }
            }
        }
    }

    /** What rules and registers say of a branch on a day, where a committee may approve. */
    Facts facts(LocalDate day, Line line) {
        return new Facts(bounds(day, line.branch()), line.temporary(), Power.APPROVES, Set.of());
    }

    RuleRefused refused(
            RuleId rule, String says, LocalDate day, UUID organization, String... fields) {
        return new RuleRefused(rulebook.rule(rule, day, organization), says, fields);
    }

    /** Whether what happened on a day is entered so long after that it says so (AF-13). */
    boolean late(LocalDate on, LocalDate today, UUID organization) {
        var days = rulebook.rule(Rules.LATE, today, organization).figure("days");
        return today.isAfter(on.plusDays(days));
    }
}
