package org.sunmao.locality.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.locality.internal.FigureStore.Held;
import org.sunmao.locality.internal.Proposal.State;
import org.sunmao.locality.internal.RuleView.LocalFigure;
import org.sunmao.locality.internal.RuleView.RuleCase;
import org.sunmao.locality.internal.RuleView.RuleSource;
import org.sunmao.locality.internal.RuleView.RuleUse;
import org.sunmao.rules.BookRule;
import org.sunmao.rules.CaseBook;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Puts together the page of one rule, as it is in an organization on a day. */
@Component
class RulePages {

    private static final String DUTIES = "尚无：由规则派生的待办随各业务模块上线";
    private static final int WAITING = 50;

    private final Scopes scopes;
    private final Rulebook rulebook;
    private final CaseBook cases;
    private final LocalFigures figures;
    private final ProposalStore proposals;
    private final ProposalViews views;
    private final FigureViews figureViews;
    private final Uses uses;
    private final Tree tree;

    RulePages(
            Scopes scopes,
            Rulebook rulebook,
            CaseBook cases,
            LocalFigures figures,
            ProposalStore proposals,
            ProposalViews views,
            FigureViews figureViews,
            Uses uses,
            Tree tree) {
        this.scopes = scopes;
        this.rulebook = rulebook;
        this.cases = cases;
        this.figures = figures;
        this.proposals = proposals;
        this.views = views;
        this.figureViews = figureViews;
        this.uses = uses;
        this.tree = tree;
    }

    /**
     * @param asked whose figures; the asker's own organization if absent
     * @throws NotFound for one that is neither in the asker's subtree nor above their own
     */
    RuleView page(SignedIn who, String id, @Nullable UUID asked, @Nullable LocalDate day) {
        if (!RuleId.fits(id)) {
            throw new NotFound();
        }
        var entry = rulebook.entry(new RuleId(id)).orElseThrow(NotFound::new);
        return scopes.read(who, scope -> view(who, scope, entry, asked, day));
    }

    /** Where a rule is looked at, and what was decided for that place. */
    private record Here(
            LocalDate day,
            @Nullable UUID organization,
            String path,
            Rule rule,
            Rule law,
            List<Held> decided) {

        boolean local() {
            return law.figures().values().stream().anyMatch(Rule.Figure::local);
        }
    }

    private RuleView view(
            SignedIn who,
            Scope scope,
            BookRule entry,
            @Nullable UUID asked,
            @Nullable LocalDate wanted) {
        var day = wanted == null ? scope.day() : wanted;
        var organization = asked == null ? who.organization() : asked;
        if (organization != null) {
            check(who, scope, organization);
        }
        var path = organization == null ? "" : tree.path(organization, scope.day()).orElse("");
        var decided = held(entry.id(), one -> !path(one).isEmpty() && path.startsWith(path(one)));
        var rule = rulebook.rule(entry.id(), day, organization);
        var here = new Here(day, organization, path, rule, entry.nearest(day), decided);
        return view(who, scope, entry, here);
    }

    private RuleView view(SignedIn who, Scope scope, BookRule entry, Here here) {
        var organization = here.organization();
        return new RuleView(
                entry.id().value(),
                entry.title(),
                entry.kind().code(),
                entry.kind().label(),
                here.rule().told(),
                here.rule().text(),
                entry.sources().stream().map(RulePages::source).toList(),
                entry.sources().getFirst().confirmed(),
                Confirmation.says(entry.sources().getFirst().confirmed()),
                entry.inUse(),
                !here.local(),
                entry.note(),
                here.day(),
                figureViews.since(entry, here.day()),
                entry.until(),
                organization == null ? null : views.place(scope, organization),
                figureViews.here(scope, here.rule(), here.law(), here.decided()),
                elsewhere(scope, here),
                told(scope, here.law(), here.decided()),
                figureViews.versions(entry),
                waiting(who, scope, entry.id()),
                use(entry),
                cases.of(entry.id()).stream()
                        .map(one -> new RuleCase(one.situation(), one.known(), one.expected()))
                        .toList(),
                DUTIES,
                here.local()
                        && who.role().may(Right.FIGURES_PROPOSE)
                        && within(scope, here.path()));
    }

    private RuleUse use(BookRule entry) {
        var use = uses.of(entry.id());
        return new RuleUse(uses.screens(use), use.classes(), use.refusals(), use.tests());
    }

    private void check(SignedIn who, Scope scope, UUID organization) {
        var path = tree.path(organization, scope.day()).orElse("");
        var own = who.organization();
        var mine = own == null ? "" : tree.path(own, scope.day()).orElse("");
        if (!organization.equals(own)
                && (path.isEmpty() || (!within(scope, path) && !mine.startsWith(path)))) {
            throw new NotFound();
        }
    }

    private static boolean within(Scope scope, String path) {
        return scope.everything() || scope.subtree().contains(path);
    }

    /** The path of whose decision it is, of today; empty if that organization is no more. */
    private String path(Held held) {
        return tree.path(held.organization(), figureViews.today()).orElse("");
    }

    private List<Held> held(RuleId rule, Predicate<Held> wanted) {
        return figures.all().stream()
                .filter(one -> one.rule().equals(rule))
                .filter(wanted)
                .sorted(Comparator.comparing(Held::from).reversed())
                .toList();
    }

    private List<LocalFigure> elsewhere(Scope scope, Here here) {
        var others =
                held(
                        here.law().id(),
                        one ->
                                one.on(here.day())
                                        && within(scope, path(one))
                                        && !here.path().startsWith(path(one)));
        return told(scope, here.law(), others);
    }

    private List<LocalFigure> told(Scope scope, Rule law, List<Held> held) {
        return held.stream().map(one -> figureViews.local(scope, law, one)).toList();
    }

    private List<ProposalView> waiting(SignedIn who, Scope scope, RuleId rule) {
        if (!who.role().may(Right.FIGURES_PROPOSE) && !who.role().may(Right.FIGURES_APPROVE)) {
            return List.of();
        }
        return proposals.list(scope, State.PENDING, rule, null, WAITING).stream()
                .map(one -> views.of(who, scope, one))
                .toList();
    }

    private static RuleSource source(Rule.Source source) {
        return new RuleSource(
                source.document(),
                source.article(),
                source.confirmed(),
                Confirmation.says(source.confirmed()));
    }
}
