package org.sunmao.request.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Officers;
import org.sunmao.access.Receipts;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.request.internal.Request.By;
import org.sunmao.request.internal.Request.Decision;
import org.sunmao.request.internal.Request.Officer;
import org.sunmao.request.internal.Request.State;
import org.sunmao.request.internal.RequestProcess.Step;
import org.sunmao.request.internal.RequestProcess.Verdict;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asking something of organizations below: trying it, issuing it, deciding it, ending it. */
@Service
class Requests {

    private static final Set<String> STATES =
            Set.of("draft", "pending", "active", "expired", "refused", "withdrawn", "ended");
    private static final int REASON = 300;

    private final Scopes scopes;
    private final Receipts receipts;
    private final RequestStore store;
    private final TargetStore targets;
    private final RequestChecks checks;
    private final RequestViews views;
    private final RequestJournal journal;
    private final Officers officers;
    private final Tree tree;
    private final Rulebook rulebook;
    private final Clock clock;

    Requests(
            Scopes scopes,
            Receipts receipts,
            RequestStore store,
            TargetStore targets,
            RequestChecks checks,
            RequestViews views,
            RequestJournal journal,
            Officers officers,
            Tree tree,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.store = store;
        this.targets = targets;
        this.checks = checks;
        this.views = views;
        this.journal = journal;
        this.officers = officers;
        this.tree = tree;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** What would come of it: its burden, and all that speaks against it. Nothing is kept. */
    RequestPreview preview(SignedIn who, RequestWish sent) {
        return scopes.read(who, scope -> views.preview(scope, checks.judge(who, scope, sent)));
    }

    RequestView add(SignedIn who, RequestWish sent, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    var made = receipts.once(who, "request", key, () -> add(who, scope, sent));
                    return view(who, scope, made);
                });
    }

    private UUID add(SignedIn who, Scope scope, RequestWish sent) {
        var judged = checks.judge(who, scope, sent);
        var request =
                new Request(
                        UuidCreator.getTimeOrderedEpoch(),
                        judged.organization(),
                        checks.pass(scope, judged),
                        new By(who.account(), who.member(), who.behalf(), who.name()),
                        clock.instant(),
                        new State.Draft());
        store.add(request);
        journal.add(scope, request, "draft", null);
        return request.id();
    }

    Page<RequestItem> list(
            SignedIn who,
            boolean received,
            @Nullable String state,
            @Nullable String after,
            int limit) {
        if (state != null && !STATES.contains(state)) {
            throw new InputRefused("state", "没有这种状态，请重新选择");
        }
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return scopes.read(
                who,
                scope -> {
                    var rows = store.list(scope, received, state, behind, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.id().toString()));
                    return new Page<>(views.items(who, scope, page.items()), page.next());
                });
    }

    RequestView get(SignedIn who, UUID id) {
        return scopes.read(who, scope -> view(who, scope, id));
    }

    private RequestView view(SignedIn who, Scope scope, UUID id) {
        return views.of(who, scope, store.get(scope, id).orElseThrow(NotFound::new));
    }

    /** Who may approve what an organization asks: anybody who may, but the asker. */
    List<RequestApprover> approvers(SignedIn who, UUID organization) {
        return scopes.read(
                who,
                scope -> {
                    if (!views.within(scope, organization)) {
                        throw new NotFound();
                    }
                    return officers.who(Right.REQUESTS_APPROVE, organization, scope.day()).stream()
                            .filter(one -> !one.account().equals(who.account()))
                            .filter(one -> !one.account().equals(who.behalf()))
                            .map(one -> views.approver(scope, one))
                            .toList();
                });
    }

    RequestView submit(SignedIn who, UUID id) {
        return take(who, id, "submit", null, (_, _) -> new Step.Submit());
    }

    /** From now on it is asked: of these organizations, and for these periods. */
    RequestView approve(SignedIn who, UUID id, @Nullable String said) {
        var reason = optional(said);
        return take(
                who,
                id,
                "approve",
                reason,
                (scope, request) -> {
                    var approve = new Step.Approve(decision(who, reason));
                    var facts = views.facts(who, scope, request);
                    if (RequestProcess.may(request.state(), approve, facts)) {
                        fix(scope, request);
                    }
                    return approve;
                });
    }

    private void fix(Scope scope, Request request) {
        var ask = request.ask();
        var path = tree.path(ask.top(), scope.day());
        var day = scope.day();
        var asked =
                path.isEmpty()
                        ? 0
                        : targets.fix(
                                request.id(),
                                TargetStore.meant(request.organization(), ask, path.get(), day),
                                ask.periods(day));
        if (asked == 0) {
            throw refused(scope, request, "这个范围里已经没有这样的党组织，请提出人撤回后重新提出");
        }
    }

    RequestView refuse(SignedIn who, UUID id, @Nullable String said) {
        var reason = WishText.required(said, "reason", REASON, "请写明不同意的原因");
        return take(who, id, "refuse", reason, (_, _) -> new Step.Refuse(decision(who, reason)));
    }

    RequestView withdraw(SignedIn who, UUID id) {
        return take(who, id, "withdraw", null, (_, _) -> new Step.Withdraw(decision(who, null)));
    }

    RequestView end(SignedIn who, UUID id, @Nullable String said) {
        var reason = WishText.required(said, "reason", REASON, "请写明停止的原因");
        return take(
                who,
                id,
                "end",
                reason,
                (scope, _) ->
                        new Step.End(scope.day(), new Officer(who.account(), who.name()), reason));
    }

    private interface Stepping {
        Step step(Scope scope, Request request);
    }

    private RequestView take(
            SignedIn who, UUID id, String verb, @Nullable String reason, Stepping stepping) {
        return scopes.write(
                who,
                scope -> {
                    var request = store.lock(scope, id).orElseThrow(() -> notTheirs(scope, id));
                    var step = stepping.step(scope, request);
                    var facts = views.facts(who, scope, request);
                    switch (RequestProcess.take(request.state(), step, facts)) {
                        case Verdict.Became(var state) -> store.move(id, state);
                        case Verdict.No(var says) -> throw refused(scope, request, says);
                    }
                    journal.add(scope, request, verb, reason);
                    return view(who, scope, id);
                });
    }

    /** Who is asked sees it, and takes no step of those who ask. */
    private RuntimeException notTheirs(Scope scope, UUID id) {
        return store.get(scope, id)
                .<RuntimeException>map(request -> refused(scope, request, "这是上级提出的要求，请由提出的党组织办理"))
                .orElseGet(NotFound::new);
    }

    private RuleRefused refused(Scope scope, Request request, String says) {
        return new RuleRefused(
                rulebook.rule(RequestReader.GATE, scope.day(), request.organization()), says);
    }

    private Decision decision(SignedIn who, @Nullable String reason) {
        return new Decision(who.account(), who.name(), clock.instant(), reason);
    }

    private static @Nullable String optional(@Nullable String said) {
        var text = WishText.optional(said, "reason");
        return text == null ? null : WishText.within(text, "reason", REASON);
    }
}
