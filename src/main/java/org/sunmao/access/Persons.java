package org.sunmao.access;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people of the registers, as far as accounts need them. Implemented by module member. */
public interface Persons {

    /** Somebody on the register. */
    record Person(UUID id, String name, UUID organization) {}

    /** Where a list of people goes on: behind this reading and id. */
    record Behind(String reading, UUID id) {}

    /** Somebody in a list, which is in the order of the readings of names. */
    record Listed(UUID id, String name, UUID organization, String reading) {}

    /**
     * What a name to sign in with may be made of.
     *
     * @param reading as {@code zhangsan}, letters only
     */
    record Proposal(@Nullable String mobile, String reading) {}

    /** An organization that holds people itself. */
    record Holder(UUID organization, String name) {}

    /** Somebody within the scope, as of its day. */
    Optional<Person> find(Scope scope, UUID person);

    /** The names of those of them who are within the scope, as of its day. */
    Map<UUID, String> names(Scope scope, Collection<UUID> persons);

    /** Whom an organization itself holds, within the scope. */
    List<Listed> heldBy(Scope scope, UUID organization, @Nullable Behind behind, int limit);

    /** The organizations that hold people, from this one down, in the order of the tree. */
    List<Holder> holders(Scope scope, UUID organization);

    Proposal proposal(Scope scope, UUID person);
}
