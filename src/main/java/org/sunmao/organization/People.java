package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Members, as far as posts need them. Implemented by module member. */
public interface People {

    /**
     * A member as one who may hold a post.
     *
     * @param fullOn since when a full member; null for a probationary one
     */
    record Person(UUID id, String name, LocalDate joinedOn, @Nullable LocalDate fullOn) {}

    /** A member as a roster may mean one: with what tells one from others of the name. */
    record Known(Person person, UUID organization, LocalDate bornOn) {}

    /** Members within the scope by their whole citizen numbers, as they were written. */
    Map<String, Known> byNumber(Scope scope, Collection<String> numbers);

    /** Members within the scope by their names; many may have the same. */
    Map<String, List<Known>> byName(Scope scope, Collection<String> names);

    /** Those of the members who lie within the scope, on its day; others are left out. */
    List<Person> of(Scope scope, Collection<UUID> members);

    /** Those of the members who are none on that day. Called within the system's own scope. */
    Set<UUID> gone(Collection<UUID> members, LocalDate day);

    /** The citizen numbers of those of the members who lie within the scope, on its day. */
    Map<UUID, String> numbers(Scope scope, Collection<UUID> members);
}
