package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.code.Codes;
import org.sunmao.organization.Function;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.Headcounts;
import org.sunmao.organization.internal.OrganizationStore.Details;
import org.sunmao.organization.internal.OrganizationView.DivisionView;
import org.sunmao.organization.internal.OrganizationView.FunctionView;
import org.sunmao.organization.internal.OrganizationView.ThresholdView;
import org.sunmao.organization.internal.Thresholds.Facts;
import org.sunmao.organization.internal.Thresholds.Told;
import org.sunmao.register.EditView;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Puts together the page of one organization, as the asker may see it. */
@Component
class OrganizationPages {

    private final OrganizationStore store;
    private final PostStore posts;
    private final SuccessionStore successions;
    private final TaskStore tasks;
    private final Codes codes;
    private final Headcounts headcounts;
    private final Rulebook rulebook;

    OrganizationPages(
            OrganizationStore store,
            PostStore posts,
            SuccessionStore successions,
            TaskStore tasks,
            Codes codes,
            Headcounts headcounts,
            Rulebook rulebook) {
        this.store = store;
        this.posts = posts;
        this.successions = successions;
        this.tasks = tasks;
        this.codes = codes;
        this.headcounts = headcounts;
        this.rulebook = rulebook;
    }

    OrganizationView view(SignedIn who, Scope scope, UUID id) {
        return find(who, scope, id).orElseThrow(NotFound::new);
    }

    /** The page as of the scope's day; empty if it was not there, or not within the scope. */
    Optional<OrganizationView> find(SignedIn who, Scope scope, UUID id) {
        return store.get(scope, id).map(details -> view(who, scope, details));
    }

    private OrganizationView view(SignedIn who, Scope scope, Details details) {
        var id = details.id();
        var division = details.division();
        var bodies = store.bodies(scope, id);
        var counts = headcounts.of(id, scope.day());
        var board = board(id, scope.day());
        var open = scope.now() && who.role().may(Right.ORGANIZATIONS_WRITE);
        return new OrganizationView(
                details.id(),
                details.name(),
                details.kind(),
                details.field(),
                details.branchClass(),
                details.parent(),
                details.validFrom(),
                details.version(),
                details.hasChildren(),
                store.above(details.path(), scope.day()),
                division == null
                        ? null
                        : new DivisionView(division, codes.division(division).orElse(null)),
                board.secretary(),
                board.others(codes),
                details.establishedOn(),
                details.endedOn(),
                scope.day(),
                successions.before(id),
                successions.after(id),
                bodies,
                counts,
                thresholds(details, counts, bodies.size(), board, scope.day()),
                functions(details.kind(), scope.day()),
                tasks.of(id).orElse(null),
                open ? EditView.of(OrganizationFields.CHANGED) : EditView.NONE);
    }

    private List<FunctionView> functions(String kind, LocalDate day) {
        var does = Function.of(kind);
        var why =
                rulebook.rule(
                        kind.equals(Kinds.GROUP) ? Kinds.PARTY_GROUP : Kinds.TEMPORARY_BRANCH, day);
        return Arrays.stream(Function.values())
                .map(
                        one -> {
                            var open = does.contains(one);
                            return new FunctionView(
                                    one.code(),
                                    one.label(),
                                    open,
                                    open ? null : why.id().value(),
                                    open ? null : why.cite());
                        })
                .toList();
    }

    /** Who leads it on a day. */
    Board board(UUID id, LocalDate day) {
        return new Board(posts.of(id).stream().filter(post -> post.heldOn(day)).toList());
    }

    List<ThresholdView> thresholds(
            Details details, Headcount counts, int units, Board board, LocalDate day) {
        var facts = new Facts(details.kind(), details.field(), counts, units, board.size());
        return new Thresholds(id -> rulebook.rule(id, day, details.id()))
                .of(facts).stream().map(OrganizationPages::view).toList();
    }

    static ThresholdView view(Told told) {
        var rule = told.rule();
        return new ThresholdView(
                rule.id().value(),
                rule.title(),
                rule.told(),
                rule.cite(),
                told.state().name().toLowerCase(Locale.ROOT),
                told.says());
    }
}
