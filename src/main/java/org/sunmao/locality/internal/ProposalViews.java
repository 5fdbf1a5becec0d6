package org.sunmao.locality.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.locality.internal.ProposalView.RulePlace;
import org.sunmao.rules.Rulebook;

import java.util.UUID;

/** Proposals as they are shown. */
@Component
class ProposalViews {

    private final Rulebook rulebook;
    private final Tree tree;

    ProposalViews(Rulebook rulebook, Tree tree) {
        this.rulebook = rulebook;
        this.tree = tree;
    }

    ProposalView of(SignedIn who, Scope scope, Proposal wish) {
        var rule = rulebook.rule(wish.rule(), wish.startsOn());
        var figure = rule.figures().get(wish.name());
        var decided = wish.decided();
        var pending = wish.state() == State.PENDING;
        return new ProposalView(
                wish.id(),
                place(scope, wish.organization()),
                wish.rule().value(),
                rule.title(),
                wish.name(),
                figure == null ? wish.name() : Clauses.of(rule, wish.name()),
                wish.value(),
                figure == null ? "" : figure.is().told(),
                figure == null ? "" : figure.unit(),
                wish.startsOn(),
                wish.endsOn(),
                wish.reason(),
                rule.source().cite(),
                ProposalStore.code(wish.state()),
                wish.state().label(),
                wish.by().name(),
                wish.at(),
                decided == null ? null : decided.name(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.reason(),
                pending && wish.by().account().equals(who.account()),
                pending && who.role().may(Right.FIGURES_APPROVE) && !own(who, wish));
    }

    /** Whether the reader is who proposed: by another account, for another or by a deputy. */
    boolean own(SignedIn who, Proposal wish) {
        var member = wish.by().member();
        return wish.by().concerns(who.account())
                || wish.by().concerns(who.behalf())
                || (member != null && member.equals(who.member()));
    }

    RulePlace place(Scope scope, UUID organization) {
        return new RulePlace(organization, tree.name(organization, scope.day()).orElse(""));
    }
}
