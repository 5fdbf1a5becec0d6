package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The formal relations of members, as far as a change of organizations moves them. Implemented by
 * module member. Each call is made within a scope.
 */
public interface Relations {

    /**
     * What an organization holds.
     *
     * @param held how many members on the day or later
     * @param full how many full members on the day
     * @param print differs when anything of it differs
     */
    record Held(int held, int full, String print) {

        public static final Held NOBODY = new Held(0, 0, "");
    }

    /** Who holds a member on a day. */
    record Holding(UUID organization, boolean full) {}

    /** Everyone an organization holds, or one of them, goes to another. */
    record Transfer(UUID from, @Nullable UUID member, UUID to) {}

    /** A member who was moved. */
    record Moved(UUID member, UUID from, UUID to) {}

    /** A member as a list of transfers names one: by no number. */
    record Person(String name, String sex, LocalDate bornOn) {}

    Map<UUID, Held> held(Collection<UUID> organizations, LocalDate day);

    /** Members by who holds them on a day; unknown ones and those out of scope are left out. */
    Map<UUID, Holding> holders(Collection<UUID> members, LocalDate day);

    /**
     * Moves relations from a day on, also those that begin later, each with its entry in the
     * journal. A member who is named goes where that says, all others with the rest.
     *
     * @param change the document it is done by
     * @return by where they came from and went to, then by member
     */
    List<Moved> move(Scope scope, UUID change, LocalDate day, List<Transfer> transfers);

    /**
     * Whoever was moved, and whoever belongs to one of these groups, leaves a group that is no part
     * of the branch any more, from a day on, each with an entry in the journal.
     *
     * @param change the document it is done by
     */
    void leaveGroups(
            Scope scope, UUID change, LocalDate day, List<Moved> moved, Collection<UUID> groups);

    /** What {@link #move} would move; nothing is done. */
    List<Moved> foreseen(LocalDate day, List<Transfer> transfers);

    /** Members within the scope, as lists of transfers name them. */
    Map<UUID, Person> people(Collection<UUID> members);

    /** The names of members within the scope. */
    Map<UUID, String> names(Collection<UUID> members);
}
