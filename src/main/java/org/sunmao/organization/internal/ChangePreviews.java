package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.Relations;
import org.sunmao.organization.Relations.Moved;
import org.sunmao.organization.internal.ChangeCases.Case;
import org.sunmao.organization.internal.ChangeOutcome.Touched;
import org.sunmao.organization.internal.ChangePreview.BodyDiff;
import org.sunmao.organization.internal.ChangePreview.Flow;
import org.sunmao.organization.internal.ChangePreview.Hindrance;
import org.sunmao.organization.internal.ChangePreview.MoveItem;
import org.sunmao.organization.internal.ChangePreview.Moves;
import org.sunmao.organization.internal.ChangePreview.OrganizationDiff;
import org.sunmao.organization.internal.ChangePreview.PostDiff;
import org.sunmao.organization.internal.ChangePreview.RightDiff;
import org.sunmao.organization.internal.ChangePreview.Warning;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows what a change would do: it is carried out, told of, and rolled back. */
@Service
class ChangePreviews {

    private static final Set<String> OPEN = Set.of("draft", "requested", "approved", "planned");

    private final Scopes scopes;
    private final ChangeStore store;
    private final ChangeCases cases;
    private final ChangeSurvey survey;
    private final ChangeWork work;
    private final ChangeDuties duties;
    private final Relations relations;
    private final Codes codes;
    private final Rulebook rulebook;

    ChangePreviews(
            Scopes scopes,
            ChangeStore store,
            ChangeCases cases,
            ChangeSurvey survey,
            ChangeWork work,
            ChangeDuties duties,
            Relations relations,
            Codes codes,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.store = store;
        this.cases = cases;
        this.survey = survey;
        this.work = work;
        this.duties = duties;
        this.relations = relations;
        this.codes = codes;
        this.rulebook = rulebook;
    }

    ChangePreview preview(SignedIn who, UUID id) {
        var change = find(who, id);
        return scopes.rehearse(
                ChangeWork.REORGANIZE,
                scope -> {
                    var examined = cases.examine(change, scope.day());
                    if (examined.plan().refused()) {
                        return refused(examined, scope.day());
                    }
                    var effects = examined.plan().effects();
                    var outcome = work.carryOut(scope, change, examined.facts(), effects);
                    return preview(examined, outcome, scope.day());
                });
    }

    /** The members who would be moved, as far as they are within the asker's scope. */
    Page<MoveItem> members(SignedIn who, UUID id, @Nullable String after, int limit) {
        var change = find(who, id);
        var key = PageKey.read(after, 2);
        var all =
                scopes.rehearse(
                        ChangeWork.REORGANIZE,
                        scope -> {
                            var examined = cases.examine(change, scope.day());
                            if (examined.plan().refused()) {
                                return List.<MoveItem>of();
                            }
                            var effects = examined.plan().effects();
                            var moved =
                                    work.carryOut(scope, change, examined.facts(), effects)
                                            .members();
                            return items(examined, moved);
                        });
        var sources = all.stream().map(item -> item.from().id()).collect(Collectors.toSet());
        var within = scopes.read(who, scope -> survey.within(scope, sources));
        var seen = all.stream().filter(item -> within.contains(item.from().id())).toList();
        var begin = key == null ? 0 : behind(seen, key);
        var end = Math.min(seen.size(), begin + limit + 1);
        return Page.of(
                seen.subList(begin, end),
                limit,
                item -> List.of(item.from().id().toString(), item.id().toString()));
    }

