package org.sunmao.access;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Persons.Behind;
import org.sunmao.access.Persons.Listed;
import org.sunmao.access.Persons.Person;
import org.sunmao.access.Persons.Proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * People on their way to membership who are on no register yet, as far as accounts need them.
 * Implemented by module admission.
 */
public interface Applicants {

    /** Somebody within the scope whose way has not ended. */
    Optional<Person> find(Scope scope, UUID person);

    /** Whose way goes through an organization within the scope. */
    List<Listed> heldBy(Scope scope, UUID organization, @Nullable Behind behind, int limit);

    Proposal proposal(Scope scope, UUID person);
}
