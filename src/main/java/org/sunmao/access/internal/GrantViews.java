package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.access.internal.GrantProcess.State;
import org.sunmao.access.internal.GrantRequestView.GrantPerson;
import org.sunmao.access.internal.GrantRequestView.GrantPlace;
import org.sunmao.access.internal.GrantStore.Grant;
import org.sunmao.access.internal.GrantStore.Person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells requests and grants with the names of people and organizations. */
@Component
class GrantViews {

    private static final String SOMEBODY = "已注销的账号";

    private final GrantStore grants;
    private final GrantEnding ending;
    private final Tree tree;

    GrantViews(GrantStore grants, GrantEnding ending, Tree tree) {
        this.grants = grants;
        this.ending = ending;
        this.tree = tree;
    }

    List<GrantRequestView> requests(SignedIn who, List<GrantRequest> requests) {
        var ids = new HashSet<UUID>();
        for (var one : requests) {
            add(ids, one.account());
            add(ids, one.requestedBy());
            add(ids, one.requestedAs());
            var decision = one.decision();
            add(ids, decision == null ? null : decision.by());
        }
        var principals = principals(requests);
        ids.addAll(principals.values());
        var people = grants.people(ids);
        var places = new HashMap<UUID, String>();
        return requests.stream().map(one -> request(who, one, people, principals, places)).toList();
    }

    private GrantRequestView request(
            SignedIn who,
            GrantRequest one,
            Map<UUID, Person> people,
            Map<UUID, UUID> principals,
            Map<UUID, String> places) {
        var decision = one.decision();
        var principal = one.principal();
        return new GrantRequestView(
                one.id(),
                one.state().code(),
                person(people, one.account()),
                one.role().code(),
                one.role().label(),
                place(places, one.organization()),
                one.from(),
                open(one.to()),
                one.reason(),
                principal == null ? null : name(people, principals.get(principal)),
                both(people, one.requestedBy(), one.requestedAs()),
                one.requestedAt(),
                decision == null || decision.by() == null ? null : name(people, decision.by()),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                steps(who, one));
    }

    private static List<String> steps(SignedIn who, GrantRequest one) {
        var steps = new ArrayList<String>();
        if (one.state() == State.REQUESTED) {
            var behalf = who.behalf();
            var own = one.madeBy(who.account()) || (behalf != null && one.madeBy(behalf));
            if (who.role() == Role.SECURITY_ADMIN && !own && !one.account().equals(who.account())) {
                steps.add("approve");
                steps.add("refuse");
            }
            if (own) {
                steps.add("withdraw");
            }
        }
        return steps;
    }

    /** Whose grants the deputies would act under. */
    private Map<UUID, UUID> principals(List<GrantRequest> requests) {
        var accounts = new HashMap<UUID, UUID>();
        for (var one : requests) {
            var principal = one.principal();
            if (principal != null && !accounts.containsKey(principal)) {
                grants.owner(principal).ifPresent(account -> accounts.put(principal, account));
            }
        }
        return accounts;
    }

    List<GrantView> grants(SignedIn who, Scope scope, List<Grant> list) {
        var ids = new HashSet<UUID>();
        for (var one : list) {
            add(ids, one.account());
            add(ids, one.behalf());
        }
        var people = grants.people(ids);
        var places = new HashMap<UUID, String>();
        return list.stream()
                .map(
                        one ->
                                new GrantView(
                                        one.id(),
                                        person(people, one.account()),
                                        one.role().code(),
                                        one.role().label(),
                                        place(places, one.organization()),
                                        one.from(),
                                        open(one.to()),
                                        basis(one.basis()),
                                        one.behalf() == null ? null : name(people, one.behalf()),
                                        ending.hindrance(who, scope, one) == null))
                .toList();
    }

    private static String basis(String kind) {
        return switch (kind) {
            case "post" -> "随任职";
            case "request" -> "申请批准";
            case "deputy" -> "代办";
            case "first-start" -> "首次启用";
            case "admission" -> "入党申请";
            case "demo" -> "演示";
            default -> throw new IllegalStateException("unknown basis: " + kind);
        };
    }

    static String both(Map<UUID, Person> people, UUID by, @Nullable UUID as) {
        return as == null ? name(people, by) : name(people, by) + " 代 " + name(people, as);
    }

    private static String name(Map<UUID, Person> people, @Nullable UUID id) {
        var person = id == null ? null : people.get(id);
        return person == null ? SOMEBODY : person.name();
    }

    private static GrantPerson person(Map<UUID, Person> people, UUID id) {
        var person = people.get(id);
        return person == null
                ? new GrantPerson(id, "", SOMEBODY)
                : new GrantPerson(id, person.username(), person.name());
    }

    private @Nullable GrantPlace place(Map<UUID, String> places, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var name = places.computeIfAbsent(id, one -> tree.name(one).orElse(""));
        return new GrantPlace(id, name);
    }

    private static @Nullable LocalDate open(LocalDate to) {
        return to.equals(LocalDate.MAX) ? null : to;
    }

    private static void add(Collection<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
