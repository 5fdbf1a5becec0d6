package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of the organizations a change touches and of all above them, on its day.
 *
 * @param today the day on which it is examined
 * @param holders who holds the members that steps name
 * @param bodies the names of the bodies that steps name
 */
record ChangeFacts(
        LocalDate today,
        Map<UUID, Organization> organizations,
        Map<UUID, Member> holders,
        Map<UUID, String> bodies) {

    /**
     * One organization as of the day of the change.
     *
     * @param parent null for the top of a tree
     * @param endedOn null while it is
     * @param later what became of it after the day
     * @param held members held on the day or later
     * @param full full members held on the day
     * @param print differs when anything differs of what it holds
     * @param ties bodies in its charge and links to bodies, on the day or later
     * @param children organizations directly below it on the day or later
     */
    record Organization(
            UUID id,
            int version,
            String name,
            String kind,
            String field,
            @Nullable UUID parent,
            String path,
            LocalDate establishedOn,
            @Nullable LocalDate endedOn,
            Later later,
            int held,
            int full,
            String print,
            int ties,
            List<UUID> children) {}

    /** A member, by who held them on the day. */
    record Member(UUID organization, boolean full) {}

    /** The last days behind the day of the change on which something began that contradicts it. */
    record Later(
            @Nullable LocalDate moved,
            @Nullable LocalDate renamed,
            @Nullable LocalDate kindChanged,
            @Nullable LocalDate described) {

        static final Later NOTHING = new Later(null, null, null, null);
    }

    /**
     * What stands in the way.
     *
     * @param step which step, from 0; -1 where it is the change as a whole
     * @param pointer where, in the document of the change
     */
    record Refusal(
            int step, String pointer, @Nullable String rule, String says, @Nullable String remedy) {

        /** What is wrong and what to do. */
        String told() {
            return remedy == null ? says : says + "。" + remedy;
        }
    }

    /** What is said and does not stand in the way. */
    record Warning(@Nullable String rule, String says) {}

    /** Everyone an organization holds, or one of them, goes to another. */
    record Transfer(UUID from, @Nullable UUID member, UUID to) {}

    /** One is followed by another. */
    record Succession(UUID predecessor, UUID successor, String kind) {}

    /**
     * The end of an organization.
     *
     * @param how the step it ends by
     * @param target where what it holds goes; null if it holds nothing
     */
    record End(String how, @Nullable UUID target) {}

    /**
     * What is different afterwards.
     *
     * @param moved new parents by organization, also of those whose parent ends
     */
    record Effects(
            List<ChangeStep.Establish> founded,
            Map<UUID, String> names,
            Map<UUID, String> kinds,
            Map<UUID, UUID> moved,
            Map<UUID, End> ended,
            List<Transfer> transfers,
            List<Succession> successions) {}

    Organization get(UUID id) {
        var found = organizations.get(id);
        if (found == null) {
            throw new IllegalStateException("not among the facts: " + id);
        }
        return found;
    }

    /** An organization and those above it, from below. */
    List<UUID> line(UUID id) {
        var line = new ArrayList<UUID>();
        for (var at = organizations.get(id); at != null; ) {
            line.add(at.id());
            var parent = at.parent();
            at = parent == null ? null : organizations.get(parent);
        }
        return line;
    }
}
