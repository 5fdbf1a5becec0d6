package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.GrantStore.Grant;
import org.sunmao.access.internal.GrantStore.Look;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Grants that hold: looked at, ended before their time, and lent to a deputy (ACC-12). */
@Service
class Grants {

    private static final RuleId DEPUTIES = new RuleId("ACC-12");

    private final ScopedTransactions scopes;
    private final GrantStore store;
    private final GrantRequests requests;
    private final GrantEnding ending;
    private final GrantEnds ends;
    private final GrantViews views;
    private final Tree tree;
    private final Rulebook rulebook;

    Grants(
            ScopedTransactions scopes,
            GrantStore store,
            GrantRequests requests,
            GrantEnding ending,
            GrantEnds ends,
            GrantViews views,
            Tree tree,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.store = store;
        this.requests = requests;
        this.ending = ending;
        this.ends = ends;
        this.views = views;
        this.tree = tree;
        this.rulebook = rulebook;
    }

    /**
     * Grants within the asker's subtree, or one's own and those of one's deputies.
     *
     * @param organization only those over it and below it
     */
    Page<GrantView> list(
            SignedIn who, @Nullable UUID organization, @Nullable String after, int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        return scopes.read(
                who,
                scope -> {
                    var look = look(who, scope, organization);
                    var rows = store.list(look, scope, behind, limit + 1);
                    var page = Page.of(rows, limit, row -> List.of(row.id().toString()));
                    return new Page<>(views.grants(who, scope, page.items()), page.next());
                });
    }

    private Look look(SignedIn who, Scope scope, @Nullable UUID organization) {
        var security = who.role() == Role.SECURITY_ADMIN;
        var officer = who.role().may(Right.GRANTS_REQUEST);
        if (organization == null) {
            return new Look(who.account(), security, officer, scope.subtree());
        }
        var path = tree.path(organization, scope.day()).orElseThrow(NotFound::new);
        if (!security && !scope.subtree().contains(path)) {
            throw new NotFound();
        }
        var nobody = new UUID(0, 0);
        return new Look(nobody, false, security || officer, Subtree.below(path));
    }

    /** Ends it today: a session that acts under it is refused at its next request. */
    GrantView end(SignedIn who, UUID id, String reason) {
        return scopes.administer(
                who,
                scope -> {
                    var grant = store.lock(id, scope.day()).orElseThrow(NotFound::new);
                    if (!seen(who, scope, grant)) {
                        throw new NotFound();
                    }
                    var hindrance = ending.hindrance(who, scope, grant);
                    if (hindrance != null) {
                        var rule = rulebook.rule(GrantProcess.ENDS, scope.day());
                        throw new RuleRefused(rule, hindrance);
                    }
                    ends.one(scope, id, scope.day(), reason);
                    return views.grants(who, scope, List.of(grant)).getFirst();
                });
    }

    private boolean seen(SignedIn who, Scope scope, Grant grant) {
        if (who.role() == Role.SECURITY_ADMIN
                || grant.account().equals(who.account())
                || who.account().equals(grant.behalf())) {
            return true;
        }
        var organization = grant.organization();
        return organization != null
                && tree.path(organization, scope.day())
                        .filter(path -> scope.subtree().contains(path))
                        .isPresent();
    }

    /** Asks that somebody may act under the asker's own grant, for a while. */
    GrantRequestView lend(
            SignedIn who, String username, @Nullable LocalDate from, LocalDate to, String reason) {
        return scopes.administer(
                who,
                scope -> {
                    var grant = who.grant();
                    var rule = rulebook.rule(DEPUTIES, scope.day());
                    if (who.behalf() != null || grant == null) {
                        throw new RuleRefused(rule, "您是代别人办理，不能再转托他人，请由本人指定");
                    }
                    var begins = from == null ? scope.day() : from;
                    var most = rule.figure("deputyDays");
                    if (ChronoUnit.DAYS.between(begins, to) > most) {
                        throw new RuleRefused(rule, "代办一次最长 " + most + " 天，请改截止日期", "to");
                    }
                    if (!to.isAfter(begins)) {
                        throw new InputRefused("/to", "截止日期要晚于开始日期");
                    }
                    var wish =
                            new GrantWish(
                                    username, who.role(), who.organization(), begins, to, reason);
                    return requests.add(who, scope, wish, grant);
                });
    }
}
