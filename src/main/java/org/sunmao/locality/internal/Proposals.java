package org.sunmao.locality.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.locality.internal.Proposal.By;
import org.sunmao.locality.internal.Proposal.Decided;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Proposing a local figure, and deciding it by somebody else. */
@Service
class Proposals {

    private final Scopes scopes;
    private final ProposalStore store;
    private final FigureStore figures;
    private final LocalFigures local;
    private final FigureChecks checks;
    private final ProposalReader reader;
    private final ProposalViews views;
    private final FigureForesight foresight;
    private final Rulebook rulebook;
    private final Journal journal;
    private final Clock clock;

    Proposals(
            Scopes scopes,
            ProposalStore store,
            FigureStore figures,
            LocalFigures local,
            FigureChecks checks,
            ProposalReader reader,
            ProposalViews views,
            FigureForesight foresight,
            Rulebook rulebook,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.figures = figures;
        this.local = local;
        this.checks = checks;
        this.reader = reader;
        this.views = views;
        this.foresight = foresight;
        this.rulebook = rulebook;
        this.journal = journal;
        this.clock = clock;
    }

    ProposalView propose(SignedIn who, RuleId rule, ProposalReader.Wish sent) {
        return scopes.write(
                who,
                scope -> {
                    var wish = wish(who, scope, rule, sent);
                    checks.checkNew(scope, wish, checks.check(scope, wish));
                    store.add(wish);
                    journal.append(scope.actor(), act(scope, "figure.propose", wish, null));
                    return views.of(who, scope, wish);
                });
    }

    /** What would come of it; nothing is kept. */
    FigurePreview preview(SignedIn who, RuleId rule, ProposalReader.Wish sent) {
        return scopes.read(
                who,
                scope -> {
                    var wish = wish(who, scope, rule, sent);
                    var possible = checks.check(scope, wish);
                    checks.checkNew(scope, wish, possible);
                    return foresight.of(scope, wish, possible);
                });
    }

    FigurePreview preview(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> {
                    var wish = store.get(scope, id).orElseThrow(NotFound::new);
                    var begun = begun(wish, scope.day());
                    return foresight.of(scope, begun, checks.check(scope, begun));
                });
    }

    Page<ProposalView> list(
            SignedIn who,
            @Nullable State state,
            @Nullable RuleId rule,
            @Nullable String after,
            int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return scopes.read(
                who,
                scope -> {
                    var rows = store.list(scope, state, rule, behind, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.id().toString()));
                    return new Page<>(
                            page.items().stream().map(one -> views.of(who, scope, one)).toList(),
                            page.next());
                });
    }

    ProposalView get(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> views.of(who, scope, store.get(scope, id).orElseThrow(NotFound::new)));
    }

    /** From its first day on it holds; from today, where that day has gone by. */
    ProposalView approve(SignedIn who, UUID id, @Nullable String said) {
        var reason = reader.optional(said);
        return scopes.write(
                who,
                scope -> {
                    var wish = pending(scope, id);
                    if (views.own(who, wish)) {
                        throw refused(wish, "不能审批自己提出的更改，请由本级或上级党组织的其他人员审批");
                    }
                    var begun = begun(wish, scope.day());
                    checks.check(scope, begun);
                    decide(begun);
                    return ended(who, scope, wish, State.APPROVED, reason);
                });
    }

    ProposalView refuse(SignedIn who, UUID id, @Nullable String said) {
        var reason = reader.required(said, "reason", "请写明不同意的原因");
        return scopes.write(
                who,
                scope -> {
                    var wish = pending(scope, id);
                    if (views.own(who, wish)) {
                        throw refused(wish, "自己提出的更改不用审批，可以撤回");
                    }
                    return ended(who, scope, wish, State.REFUSED, reason);
                });
    }

    ProposalView withdraw(SignedIn who, UUID id) {
        return scopes.write(
                who,
                scope -> {
                    var wish = pending(scope, id);
                    if (!wish.by().account().equals(who.account())) {
                        throw refused(wish, "只有提出的人可以撤回");
                    }
                    return ended(who, scope, wish, State.WITHDRAWN, null);
                });
    }

    private Proposal pending(Scope scope, UUID id) {
        var wish = store.lock(scope, id).orElseThrow(NotFound::new);
        if (wish.state() != State.PENDING) {
            throw refused(wish, "这项更改已经有了结果，请刷新后查看");
        }
        return wish;
    }

    private void decide(Proposal wish) {
        figures.alone();
        var before = figures.all().stream().filter(held -> held.concerns(wish)).toList();
        before.forEach(figures::remove);
        Timetable.with(before, wish, wish.startsOn()).forEach(figures::add);
        local.changed();
    }

    private ProposalView ended(
            SignedIn who, Scope scope, Proposal wish, State state, @Nullable String reason) {
        var decided = new Decided(who.account(), who.name(), clock.instant(), reason);
        store.decide(wish.id(), state, decided);
        var action =
                switch (state) {
                    case APPROVED -> "figure.approve";
                    case REFUSED -> "figure.refuse";
                    case WITHDRAWN -> "figure.withdraw";
                    case PENDING -> throw new IllegalArgumentException();
                };
        journal.append(scope.actor(), act(scope, action, wish, reason));
        return views.of(who, scope, store.get(scope, wish.id()).orElseThrow(NotFound::new));
    }

    private Proposal wish(SignedIn who, Scope scope, RuleId rule, ProposalReader.Wish sent) {
        return reader.read(
                UuidCreator.getTimeOrderedEpoch(),
                rule,
                sent,
                scope.day(),
                new By(who.account(), who.member(), who.behalf(), who.name()),
                clock.instant());
    }

    /** A day that went by before anybody approved is not made up for. */
    private static Proposal begun(Proposal wish, LocalDate today) {
        var from = wish.startsOn().isBefore(today) ? today : wish.startsOn();
        var end = wish.endsOn();
        if (end != null && !end.isAfter(from)) {
            throw new InputRefused("until", "这项更改的截止日已过，请撤回后重新提出");
        }
        return new Proposal(
                wish.id(),
                wish.organization(),
                wish.rule(),
                wish.name(),
                wish.value(),
                from,
                end,
                wish.reason(),
                wish.by(),
                wish.at(),
                wish.state(),
                wish.decided());
    }

    private RuleRefused refused(Proposal wish, String reason) {
        return new RuleRefused(rulebook.rule(wish.rule(), LocalDate.now(clock)), reason);
    }

    private Act act(Scope scope, String action, Proposal wish, @Nullable String reason) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", wish.name());
        told.put("value", Objects.requireNonNullElse(wish.value(), ""));
        told.put("from", wish.startsOn().toString());
        var end = wish.endsOn();
        if (end != null) {
            told.put("until", end.toString());
        }
        told.put("reason", wish.reason());
        if (reason != null) {
            told.put("decisionReason", reason);
        }
        return new Act(
                wish.organization(),
                action,
                "figure",
                wish.id(),
                scope.day(),
                List.of(wish.rule().value()),
                told);
    }
}
