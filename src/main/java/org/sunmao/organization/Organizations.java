package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The register of organizations, for other modules. Each call is made within a scope. */
public interface Organizations {

    /** An organization by its name of today. */
    record Named(UUID id, String name) {}

    /**
     * An organization as one that members may be held by.
     *
     * @param endedOn the day from which it is no more; null while it is
     * @param hasChildren whether organizations stand below it
     */
    record Holder(String name, String kind, @Nullable LocalDate endedOn, boolean hasChildren) {}

    /** Enters organizations, parents before children. */
    void enter(Scope scope, List<NewOrganization> organizations);

    /** Enters bodies, parents before children, and links them to their organizations. */
    void enterBodies(Scope scope, List<NewBody> bodies);

    /** Enters what was found when temporary branches were looked at. */
    void enterReviews(Scope scope, List<NewReview> reviews);

    /** The organizations above one, from the top; names are no secret to whoever knows the id. */
    List<Named> ancestors(UUID organization, LocalDate day);

    /**
     * Organizations by a text that means each alone on the day of the scope: the full name, or
     * {@code 上级/名称} where others in the scope are called the same.
     */
    Map<UUID, String> telling(Scope scope, Collection<UUID> organizations);

    /**
     * What an organization is on a day, whether or not it lies in the scope; empty for a day before
     * it was established. One that has ended by that day tells so. It stays as told until the
     * caller's transaction, which writes, has ended.
     */
    Optional<Holder> holder(UUID organization, LocalDate day);

    /** What many are, as {@link #holder} tells of one; those that were not there are left out. */
    Map<UUID, Holder> holders(Collection<UUID> organizations, LocalDate day);

    /** Whether an organization does this for its members on a day; not before it was, nor after. */
    default boolean may(UUID organization, Function function, LocalDate day) {
        return holder(organization, day)
                .filter(holder -> holder.endedOn() == null)
                .filter(holder -> Function.of(holder.kind()).contains(function))
                .isPresent();
    }
}
