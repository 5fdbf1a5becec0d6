package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.ApplicantGrants;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Judging.Judged;
import org.sunmao.admission.internal.Taken.By;

import java.util.Map;
import java.util.UUID;

/** Keeps a step that was judged, in one transaction with all that follows from it. */
@Component
class Taking {

    private final AdmissionStore store;
    private final StepStore steps;
    private final StageJson json;
    private final Judging judging;
    private final RegisterEffects register;
    private final ApplicantGrants grants;
    private final AdmissionJournal journal;

    Taking(
            AdmissionStore store,
            StepStore steps,
            StageJson json,
            Judging judging,
            RegisterEffects register,
            ApplicantGrants grants,
            AdmissionJournal journal) {
        this.store = store;
        this.steps = steps;
        this.json = json;
        this.judging = judging;
        this.register = register;
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * A step, and what stands beside it.
     *
     * @param told what was filled in
     * @param acting for which organization it is taken
     * @param reason why it breaks a rule, or comes late
     * @param signed who of the superior signed the reason
     */
    record Act(
            Step step,
            Map<String, Object> told,
            UUID acting,
            @Nullable UUID meeting,
            @Nullable String reason,
            @Nullable String signed,
            By by) {}

    UUID take(Scope scope, Admission was, Act act, Judged judged) {
        return take(scope, was, act, judged, was.organization());
    }

    /**
     * The same, where the case comes to another branch.
     *
     * @param organization the branch it belongs to from now on
     */
    UUID take(Scope scope, Admission was, Act act, Judged judged, UUID organization) {
        var step = act.step();
        var stage = judged.stage();
        var today = scope.day();
        var taken =
                new Taken(
                        UuidCreator.getTimeOrderedEpoch(),
                        StepCode.of(step),
                        step.on(),
                        json.write(step),
                        act.told(),
                        stage.code(),
                        act.acting(),
                        act.meeting(),
                        judging.late(step.on(), today, was.organization()),
                        judged.breaches(),
                        act.reason(),
                        act.signed(),
                        act.by());
        register.of(scope, was, stage, step, organization);
        steps.add(was.id(), taken);
        journal.took(scope, was, organization, taken, AdmissionProcess.ruleOf(step).value());
        if (!organization.equals(was.organization())) {
            grants.moved(scope, was.person(), organization);
        }
        store.move(was.id(), organization, stage, judging.waiting(stage, today, organization));
        return taken.id();
    }
}