    private static int behind(List<MoveItem> items, List<String> key) {
        var from = PageKey.uuid(key.getFirst());
        var member = PageKey.uuid(key.getLast());
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(member) && items.get(i).from().id().equals(from)) {
                return i + 1;
            }
        }
        return items.size();
    }

    private List<MoveItem> items(Case examined, List<Moved> moved) {
        var names = relations.names(moved.stream().map(Moved::member).distinct().toList());
        var items = new ArrayList<MoveItem>();
        for (var one : moved) {
            items.add(
                    new MoveItem(
                            one.member(),
                            names.getOrDefault(one.member(), ""),
                            named(examined, one.from()),
                            named(examined, one.to())));
        }
        return items;
    }

    private ChangeRecord find(SignedIn who, UUID id) {
        var change = scopes.read(who, scope -> store.get(scope, id).orElseThrow(NotFound::new));
        if (!OPEN.contains(change.state())) {
            throw new InputRefused("/state", "这份变更" + change.now().label() + "，不再预览");
        }
        return change;
    }

    private ChangePreview refused(Case examined, LocalDate day) {
        return new ChangePreview(
                examined.print().text(),
                List.of(),
                new Moves(0, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                remarks(examined, day),
                examined.plan().refusals().stream()
                        .map(
                                no ->
                                        new Hindrance(
                                                no.step(),
                                                no.pointer(),
                                                no.rule(),
                                                cites(no.rule(), day),
                                                no.says(),
                                                no.remedy()))
                        .toList());
    }

    private ChangePreview preview(Case examined, ChangeOutcome outcome, LocalDate day) {
        return new ChangePreview(
                examined.print().text(),
                organizations(examined, outcome.organizations()),
                moves(examined, outcome.members()),
                outcome.posts().stream()
                        .map(
                                post ->
                                        new PostDiff(
                                                post.id(),
                                                named(examined, post.organization()),
                                                post.name(),
                                                codes.label(
                                                        CodeTable.POST_KIND, post.kind().code()),
                                                "ends"))
                        .toList(),
                rights(examined, outcome),
                outcome.bodies().stream()
                        .map(
                                body ->
                                        new BodyDiff(
                                                body.id(),
                                                body.name(),
                                                named(examined, body.source()),
                                                named(examined, body.target())))
                        .toList(),
                duties.of(examined, outcome),
                remarks(examined, day),
                List.of());
    }

    private static List<OrganizationDiff> organizations(Case examined, List<Touched> touched) {
        var refs = new HashMap<UUID, String>();
        examined.plan().effects().founded().forEach(f -> refs.put(f.id(), f.ref()));
        return touched.stream()
                .map(
                        one -> {
                            var ref = refs.get(one.id());
                            return new OrganizationDiff(
                                    ref == null ? one.id() : null,
                                    ref,
                                    one.name(),
                                    one.what(),
                                    one.before(),
                                    one.after());
                        })
                .toList();
    }

    private static Moves moves(Case examined, List<Moved> members) {
        record Way(UUID from, UUID to) {}
        var counts = new LinkedHashMap<Way, Integer>();
        for (var moved : members) {
            counts.merge(new Way(moved.from(), moved.to()), 1, Integer::sum);
        }
        var flows =
                counts.entrySet().stream()
                        .map(
                                way ->
                                        new Flow(
                                                named(examined, way.getKey().from()),
                                                named(examined, way.getKey().to()),
                                                way.getValue()))
                        .toList();
        return new Moves(members.size(), flows);
    }

    /** A right that follows its member ends there and is here: it is told of once. */
    private static List<RightDiff> rights(Case examined, ChangeOutcome outcome) {
        var rights = new ArrayList<RightDiff>();
        outcome.followed()
                .forEach(
                        one ->
                                rights.add(
                                        new RightDiff(
                                                one.who(),
                                                one.role(),
                                                named(examined, one.organization()),
                                                "moves")));
        outcome.rights()
                .forEach(
                        one ->
                                rights.add(
                                        new RightDiff(
                                                one.who(),
                                                one.role(),
                                                named(examined, one.organization()),
                                                "ends")));
        return rights;
    }

    private List<Warning> remarks(Case examined, LocalDate day) {
        return examined.plan().warnings().stream()
                .map(one -> new Warning(one.rule(), cites(one.rule(), day), one.says()))
                .toList();
    }

    private @Nullable String cites(@Nullable String rule, LocalDate day) {
        return rule == null ? null : rulebook.rule(new RuleId(rule), day).cite();
    }

    static Named named(Case examined, UUID id) {
        var known = examined.facts().organizations().get(id);
        return new Named(
                id,
                known != null
                        ? known.name()
                        : new Afterwards(examined.facts(), examined.plan().effects()).name(id));
    }
}
