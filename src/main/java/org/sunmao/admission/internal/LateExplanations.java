package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Explains what was entered afterwards and broke a rule: all of a case with one reason, which the
 * superior signs. The steps stand as they were done.
 */
@Service
class LateExplanations {

    private final Scopes scopes;
    private final AdmissionStore store;
    private final StepStore steps;
    private final Explanations explanations;
    private final Actors actors;
    private final Judging judging;
    private final AdmissionViews views;
    private final Clock clock;

    LateExplanations(
            Scopes scopes,
            AdmissionStore store,
            StepStore steps,
            Explanations explanations,
            Actors actors,
            Judging judging,
            AdmissionViews views,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.steps = steps;
        this.explanations = explanations;
        this.actors = actors;
        this.judging = judging;
        this.views = views;
        this.clock = clock;
    }

    AdmissionView explain(SignedIn who, UUID id, @Nullable String said) {
        var reason = AdmissionDesk.reason(said);
        if (reason == null) {
            throw new InputRefused("reason", "请写明原因");
        }
        return scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    if (!actors.writes(who, scope, was.organization())) {
                        throw new NotFound();
                    }
                    if (explanations.open(id).isPresent()) {
                        throw refused(scope, was, "有一份情况说明等上级党委审签，审签以后再写");
                    }
                    var by = new By(who.account(), who.behalf(), who.name(), clock.instant());
                    explanations.ask(scope, was, explanation(scope, was, reason, by));
                    return views.get(who, scope, id);
                });
    }

    private Explanation explanation(Scope scope, Admission was, String reason, By by) {
        var history = steps.of(was.id());
        var numbers = new ArrayList<Integer>();
        var breaches = new ArrayList<Taken.Breach>();
        for (var i = 0; i < history.size(); i++) {
            var taken = history.get(i);
            if (taken.reason() == null && !taken.breaches().isEmpty()) {
                numbers.add(i + 1);
                breaches.addAll(taken.breaches());
            }
        }
        if (numbers.isEmpty()) {
            throw refused(scope, was, "没有需要说明的步骤，不用再写");
        }
        var first = history.get(numbers.getFirst() - 1);
        return new Explanation(
                UuidCreator.getTimeOrderedEpoch(),
                was.id(),
                first.code(),
                first.on(),
                null,
                List.copyOf(numbers),
                Map.of(),
                null,
                breaches,
                reason,
                was.organization(),
                by);
    }

    private RuntimeException refused(Scope scope, Admission was, String says) {
        return judging.refused(Rules.EXPLAINED, says, scope.day(), was.organization());
    }
}
