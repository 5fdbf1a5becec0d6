package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.internal.ChangeCases.Case;
import org.sunmao.organization.internal.ChangeFacts.Refusal;
import org.sunmao.organization.internal.ChangeProcess.Allowed;
import org.sunmao.organization.internal.ChangeProcess.Closed;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeRecord.Said;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Conflict;
import org.sunmao.web.Stale.Standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a change from step to step: request, decision, carrying out, filing. */
@Service
class ChangeSteps {

    private final Scopes scopes;
    private final ChangeStore store;
    private final ChangeCases cases;
    private final ChangeLocks locks;
    private final ChangeWork work;
    private final ChangePapers papers;
    private final ChangePages pages;
    private final Histories histories;
    private final Journal journal;
    private final Rulebook rulebook;
    private final Clock clock;

    ChangeSteps(
            Scopes scopes,
            ChangeStore store,
            ChangeCases cases,
            ChangeLocks locks,
            ChangeWork work,
            ChangePapers papers,
            ChangePages pages,
            Histories histories,
            Journal journal,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.cases = cases;
        this.locks = locks;
        this.work = work;
        this.papers = papers;
        this.pages = pages;
        this.histories = histories;
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * Takes one step.
     *
     * @param based the version the asker has seen
     * @throws Stale if the document, or what a decision was made on, is not what it was
     */
    ChangeView take(
            SignedIn who, UUID id, String code, int based, Map<String, @Nullable Object> sent) {
        var step = Step.find(code).orElseThrow(NotFound::new);
        return scopes.write(
                who,
                scope -> {
                    var _ = store.get(scope, id).orElseThrow(NotFound::new);
                    store.lock(id);
                    var change = store.get(scope, id).orElseThrow(NotFound::new);
                    if (based != change.version()) {
                        throw stale(who, scope, change, List.of());
                    }
                    take(who, scope, change, step, sent);
                    return pages.view(who, scope, store.get(scope, id).orElseThrow(NotFound::new));
                });
    }

    private void take(
            SignedIn who,
            Scope scope,
            ChangeRecord change,
            Step step,
            Map<String, @Nullable Object> sent) {
        if (step == Step.APPLY || step == Step.DECIDE) {
            locks.lock(cases.steps(change), change.effectiveOn(), scope.day());
        }
        var examined = cases.examine(change, scope.day());
        var next = next(who, scope, examined, step);
        var said = said(who, scope, step, sent);
        if (step == Step.APPLY || step == Step.DECIDE) {
            checkPrint(who, scope, examined, sent);
        }
        if (step == Step.APPLY || step == Step.DECIDE || step == Step.REQUEST) {
            refuseIf(examined.plan().refusals(), scope.day());
        }
        var passed = change.passed().with(step, said);
        if (!(next instanceof ChangeState.Planned)) {
            papers.settle(step, examined, passed);
        }
        if (next instanceof ChangeState.Applied) {
            work.carryOut(scope, change, examined.facts(), examined.plan().effects());
        } else {
            scopes.about(change.id(), ChangeWork.REORGANIZE);
        }
        store.pass(change.id(), next.code(), passed);
        journal.append(scope.actor(), act(step, change, next, said));
    }

    /** What follows, but for what stands in the change itself: that is told at its place. */
    private ChangeState next(SignedIn who, Scope scope, Case examined, Step step) {
        var facts = cases.facts(who, scope, examined).unhindered();
        return switch (ChangeProcess.take(examined.change().now(), step, facts)) {
            case Allowed(var next) -> next;
            case Closed(var rule, var reason, var remedy) -> {
                var says = remedy == null ? reason : reason + "。" + remedy;
                throw rule == null
                        ? new InputRefused("/step", says)
                        : new RuleRefused(rulebook.rule(rule, scope.day()), says, "step");
            }
        };
    }

    private void checkPrint(
            SignedIn who, Scope scope, Case examined, Map<String, @Nullable Object> sent) {
        var seen = sent.get("fingerprint");
        if (!(seen instanceof String text) || text.isBlank()) {
            throw new InputRefused("/fingerprint", "请先预览，确认影响后再办理");
        }
        var print = examined.print();
        if (!print.text().equals(text)) {
            var conflicts = print.differences(text, examined.steps(), examined.facts());
            throw stale(who, scope, examined.change(), conflicts);
        }
    }

    private Stale stale(SignedIn who, Scope scope, ChangeRecord change, List<Conflict> conflicts) {
        var last = histories.last(change.id());
        return new Stale(
                new Standing(
                        change.version(),
                        pages.view(who, scope, change),
                        conflicts,
                        last.map(HistoryEntry::by).orElse(null),
                        last.map(HistoryEntry::at).orElse(null)));
    }

    /** Every fault at its place; one that a rule speaks of goes first. */
    private void refuseIf(List<Refusal> refusals, LocalDate day) {
        for (var refusal : refusals) {
            var rule = refusal.rule();
            if (rule != null) {
                throw new RuleRefused(
                        rulebook.rule(new RuleId(rule), day),
                        refusal.told(),
                        refusal.pointer().substring(1));
            }
        }
        if (!refusals.isEmpty()) {
            throw new InputRefused(
                    refusals.stream().map(no -> new Place(no.pointer(), no.told())).toList());
        }
    }

    /** What is said at a step: the paper of a decision or filing, the reason of a refusal. */
    private Said said(SignedIn who, Scope scope, Step step, Map<String, @Nullable Object> sent) {
        var faults = new ArrayList<Place>();
        var on =
                switch (step) {
                    case DECIDE -> past("decidedOn", "决定日期", sent, scope.day(), faults);
                    case FILE -> past("filedOn", "备案日期", sent, scope.day(), faults);
                    case REQUEST, REFUSE, APPLY, WITHDRAW -> null;
                };
        var decides = step == Step.DECIDE;
        var number = ChangeDrafts.text(sent, "number", "文号", 60, decides, faults);
        var meeting = ChangeDrafts.text(sent, "meeting", "会议", 100, decides, faults);
        var gives = step == Step.REFUSE || step == Step.WITHDRAW;
        var note = ChangeDrafts.text(sent, gives ? "reason" : "note", "理由", 500, gives, faults);
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Said(
                who.account(),
                clock.instant(),
                scope.day(),
                on,
                emptyToNull(number),
                emptyToNull(meeting),
                emptyToNull(note));
    }

    private static LocalDate past(
            String name,
            String label,
            Map<String, @Nullable Object> sent,
            LocalDate today,
            List<Place> faults) {
        var day = ChangeDrafts.day(name, label, sent.get(name), faults);
        if (day.isAfter(today)) {
            faults.add(new Place("/" + name, label + "不能晚于今天"));
        }
        return day;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Act act(Step step, ChangeRecord change, ChangeState next, Said said) {
        var after = new HashMap<String, @Nullable Object>();
        after.put("state", next.label());
        after.put("note", said.note());
        var before = new HashMap<String, @Nullable Object>();
        before.put("state", change.now().label());
        before.put("note", null);
        return new Act(
                change.organization(),
                "change." + step.code(),
                "change",
                change.id(),
                change.effectiveOn(),
                List.of(),
                Map.of("before", before, "after", after, "said", said));
    }
}
