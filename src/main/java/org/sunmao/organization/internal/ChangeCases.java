package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A change with all that is known of what it touches, examined on a day. */
@Component
class ChangeCases {

    private final ChangeReader reader;
    private final ChangeSurvey survey;
    private final Rulebook rulebook;

    ChangeCases(ChangeReader reader, ChangeSurvey survey, Rulebook rulebook) {
        this.reader = reader;
        this.survey = survey;
        this.rulebook = rulebook;
    }

    record Case(
            ChangeRecord change,
            List<ChangeStep> steps,
            ChangeFacts facts,
            ChangePlan.Outcome plan) {

        ChangePrint print() {
            return ChangePrint.of(change, steps, facts);
        }
    }

    List<ChangeStep> steps(ChangeRecord change) {
        return reader.read(change.steps(), ChangeReader.known(change.steps())).steps();
    }

    Case examine(ChangeRecord change, LocalDate today) {
        var steps = steps(change);
        var on = change.effectiveOn();
        var facts = survey.facts(steps, on, today);
        var in = on.isAfter(today) ? on : today;
        var plan =
                ChangePlan.of(steps, on, facts, id -> rulebook.rule(id, in, change.organization()));
        return new Case(change, steps, facts, plan);
    }

    /** Everything a change speaks of, and what stands above what it takes, moves or founds. */
    static Set<UUID> concerned(List<ChangeStep> steps, ChangeFacts facts) {
        var concerned = new LinkedHashSet<>(ChangeSurvey.touched(steps));
        for (var step : steps) {
            for (var named : step.changed()) {
                var known = facts.organizations().get(named.organization());
                if (known != null && known.parent() != null && superior(step)) {
                    concerned.add(known.parent());
                }
            }
        }
        return concerned;
    }

    private static boolean superior(ChangeStep step) {
        return step instanceof ChangeStep.Move || !step.ended().isEmpty();
    }

    /** What the process asks of the asker and of the change. */
    ChangeProcess.Facts facts(SignedIn who, Scope scope, Case of) {
        var concerned = concerned(of.steps(), of.facts());
        var known =
                concerned.stream()
                        .map(of.facts().organizations()::get)
                        .filter(Objects::nonNull)
                        .toList();
        var within = survey.everWithin(scope, concerned);
        within.addAll(of.plan().effects().founded().stream().map(f -> f.id()).toList());
        var refusals = of.plan().refusals();
        return new ChangeProcess.Facts(
                scope.day(),
                of.change().effectiveOn(),
                who.role().may(Right.CHANGES_PREPARE)
                        && !survey.within(scope, List.of(of.change().organization())).isEmpty(),
                who.role().may(Right.CHANGES_DECIDE),
                survey.committee(who.organization()),
                known.stream().anyMatch(o -> o.field().equals("village")),
                known.stream()
                        .filter(o -> o.endedOn() == null && !within.contains(o.id()))
                        .map(Organization::name)
                        .distinct()
                        .toList(),
                refusals.isEmpty() ? null : refusals.getFirst().says());
    }
}
