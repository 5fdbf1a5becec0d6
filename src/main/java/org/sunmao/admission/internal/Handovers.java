package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.HandoverStore.Handover;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody moves in the middle of it: the old branch sends the papers, the new one examines them
 * and goes on; cultivation counts on (R-DEV-17, 51).
 */
@Service
class Handovers {

    private final Scopes scopes;
    private final AdmissionStore store;
    private final HandoverStore handovers;
    private final Papers papers;
    private final Explanations explanations;
    private final Committees committees;
    private final Judging judging;
    private final Actors actors;
    private final Taking taking;
    private final AdmissionJournal journal;
    private final AdmissionViews views;
    private final Tree tree;
    private final Clock clock;

    Handovers(
            Scopes scopes,
            AdmissionStore store,
            HandoverStore handovers,
            Papers papers,
            Explanations explanations,
            Committees committees,
            Judging judging,
            Actors actors,
            Taking taking,
            AdmissionJournal journal,
            AdmissionViews views,
            Tree tree,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.handovers = handovers;
        this.papers = papers;
        this.explanations = explanations;
        this.committees = committees;
        this.judging = judging;
        this.actors = actors;
        this.taking = taking;
        this.journal = journal;
        this.views = views;
        this.tree = tree;
        this.clock = clock;
    }

    /** The papers go out. What waits for the committee is answered first (R-DEV-25). */
    AdmissionView send(SignedIn who, UUID id, UUID target, @Nullable String sentOn) {
        return scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    writes(who, scope, was.organization());
                    var on = AdmissionDesk.day(sentOn, "on", scope.day());
                    if (explanations.open(id).isPresent() || handovers.open(id).isPresent()) {
                        throw new Stale("有一件事还没有办完，办完以后再转接", views.of(who, scope, was));
                    }
                    var line = committees.of(was.organization(), scope.day());
                    if (target.equals(was.organization()) || !branch(scope, line, target)) {
                        throw new InputRefused("target", "请选择接收的党支部");
                    }
                    judging.judge(was.stage(), new Step.Move(on, true), line, Power.APPROVES);
                    var handover =
                            new Handover(
                                    UuidCreator.getTimeOrderedEpoch(),
                                    id,
                                    was.organization(),
                                    target,
                                    on,
                                    who.name());
                    handovers.add(handover, by(who));
                    store.touch(id);
                    journal.noted(
                            scope,
                            was,
                            was.organization(),
                            "send",
                            Map.of("target", target.toString()));
                    return views.get(who, scope, id);
                });
    }

    /** A branch that is there today, below the same top. */
    private boolean branch(Scope scope, Line line, UUID target) {
        var other = committees.of(target, scope.day());
        return AdmissionDesk.BRANCHES.contains(other.kind())
                && tree.path(target, scope.day()).isPresent()
                && other.top().equals(line.top());
    }

    /** The new branch has examined the papers: from now on it is its own case. */
    AdmissionView receive(SignedIn who, UUID id, boolean examined, @Nullable String sentOn) {
        return scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    var handover = open(who, scope, was);
                    writes(who, scope, handover.target());
                    var on = AdmissionDesk.day(sentOn, "on", scope.day());
                    if (on.isBefore(handover.on())) {
                        throw new InputRefused("on", "早于转出的日期（" + handover.on() + "），请核对");
                    }
                    var line = committees.of(handover.target(), scope.day());
                    var step = new Step.Move(on, examined);
                    var judged = judging.judge(was.stage(), step, line, Power.APPROVES);
                    papers.follow(scope, id, handover.target());
                    scopes.about(was.person(), "hand-over");
                    var act =
                            new Taking.Act(
                                    step,
                                    Map.of("from", views.name(handover.source(), scope.day())),
                                    handover.target(),
                                    null,
                                    null,
                                    null,
                                    by(who));
                    taking.take(scope, was, act, judged, handover.target());
                    handovers.decide(handover.id(), "received", by(who), null);
                    return views.get(who, scope, id);
                });
    }

    /** The new branch sends the papers back, or the old one calls them back. */
    void end(SignedIn who, UUID id, boolean back, @Nullable String said) {
        var reason = AdmissionDesk.reason(said);
        if (back && reason == null) {
            throw new InputRefused("reason", "请写明退回的原因");
        }
        scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    var handover = open(who, scope, was);
                    writes(who, scope, back ? handover.target() : handover.source());
                    handovers.decide(
                            handover.id(), back ? "returned" : "withdrawn", by(who), reason);
                    scopes.about(was.person(), "hand-over");
                    store.touch(id);
                    journal.noted(
                            scope,
                            was,
                            back ? handover.target() : handover.source(),
                            back ? "return" : "call-back",
                            reason == null ? Map.of() : Map.of("reason", reason));
                    return true;
                });
    }

    private Handover open(SignedIn who, Scope scope, Admission was) {
        return handovers
                .open(was.id())
                .orElseThrow(() -> new Stale("材料没有在转接，可能别人刚刚办过", views.of(who, scope, was)));
    }

    private void writes(SignedIn who, Scope scope, UUID organization) {
        if (!actors.writes(who, scope, organization)) {
            throw new NotFound();
        }
    }

    private By by(SignedIn who) {
        return new By(who.account(), who.behalf(), who.name(), clock.instant());
    }
}
