package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.locality.Derivation;
import org.sunmao.locality.Derivation.Foreseen;
import org.sunmao.locality.Derivation.Supposed;
import org.sunmao.locality.internal.FigureChecks.Possible;
import org.sunmao.locality.internal.FigurePreview.NearerFigure;
import org.sunmao.locality.internal.FigureStore.Held;
import org.sunmao.rules.Localities.Local;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.Strictness;
import org.sunmao.rules.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What would come of a local figure, reckoned by asking with it, as far as anything is derived. */
@Component
class FigureForesight {

    private final List<Derivation> derivations;
    private final LocalFigures figures;
    private final ProposalViews views;
    private final Rulebook rulebook;
    private final Tree tree;

    FigureForesight(
            List<Derivation> derivations,
            LocalFigures figures,
            ProposalViews views,
            Rulebook rulebook,
            Tree tree) {
        this.derivations = derivations;
        this.figures = figures;
        this.views = views;
        this.rulebook = rulebook;
        this.tree = tree;
    }

    FigurePreview of(Scope scope, Proposal wish, Possible possible) {
        var says = new ArrayList<String>();
        says.add(span(scope, wish, possible));
        var nearer = nearer(scope, wish, possible);
        if (!nearer.isEmpty()) {
            says.add("下级有 %d 处自己的规定，见下".formatted(nearer.size()));
        }
        var foreseen = foreseen(scope, wish, possible);
        if (foreseen.isEmpty()) {
            says.add("这个数字影响哪些党组织、哪些事项，系统还不能推算，请人工核对");
            return new FigurePreview(says, false, 0, List.of(), nearer);
        }
        says.add(foreseen.get().says());
        return new FigurePreview(
                says, true, foreseen.get().affected(), foreseen.get().examples(), nearer);
    }

    private String span(Scope scope, Proposal wish, Possible possible) {
        var now = now(wish).figures().get(wish.name());
        var until = wish.endsOn();
        var becomes = wish.value() == null ? law(wish, possible) : wish.value();
        return "%s及其下级自 %s 起%s由 %s 改为 %s %s"
                .formatted(
                        views.place(scope, wish.organization()).name(),
                        wish.startsOn(),
                        until == null ? "" : "至 " + until.minusDays(1) + " 止",
                        now == null ? "" : now.is().told(),
                        becomes,
                        possible.figure().unit())
                .strip();
    }

    /** What holds here once the own value is gone: that from above, or that of the rule. */
    private String law(Proposal wish, Possible possible) {
        return figures.above(wish.rule(), wish.startsOn(), wish.organization()).stream()
                .filter(local -> local.figure().equals(wish.name()))
                .filter(local -> !local.decision().organization().equals(wish.organization()))
                .map(local -> local.value().told())
                .reduce((_, last) -> last)
                .orElse(possible.figure().is().told());
    }

    private Rule now(Proposal wish) {
        return rulebook.rule(wish.rule(), wish.startsOn(), wish.organization());
    }

    private List<NearerFigure> nearer(Scope scope, Proposal wish, Possible possible) {
        var top = tree.path(wish.organization(), scope.day()).orElse("");
        var strictness = Strictness.of(possible.figure());
        return figures.all().stream()
                .filter(held -> held.rule().equals(wish.rule()) && held.name().equals(wish.name()))
                .filter(held -> held.on(wish.startsOn()))
                .filter(held -> below(scope, held, top))
                .map(held -> nearer(scope, held, possible, strictness))
                .toList();
    }

    private boolean below(Scope scope, Held held, String top) {
        return tree.path(held.organization(), scope.day())
                .filter(path -> path.startsWith(top) && !path.equals(top))
                .isPresent();
    }

    private NearerFigure nearer(Scope scope, Held held, Possible possible, Strictness strict) {
        var figure = possible.figure();
        var supposed = possible.supposed();
        var above = supposed == null ? null : supposed.value().number().orElse(null);
        var own = Values.read(figure, held.value()).flatMap(Value::number).orElse(null);
        var stays = above == null || own == null || strict.admits(own, above);
        return new NearerFigure(
                views.place(scope, held.organization()), held.value(), figure.unit(), stays);
    }

    private Optional<Foreseen> foreseen(Scope scope, Proposal wish, Possible possible) {
        var supposed = supposed(scope, wish, possible);
        return derivations.stream()
                .filter(derivation -> derivation.knows(wish.rule()))
                .findFirst()
                .map(
                        derivation ->
                                derivation.foresee(
                                        scope,
                                        wish.organization(),
                                        new Supposed(
                                                wish.rule(),
                                                one -> rule(wish, one),
                                                one -> then(wish, one, supposed))));
    }

    private Rule rule(Proposal wish, UUID organization) {
        return rulebook.rule(wish.rule(), wish.startsOn(), organization);
    }

    private Rule then(Proposal wish, UUID organization, @Nullable Local supposed) {
        return supposed == null
                ? rule(wish, organization)
                : rulebook.supposing(wish.rule(), wish.startsOn(), organization, supposed);
    }

    /** Without a value of its own, an organization has that from above. */
    private @Nullable Local supposed(Scope scope, Proposal wish, Possible possible) {
        var own = possible.supposed();
        if (own != null) {
            return own;
        }
        var path = tree.path(wish.organization(), scope.day()).orElse("");
        return Values.read(possible.figure(), law(wish, possible))
                .map(
                        value ->
                                new Local(
                                        wish.name(),
                                        value,
                                        new Rule.Decision(
                                                wish.id(),
                                                wish.organization(),
                                                "",
                                                wish.startsOn()),
                                        path))
                .orElse(null);
    }
}
