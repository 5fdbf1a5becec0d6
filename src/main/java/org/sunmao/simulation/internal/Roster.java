package org.sunmao.simulation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who belonged where during the year, as the registers tell: the ground the year is played on. */
record Roster(List<Unit> units) {

    private static final String SUSPENDED = "suspended";

    /**
     * A branch, a group, or a committee above them.
     *
     * @param number its place in the order of the tree: by it chance is dealt, not by the id
     * @param above the committee it stands below, or itself where it is one: what is entered
     *     together
     * @param held its members; of a group those of the branch who belong to it
     * @param posts the posts of its own committee, or its leader
     */
    record Unit(
            UUID id,
            int number,
            String name,
            String kind,
            UUID above,
            List<Held> held,
            List<Post> posts) {

        static final String GROUP = "group";
        static final Set<String> COMMITTEES = Set.of("committee", "work-committee");

        boolean isGroup() {
            return kind.equals(GROUP);
        }

        /** Holds no members itself, and offers its lectures to those who do. */
        boolean isCommittee() {
            return above.equals(id) && COMMITTEES.contains(kind);
        }

        /** Whoever belongs to it on a day and may take part. */
        List<Held> members(LocalDate day) {
            return held.stream().filter(one -> one.isThere(day)).toList();
        }

        /** Those of its members who lead it on a day, the first first. */
        List<Held> leaders(LocalDate day) {
            var by = new HashMap<UUID, Held>();
            members(day).forEach(one -> by.put(one.member(), one));
            return posts.stream()
                    .filter(post -> post.isHeld(day))
                    .sorted(Comparator.comparingInt(Post::rank).thenComparing(Post::member))
                    .filter(post -> by.containsKey(post.member()))
                    .map(post -> by.get(post.member()))
                    .distinct()
                    .toList();
        }
    }

    /** A member as long as nothing of this changed; {@code to} is the first day after. */
    record Held(
            UUID member,
            LocalDate from,
            LocalDate to,
            String standing,
            boolean full,
            LocalDate bornOn,
            boolean floating) {

        boolean isThere(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to) && !standing.equals(SUSPENDED);
        }

        int age(LocalDate day) {
            return bornOn.until(day).getYears();
        }
    }

    /** A post of the committee of a branch, or of the leader of a group. */
    record Post(UUID member, int rank, LocalDate from, LocalDate to) {

        boolean isHeld(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** What each is called by its place: the same for the same registers, whatever the ids. */
    Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        for (var unit : units) {
            for (var i = 0; i < unit.held().size(); i++) {
                names.putIfAbsent(unit.held().get(i).member(), unit.number() + "." + i);
            }
        }
        return names;
    }

    /**
     * The units that are entered together, by the committee above them, in the order of the tree.
     */
    Map<UUID, List<Unit>> parts() {
        var parts = new LinkedHashMap<UUID, List<Unit>>();
        for (var unit : units) {
            parts.computeIfAbsent(unit.above(), _ -> new ArrayList<>()).add(unit);
        }
        return parts;
    }
}
