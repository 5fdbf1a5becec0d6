package org.sunmao.duty.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.sunmao.access.Persons;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.duty.Occasions;
import org.sunmao.duty.Standing.State;
import org.sunmao.duty.internal.DutyView.LackingPerson;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who has not learned enough yet, for their own organization alone: above it, only how many they
 * are is known (AF-02).
 */
@Component
class LackingPeople {

    private final Scopes scopes;
    private final Persons persons;
    private final ObjectProvider<Occasions> occasions;

    LackingPeople(Scopes scopes, Persons persons, ObjectProvider<Occasions> occasions) {
        this.scopes = scopes;
        this.persons = persons;
        this.occasions = occasions;
    }

    /** What they attended may lie with organizations above, so the system looks. */
    Set<UUID> of(SignedIn who, DutyView duty) {
        var own = duty.organization().id();
        var open = Set.of(State.OPEN.code(), State.LATE.code()).contains(duty.state());
        if (!open || !own.equals(who.organization()) || !who.role().may(Right.MEMBERS_READ)) {
            return Set.of();
        }
        return occasions.stream()
                .filter(one -> one.name().equals(duty.name()))
                .filter(Learning.class::isInstance)
                .map(Learning.class::cast)
                .findFirst()
                .map(one -> lacking(one, own, duty))
                .orElse(Set.of());
    }

    private Set<UUID> lacking(Learning learning, UUID organization, DutyView duty) {
        return scopes.system(
                "duty",
                scope -> new HashSet<>(learning.lacking(organization, duty.opens(), scope.day())));
    }

    /** Those within the scope, by name. */
    List<LackingPerson> names(Scope scope, Set<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : persons.names(scope, people).entrySet().stream()
                        .map(one -> new LackingPerson(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(LackingPerson::name))
                        .toList();
    }
}
