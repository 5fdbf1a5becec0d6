package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Applicants;
import org.sunmao.access.Persons;
import org.sunmao.access.Persons.Behind;
import org.sunmao.access.Persons.Listed;
import org.sunmao.access.Persons.Person;
import org.sunmao.access.Persons.Proposal;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever may have an account of their own: members, and those on their way to membership. */
@Component
class Owners {

    /**
     * Somebody who may, and as what.
     *
     * @param role whose sight is their own records and nothing else
     */
    record Entitled(Person person, Role role) {

        UUID organization() {
            return person.organization();
        }

        /** Why the grant holds. */
        String basis() {
            return role == Role.MEMBER ? "member" : "admission";
        }
    }

    private final Persons members;
    private final Applicants applicants;

    Owners(Persons members, Applicants applicants) {
        this.members = members;
        this.applicants = applicants;
    }

    /** Whom the register of members has is a member, however far their way is recorded. */
    Optional<Entitled> find(Scope scope, UUID person) {
        return members.find(scope, person)
                .map(one -> new Entitled(one, Role.MEMBER))
                .or(
                        () ->
                                applicants
                                        .find(scope, person)
                                        .map(one -> new Entitled(one, Role.APPLICANT)));
    }

    List<Listed> heldBy(
            Scope scope, Role role, UUID organization, @Nullable Behind behind, int limit) {
        return role == Role.MEMBER
                ? members.heldBy(scope, organization, behind, limit)
                : applicants.heldBy(scope, organization, behind, limit);
    }

    Proposal proposal(Scope scope, Entitled one) {
        return one.role() == Role.MEMBER
                ? members.proposal(scope, one.person().id())
                : applicants.proposal(scope, one.person().id());
    }
}
