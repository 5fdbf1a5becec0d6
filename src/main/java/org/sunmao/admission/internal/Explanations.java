package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What somebody explained, and the superior signs or refuses: so that nobody forges a date. */
@Service
class Explanations {

    private final Scopes scopes;
    private final AdmissionStore store;
    private final ExplanationStore explanations;
    private final Committees committees;
    private final Judging judging;
    private final Taking taking;
    private final AdmissionJournal journal;
    private final AdmissionViews views;
    private final Clock clock;

    Explanations(
            Scopes scopes,
            AdmissionStore store,
            ExplanationStore explanations,
            Committees committees,
            Judging judging,
            Taking taking,
            AdmissionJournal journal,
            AdmissionViews views,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.explanations = explanations;
        this.committees = committees;
        this.judging = judging;
        this.taking = taking;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    UUID ask(Scope scope, Admission admission, Explanation asked) {
        explanations.add(asked);
        store.touch(admission.id());
        journal.explained(scope, admission, asked, "explain", null);
        return asked.id();
    }

    Optional<Explanation> open(UUID admission) {
        return explanations.open(admission);
    }

    /** Signs: the step is judged once more, and taken as it was explained. */
    AdmissionView sign(SignedIn who, UUID id, UUID explanation) {
        return decide(
                who,
                id,
                explanation,
                (scope, was, asked) -> {
                    superior(who, scope, was, asked);
                    var step = asked.what();
                    if (step == null) {
                        explanations.decide(asked.id(), "signed", by(who), null);
                        journal.explained(scope, was, asked, "sign", null);
                        store.touch(was.id());
                        return;
                    }
                    var line = committees.of(was.organization(), scope.day());
                    var power = line.power(asked.organization());
                    var judged = judging.judge(was.stage(), step, line, power);
                    explanations.decide(asked.id(), "signed", by(who), null);
                    journal.explained(scope, was, asked, "sign", null);
                    var act =
                            new Taking.Act(
                                    step,
                                    asked.told(),
                                    asked.organization(),
                                    asked.meeting(),
                                    asked.reason(),
                                    who.name(),
                                    asked.by());
                    taking.take(scope, was, act, judged);
                });
    }

    AdmissionView refuse(SignedIn who, UUID id, UUID explanation, @Nullable String said) {
        var reason = AdmissionDesk.reason(said);
        if (reason == null) {
            throw new InputRefused("reason", "请写明不同意的原因");
        }
        return decide(
                who,
                id,
                explanation,
                (scope, was, asked) -> {
                    superior(who, scope, was, asked);
                    explanations.decide(asked.id(), "refused", by(who), reason);
                    journal.explained(scope, was, asked, "refuse", reason);
                    store.touch(was.id());
                });
    }

    /** Whoever wrote it takes it back. */
    AdmissionView withdraw(SignedIn who, UUID id, UUID explanation) {
        return decide(
                who,
                id,
                explanation,
                (scope, was, asked) -> {
                    if (!who.account().equals(asked.by().account())) {
                        throw judging.refused(
                                Rules.EXPLAINED, "只有写情况说明的人能撤回", scope.day(), was.organization());
                    }
                    explanations.decide(asked.id(), "withdrawn", by(who), null);
                    journal.explained(scope, was, asked, "withdraw", null);
                    store.touch(was.id());
                });
    }

    private interface Deciding {
        void decide(Scope scope, Admission was, Explanation asked);
    }

    private AdmissionView decide(SignedIn who, UUID id, UUID explanation, Deciding deciding) {
        return scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    if (!explanations.known(id, explanation)) {
                        throw new NotFound();
                    }
                    var asked = explanations.open(id).orElse(null);
                    if (asked == null || !asked.id().equals(explanation)) {
                        throw new Stale("这份情况说明已经办过，或者撤回了", views.of(who, scope, was));
                    }
                    deciding.decide(scope, was, asked);
                    return views.get(who, scope, id);
                });
    }

    private void superior(SignedIn who, Scope scope, Admission was, Explanation asked) {
        var line = committees.of(was.organization(), scope.day());
        if (!Actors.signs(who, asked, line)) {
            throw judging.refused(
                    Rules.EXPLAINED, "情况说明由上级党委审签，写的人不能自己签", scope.day(), was.organization());
        }
    }

    private By by(SignedIn who) {
        return new By(who.account(), who.behalf(), who.name(), clock.instant());
    }
}
