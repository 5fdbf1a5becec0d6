package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.PostGrants;
import org.sunmao.access.PostGrants.Followed;
import org.sunmao.access.PostGrants.Granted;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.journal.Journal;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Relations;
import org.sunmao.organization.Relations.Moved;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.Stands.Stand;
import org.sunmao.register.Timeline;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Carries a change out, within the caller's transaction: all of it or nothing, so that a reader
 * never sees half.
 *
 * <p>Where ended organizations stood is closed last: until then their rows are in scope.
 */
@Component
class ChangeWork {

    /** The purpose under which members come to lie elsewhere, and the post of the system's work. */
    static final String REORGANIZE = "reorganize";

    private final Scopes scopes;
    private final ChangeWriter writer;
    private final OrganizationWriter organizations;
    private final OrganizationLives lives;
    private final LinkStore links;
    private final Relations relations;
    private final PostEndings posts;
    private final PostGrants grants;
    private final ChangeActs acts;
    private final Journal journal;
    private final Rulebook rulebook;

    ChangeWork(
            Scopes scopes,
            ChangeWriter writer,
            OrganizationWriter organizations,
            OrganizationLives lives,
            LinkStore links,
            Relations relations,
            PostEndings posts,
            PostGrants grants,
            ChangeActs acts,
            Journal journal,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.writer = writer;
        this.organizations = organizations;
        this.lives = lives;
        this.links = links;
        this.relations = relations;
        this.posts = posts;
        this.grants = grants;
        this.acts = acts;
        this.journal = journal;
        this.rulebook = rulebook;
    }

    /** Carries out what was found to be allowed; everything it touches is locked. */
    ChangeOutcome carryOut(Scope scope, ChangeRecord change, ChangeFacts facts, Effects effects) {
        var on = change.effectiveOn();
        scopes.about(change.id(), REORGANIZE);
        var paths = found(effects, facts, on);
        var members = relations.move(scope, change.id(), on, transfers(effects));
        var bodies = writer.hand(effects.ended(), on);
        var followed = follow(scope, members, on);
        var ending = end(scope, effects, on);
        describe(effects, facts, on);
        writer.end(effects.ended().keySet(), on);
        writer.succeed(change.id(), on, effects.successions());
        var outcome =
                new ChangeOutcome(
                        acts.touched(facts, effects, members),
                        members,
                        ending.posts(),
                        ending.rights(),
                        followed,
                        bodies);
        journal.append(scope.actor(), acts.of(change, facts, effects, outcome));
        writer.move(paths.moved(), on);
        writer.leave(effects.ended().keySet(), on);
        var groups = new HashSet<>(effects.ended().keySet());
        groups.addAll(effects.moved().keySet());
        relations.leaveGroups(scope, change.id(), on, members, groups);
        return outcome;
    }

    static List<Relations.Transfer> transfers(Effects effects) {
        return effects.transfers().stream()
                .map(t -> new Relations.Transfer(t.from(), t.member(), t.to()))
                .toList();
    }

    private ChangePaths found(Effects effects, ChangeFacts facts, LocalDate on) {
        var founded = effects.founded();
        var numbers =
                founded.isEmpty() ? List.<Integer>of() : organizations.numbers(founded.size());
        var paths = new ChangePaths(facts, effects, numbers);
        var stands = new HashMap<OrganizationId, List<Stand>>();
        var entered = new ArrayList<NewOrganization>();
        for (var founding : founded) {
            var organization = organization(founding, on);
            entered.add(organization);
            var stand = new Stand(on, Timeline.OPEN, paths.of(founding.id()));
            stands.put(organization.id(), List.of(stand));
        }
        organizations.add(entered, numbers, stands);
        for (var founding : founded) {
            founding.bodies().stream().distinct().forEach(b -> links.begin(founding.id(), b, on));
            task(founding, on);
        }
        return paths;
    }

    private static NewOrganization organization(Establish founding, LocalDate on) {
        return new NewOrganization(
                new OrganizationId(founding.id()),
                new OrganizationId(founding.parent()),
                founding.name(),
                founding.kind(),
                founding.field(),
                founding.branchClass(),
                founding.division(),
                on);
    }

    private void task(Establish founding, LocalDate on) {
        var task = founding.task();
        if (task != null && founding.kind().equals(Kinds.TEMPORARY)) {
            var months = reviewMonths(founding, on);
            writer.task(founding.id(), task, months, on.plusMonths(months));
        }
    }

    private int reviewMonths(Establish founding, LocalDate on) {
        var wished = founding.reviewMonths();
        return wished != null
                ? wished
                : rulebook.rule(Kinds.TEMPORARY_BRANCH, on, founding.parent())
                        .figure("reviewMonths");
    }

    private List<Granted> follow(Scope scope, List<Moved> members, LocalDate on) {
        var followed =
                members.stream().map(m -> new Followed(m.member(), m.from(), m.to())).toList();
        return grants.follow(scope, followed, on);
    }

    private record Ending(List<Post> posts, List<Granted> rights) {}

    private Ending end(Scope scope, Effects effects, LocalDate on) {
        var ended = new ArrayList<Post>();
        var rights = grants.over(effects.ended().keySet(), on);
        effects.ended()
                .forEach(
                        (id, end) -> {
                            ended.addAll(posts.endAll(scope, id, on, ChangeActs.reason(end)));
                            grants.endOf(scope, id, on);
                        });
        return new Ending(ended, rights);
    }

    private void describe(Effects effects, ChangeFacts facts, LocalDate on) {
        var described = new LinkedHashSet<UUID>(effects.names().keySet());
        described.addAll(effects.kinds().keySet());
        for (var id : described) {
            var before = lives.load(id, facts.get(id).establishedOn());
            lives.save(id, before, before.change(on, values(effects, id)));
        }
        var bumped = new LinkedHashSet<UUID>(effects.moved().keySet());
        bumped.removeAll(described);
        writer.bump(bumped);
    }

    private static Map<String, @Nullable Object> values(Effects effects, UUID id) {
        var values = new HashMap<String, @Nullable Object>();
        var name = effects.names().get(id);
        var kind = effects.kinds().get(id);
        if (name != null) {
            values.put(OrganizationFields.NAME.name(), name);
        }
        if (kind != null) {
            values.put(OrganizationFields.KIND.name(), kind);
            if (!Kinds.classed(kind)) {
                values.put(OrganizationFields.BRANCH_CLASS.name(), null);
            }
        }
        return values;
    }
}
