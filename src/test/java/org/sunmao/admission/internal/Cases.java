package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Entry;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.internal.Law;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Persons who have come so far, by the figures of the book. */
final class Cases {

    static final Facts FACTS = facts(Bounds.of(Law::rule));

    /** Eight due, all there, all in favour. */
    static final Counts ALL = new Counts(8, 8, 0, 8, 0, 0);

    private Cases() {}

    static Facts facts(Bounds bounds) {
        return new Facts(bounds, false, Power.APPROVES, Set.of());
    }

    static Facts excused(RuleId... rules) {
        return new Facts(FACTS.bounds(), false, Power.APPROVES, Set.of(rules));
    }

    static Facts by(Power power) {
        return new Facts(FACTS.bounds(), false, power, Set.of());
    }

    /** The book with one figure decided by a locality. */
    static Facts local(RuleId rule, String name, int value) {
        return facts(Bounds.of(id -> id.equals(rule) ? decided(id, name, value) : Law.rule(id)));
    }

    private static Rule decided(RuleId id, String name, int value) {
        var rule = Law.rule(id);
        var figures = new HashMap<>(rule.figures());
        figures.put(name, new Figure(value, "", true));
        return new Rule(id, rule.title(), rule.text(), rule.source(), figures);
    }

    /** Cultivated, with contacts and two assessments. */
    static Activist activist(LocalDate since) {
        return new Activist(since, since, since, List.of(since, since), null);
    }

    static Candidate candidate(LocalDate on) {
        return new Candidate(on, on, on, on, on, null, null);
    }

    static PreExamined preExamined(LocalDate on) {
        return new PreExamined(candidate(on), on, on);
    }

    static Accepted accepted(LocalDate on) {
        return new Accepted(candidate(on), on, on, on);
    }

    /** On probation from a meeting on, approved on the same day; conversion is asked for. */
    static Probationer probationer(LocalDate since, Facts facts) {
        var approved = take(accepted(since), new Step.Approve(since, true, false), facts);
        var asked = take(approved, new Step.ApplyConversion(since), facts);
        return (Probationer) asked;
    }

    static Probationer probationer(LocalDate on, LocalDate until, @Nullable LocalDate extended) {
        return new Probationer(on, until, on, extended, null, Entry.NONE, null);
    }

    static Stage take(Stage stage, Step step, Facts facts) {
        var verdict = AdmissionProcess.take(stage, step, facts);
        assertThat(verdict).isInstanceOf(Allowed.class);
        return ((Allowed) verdict).stage();
    }

    /** What is told of a verdict: {@code -}, or the rule, with a mark where it is explainable. */
    static String told(Verdict verdict) {
        return switch (verdict) {
            case Allowed _ -> "-";
            case Refused(var rule, _, var explainable) -> rule + (explainable ? "?" : "");
        };
    }

    static String told(Stage stage, Step step, Facts facts) {
        return told(AdmissionProcess.take(stage, step, facts));
    }
}
