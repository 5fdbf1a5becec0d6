package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Which group of the branch a member belongs to, who keeps in touch with one who is away, and which
 * branch of floating members hosts them there.
 */
final class Care {

    private static final String GROUP = "group";
    private static final String FLOATING = "floating";

    /** Of those who are away, every so many takes part where they are. */
    private static final int HOSTED = 3;

    /** As many digits of the code of a place tell its county. */
    private static final int COUNTY = 6;

    /** Of a branch that leaves somebody out, so many have no group. */
    private static final int LEFT_OUT = 2;

    private final Plan plan;
    private final Map<OrganizationId, List<Draft>> groups = new HashMap<>();
    private final Map<OrganizationId, Integer> turns = new HashMap<>();
    private final List<OrganizationId> divided;
    private final List<Draft> floating;

    Care(Plan plan, Sketch sketch, Map<OrganizationId, Branch> branches) {
        this.plan = plan;
        for (var draft : sketch.organizations()) {
            if (branches.containsKey(draft.id())) {
                turns.put(draft.id(), turns.size());
            }
            var parent = draft.parent();
            if (draft.kind().equals(GROUP) && parent != null) {
                groups.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(draft);
            }
        }
        floating =
                sketch.organizations().stream()
                        .filter(draft -> draft.kind().equals(FLOATING))
                        .toList();
        divided =
                sketch.organizations().stream().map(Draft::id).filter(groups::containsKey).toList();
    }

    @Nullable UUID group(Branch branch, Person person) {
        var of = groups.get(branch.draft().id());
        if (of == null) {
            return null;
        }
        var at = branch.people().indexOf(person);
        var forgets = turn(divided.indexOf(branch.draft().id()), plan.outOfOrder().ungrouped());
        return forgets && at >= branch.people().size() - LEFT_OUT
                ? null
                : of.get(at % of.size()).id().value();
    }

    /** Those who may lead a group: members of it who lead nothing else yet. */
    List<Person> eligible(Branch branch, Draft group, List<Person> eligible) {
        return eligible.stream()
                .filter(person -> Objects.equals(group(branch, person), group.id().value()))
                .toList();
    }

    /** An officer of the branch; nobody for some of a branch that does not see to it. */
    @Nullable String contact(Branch branch, Person person) {
        var turn = turns.getOrDefault(branch.draft().id(), 0);
        var forgotten = branch.people().indexOf(person) % 2 == 0;
        if (turn(turn, plan.outOfOrder().uncontacted()) && forgotten) {
            return null;
        }
        return branch.officers().stream()
                .filter(officer -> !officer.equals(person))
                .findFirst()
                .or(() -> branch.people().stream().filter(one -> !one.equals(person)).findFirst())
                .map(Person::name)
                .orElse(null);
    }

    /** A branch of floating members of the same county that was there when they went. */
    @Nullable Draft host(Branch branch, Person person, LocalDate since) {
        var at = branch.people().indexOf(person);
        if (branch.draft().kind().equals(FLOATING) || at % HOSTED != 0) {
            return null;
        }
        var county = county(branch.draft());
        var open =
                floating.stream()
                        .filter(one -> county(one).equals(county))
                        .filter(one -> !one.establishedOn().isAfter(since))
                        .toList();
        var turn = turns.getOrDefault(branch.draft().id(), 0) + at / HOSTED;
        return open.isEmpty() ? null : open.get(turn % open.size());
    }

    private static String county(Draft draft) {
        return draft.area().code().substring(0, COUNTY);
    }

    /** Whether it is this one's turn, of every so many; the first is never out of order. */
    static boolean turn(int number, int every) {
        return number % every == every - 1;
    }
}
