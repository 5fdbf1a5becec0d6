package org.sunmao.access.internal;

import static org.sunmao.access.internal.GrantProcess.SEPARATE;
import static org.sunmao.access.internal.GrantProcess.TWO_STEPS;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.GrantProcess.Allowed;
import org.sunmao.access.internal.GrantProcess.Closed;
import org.sunmao.access.internal.GrantProcess.Facts;
import org.sunmao.access.internal.GrantProcess.State;
import org.sunmao.access.internal.GrantProcess.Step;
import org.sunmao.access.internal.GrantRequest.Decided;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asking for grants, and deciding on what somebody else asked for (SEC-17). */
@Service
class GrantRequests {

    private final ScopedTransactions scopes;
    private final GrantRequestStore store;
    private final GrantStore grants;
    private final GrantChecks checks;
    private final GrantViews views;
    private final Tree tree;
    private final Journal journal;
    private final Clock clock;

    GrantRequests(
            ScopedTransactions scopes,
            GrantRequestStore store,
            GrantStore grants,
            GrantChecks checks,
            GrantViews views,
            Tree tree,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.grants = grants;
        this.checks = checks;
        this.views = views;
        this.tree = tree;
        this.journal = journal;
        this.clock = clock;
    }

    Page<GrantRequestView> list(SignedIn who, boolean waiting, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return scopes.read(
                who,
                scope -> {
                    var rows = store.list(who, scope, waiting, behind, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.id().toString()));
                    return new Page<>(views.requests(who, page.items()), page.next());
                });
    }

    GrantController.GrantTop top() {
        var today = LocalDate.now(clock);
        var top = tree.top(today).orElseThrow(NotFound::new);
        var name = tree.name(top).orElse("");
        return new GrantController.GrantTop(top, name, grants.anyOfficer(top, today));
    }

    GrantRequestView ask(SignedIn who, GrantWish wish) {
        return scopes.administer(
                who,
                scope -> {
                    checks.mayAsk(who, scope, wish);
                    return add(who, scope, wish, null);
                });
    }

    /** Within the caller's transaction, which has found that the asker may ask. */
    GrantRequestView add(SignedIn who, Scope scope, GrantWish wish, @Nullable UUID principal) {
        var person = checks.named(who, wish.username());
        var from = wish.from() == null ? scope.day() : wish.from();
        checkDays(scope.day(), from, wish.to());
        var request =
                new GrantRequest(
                        UuidCreator.getTimeOrderedEpoch(),
                        State.REQUESTED,
                        person.id(),
                        wish.role(),
                        wish.organization(),
                        from,
                        wish.to() == null ? LocalDate.MAX : wish.to(),
                        wish.reason(),
                        principal,
                        who.account(),
                        who.behalf(),
                        clock.instant(),
                        null);
        var obstacle = checks.obstacle(scope, request, person);
        if (obstacle != null) {
            throw checks.refused(obstacle.rule(), obstacle.reason(), "username");
        }
        if (store.waits(request)) {
            throw checks.refused(TWO_STEPS, "同样的申请正在等待审批，不用再申请", "username");
        }
        store.add(request);
        tell(scope, "access.request-grant", request, wish.reason());
        return views.requests(who, List.of(request)).getFirst();
    }

    private static void checkDays(LocalDate today, LocalDate from, @Nullable LocalDate to) {
        if (from.isBefore(today)) {
            throw new InputRefused("/from", "开始日期不能早于今天");
        }
        if (to != null && !to.isAfter(from)) {
            throw new InputRefused("/to", "截止日期要晚于开始日期");
        }
    }

    GrantRequestView approve(SignedIn who, UUID id) {
        try {
            return scopes.administer(who, scope -> take(who, scope, id, Step.APPROVE, null));
        } catch (DataIntegrityViolationException _) {
            throw checks.refused(SEPARATE, "这个人刚刚得到了别的角色，两者不能由一人担任，请刷新后查看");
        }
    }

    GrantRequestView refuse(SignedIn who, UUID id, String reason) {
        return scopes.administer(who, scope -> take(who, scope, id, Step.REFUSE, reason));
    }

    GrantRequestView withdraw(SignedIn who, UUID id) {
        return scopes.administer(who, scope -> take(who, scope, id, Step.WITHDRAW, null));
    }

    private GrantRequestView take(
            SignedIn who, Scope scope, UUID id, Step step, @Nullable String reason) {
        var request = store.lock(who, scope, id).orElseThrow(NotFound::new);
        var next =
                switch (GrantProcess.take(request.state(), step, facts(who, scope, request))) {
                    case Allowed(var allowed) -> allowed;
                    case Closed(var rule, var why) -> throw checks.refused(rule, why);
                };
        var decided = new Decided(who.account(), clock.instant(), reason);
        store.decide(id, next, decided);
        tell(scope, "access." + action(next), request, reason == null ? "" : reason);
        if (next == State.APPROVED) {
            grant(scope, request);
        }
        var settled = request.decided(next, decided);
        return views.requests(who, List.of(settled)).getFirst();
    }

    private static String action(State state) {
        return switch (state) {
            case REQUESTED -> throw new IllegalStateException("nothing leads back");
            case APPROVED -> "approve-grant";
            case REFUSED -> "refuse-grant";
            case WITHDRAWN -> "withdraw-grant";
        };
    }

    /** What is asked for a day that is over begins today; a deputy's ends with the principal's. */
    private void grant(Scope scope, GrantRequest request) {
        var today = scope.day();
        var from = request.from().isBefore(today) ? today : request.from();
        var principal = request.principal();
        if (principal == null) {
            grants.add(UuidCreator.getTimeOrderedEpoch(), request, from, request.to(), null);
        } else {
            var over = grants.get(principal, today).orElseThrow(NotFound::new);
            var to = over.to().isBefore(request.to()) ? over.to() : request.to();
            grants.add(UuidCreator.getTimeOrderedEpoch(), request, from, to, over.account());
        }
        var told = new HashMap<String, String>();
        told.put("role", request.role().code());
        told.put("basis", principal == null ? "request" : "deputy");
        told.put("request", request.id().toString());
        tell(scope, "access.grant", request, told);
    }

    private Facts facts(SignedIn who, Scope scope, GrantRequest request) {
        var person = grants.people(List.of(request.account())).get(request.account());
        var behalf = who.behalf();
        return new Facts(
                scope.day(),
                request.to(),
                who.role() == Role.SECURITY_ADMIN,
                request.madeBy(who.account()) || (behalf != null && request.madeBy(behalf)),
                request.account().equals(who.account()),
                checks.obstacle(scope, request, person));
    }

    /** The house itself: what nobody decided before its last day is no more. */
    void lapse(Scope scope) {
        for (var request : store.lapsed(scope.day())) {
            var reason = "到申请的截止日期没有审批";
            store.decide(request.id(), State.WITHDRAWN, new Decided(null, clock.instant(), reason));
            tell(scope, "access.withdraw-grant", request, reason);
        }
    }

    private void tell(Scope scope, String action, GrantRequest request, String reason) {
        var told = new HashMap<String, String>();
        told.put("role", request.role().code());
        told.put("request", request.id().toString());
        told.put("reason", reason);
        tell(scope, action, request, told);
    }

    private void tell(Scope scope, String action, GrantRequest request, Map<String, String> told) {
        var act =
                new Act(
                        request.organization(),
                        action,
                        "account",
                        request.account(),
                        scope.day(),
                        List.of(TWO_STEPS.value()),
                        told);
        journal.append(scope.actor(), act);
    }
}
