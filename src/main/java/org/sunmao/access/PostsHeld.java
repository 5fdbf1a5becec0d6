package org.sunmao.access;

import org.sunmao.access.PostGrants.Held;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which posts give rights, for accounts that are opened later. Implemented by organization. */
public interface PostsHeld {

    /** The posts that members hold on a day and that give rights. */
    List<Held> of(Collection<UUID> members, LocalDate day);
}
