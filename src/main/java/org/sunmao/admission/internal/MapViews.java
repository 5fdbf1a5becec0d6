package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Actors.Hand;
import org.sunmao.admission.internal.AdmissionView.AdmissionGate;
import org.sunmao.admission.internal.AdmissionView.AdmissionRule;
import org.sunmao.admission.internal.AdmissionView.AdmissionStep;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Probes.Today;
import org.sunmao.admission.internal.StepCode.Gate;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The map of a case: gates with their days, steps done, open and closed. */
@Component
class MapViews {

    private static final String ASK = "，请";

    private final Probes probes;
    private final Catalogue catalogue;
    private final Rulebook rulebook;

    MapViews(Probes probes, Catalogue catalogue, Rulebook rulebook) {
        this.probes = probes;
        this.catalogue = catalogue;
        this.rulebook = rulebook;
    }

    record Drawn(List<AdmissionGate> gates, List<AdmissionStep> steps) {}

    /**
     * Draws it.
     *
     * @param hand of whoever looks
     * @param papers how many of the five are there
     */
    Drawn of(Hand hand, LocalDate day, Admission it, List<Taken> history, int papers) {
        var done = Progress.done(it.stage());
        var scheme = catalogue.scheme(day, it.organization());
        var steps = new ArrayList<AdmissionStep>();
        var today = probes.today(it, hand.line(), day, papers);
        var sight = new Sight(hand, it, history, done, scheme, today);
        drawn(it).forEach(code -> steps.add(step(sight, code)));
        return new Drawn(gates(it, history), steps);
    }

    /** Of who was admitted outside the usual way, what decided it and the file are all there is. */
    private static List<StepCode> drawn(Admission it) {
        return OutsideAdmissions.is(it.kind())
                ? List.of(StepCode.APPROVE, StepCode.ARCHIVE)
                : Arrays.stream(StepCode.values())
                        .filter(code -> code.gate() != Gate.BESIDE)
                        .toList();
    }

    boolean open(Admission it, StepCode code, Line line, LocalDate day) {
        return Probes.closed(probes.today(it, line, day, 0), code) == null;
    }

    /** A case as somebody looks at it. */
    private record Sight(
            Hand hand,
            Admission it,
            List<Taken> history,
            Set<StepCode> done,
            Scheme scheme,
            Today today) {}

    private AdmissionStep step(Sight sight, StepCode code) {
        var it = sight.it();
        var day = sight.today().day();
        var entry = catalogue.entry(code.code());
        var taken = sight.history().stream().filter(one -> one.code() == code).toList();
        var closed = code == StepCode.APPLICATION ? null : Probes.closed(sight.today(), code);
        var repeated = closed == null && code != StepCode.APPLICATION;
        var is = sight.done().contains(code);
        var waits = it.waiting().next() == code;
        return new AdmissionStep(
                code.code(),
                sight.scheme().number(code.code()),
                entry.title(),
                sight.scheme().gate(entry),
                is ? "done" : closed == null ? "open" : "closed",
                taken.isEmpty() ? null : taken.getLast().on(),
                taken.size(),
                is || closed == null ? null : rule(closed.rule(), day, it.organization()),
                is || closed == null ? null : says(it, code, closed),
                is || closed == null ? null : remedy(it, code, closed),
                closed != null && closed.explainable(),
                code.by().code(),
                entry.byName(),
                (repeated || explained(is, closed))
                        && (sight.hand().may(code) || own(sight.hand().who(), it, code)),
                waits ? it.waiting().due() : null,
                waits && AdmissionViews.late(it.waiting(), day));
    }

    /** Conversion is asked for by the person. */
    private static boolean own(SignedIn who, Admission it, StepCode code) {
        return code == StepCode.CONVERSION_APPLICATION && it.person().equals(who.member());
    }

    /** What a reason may stand in for can be tried. */
    private static boolean explained(boolean done, @Nullable Refused closed) {
        return !done && closed != null && closed.explainable();
    }

    /** Of who was admitted outside the usual way, the paper that decided it stands for all five. */
    private static String says(Admission it, StepCode code, Refused closed) {
        return code == StepCode.ARCHIVE && OutsideAdmissions.is(it.kind())
                ? "批准文件（审批结果通知）还没有上传，请先上传扫描件"
                : closed.says();
    }

    /** What has to be done first: what the process says of it, or the step that waits. */
    private @Nullable String remedy(Admission it, StepCode code, Refused closed) {
        var says = says(it, code, closed);
        var at = says.lastIndexOf(ASK);
        if (at >= 0) {
            return says.substring(at + 1);
        }
        var next = it.waiting().next();
        return next == null || next == code
                ? null
                : "先办“" + catalogue.entry(next.code()).title() + "”";
    }

    AdmissionRule rule(RuleId id, LocalDate day, UUID organization) {
        var rule = rulebook.rule(id, day, organization);
        var source = rule.source();
        return new AdmissionRule(
                id.value(), rule.title(), source.place(), !source.confirmed().equals("yes"));
    }

    /** A gate lasts until something of the next was done. */
    private List<AdmissionGate> gates(Admission it, List<Taken> history) {
        var now = Progress.gate(it.stage());
        var gates = Arrays.stream(Gate.values()).filter(gate -> gate != Gate.BESIDE).toList();
        var drawn = new ArrayList<AdmissionGate>();
        for (var gate : gates) {
            var from = gate == Gate.APPLICATION ? it.applied() : first(history, gate);
            var later = gates.stream().filter(one -> one.compareTo(gate) > 0);
            var to = later.map(one -> first(history, one)).filter(d -> d != null).findFirst();
            var state = state(it, gate, now, from);
            drawn.add(
                    new AdmissionGate(
                            gate.code(),
                            gate.label(),
                            state,
                            from,
                            state.equals("done") ? to.orElse(end(it)) : null));
        }
        return drawn;
    }

    private static String state(Admission it, Gate gate, Gate now, @Nullable LocalDate from) {
        if (it.waiting().next() == null) {
            return from != null ? "done" : "ahead";
        }
        return gate == now ? "current" : gate.compareTo(now) < 0 ? "done" : "ahead";
    }

    private static @Nullable LocalDate end(Admission it) {
        return it.waiting().next() == null ? it.waiting().since() : null;
    }

    private static @Nullable LocalDate first(List<Taken> history, Gate gate) {
        return history.stream()
                .filter(one -> one.code().gate() == gate)
                .map(Taken::on)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
