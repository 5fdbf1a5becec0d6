package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One thing a change does to the tree. Organizations that are yet to be founded have their ids
 * already, so that a step may speak of them as of any other.
 */
sealed interface ChangeStep {

    /** Sets one up. */
    record Establish(
            String ref,
            UUID id,
            UUID parent,
            String name,
            String kind,
            String field,
            @Nullable String branchClass,
            @Nullable String division,
            List<UUID> bodies,
            @Nullable String task,
            @Nullable Integer reviewMonths)
            implements ChangeStep {}

    record Rename(UUID organization, String name) implements ChangeStep {}

    record ChangeKind(UUID organization, String kind) implements ChangeStep {}

    record Move(UUID organization, UUID parent) implements ChangeStep {}

    /** Each goes into another, but for members who go elsewhere. */
    record Merge(List<UUID> organizations, UUID into, List<Elsewhere> exceptions)
            implements ChangeStep {}

    /**
     * Members go where their part goes.
     *
     * @param rest where all others go; null if the organization stays, and they with it
     */
    record Split(UUID organization, List<Part> parts, @Nullable UUID rest) implements ChangeStep {}

    /**
     * Ends one that is needed no longer.
     *
     * @param target where members, organizations and bodies go; null where there are none
     */
    record Revoke(UUID organization, @Nullable UUID target, List<Elsewhere> exceptions)
            implements ChangeStep {}

    /** A member who goes elsewhere than the others. */
    record Elsewhere(UUID member, UUID target) {}

    record Part(UUID into, List<UUID> members) {}

    /** The name outside Java: never renamed. */
    default String code() {
        return switch (this) {
            case Establish _ -> "establish";
            case Rename _ -> "rename";
            case ChangeKind _ -> "change-kind";
            case Move _ -> "move";
            case Merge _ -> "merge";
            case Split _ -> "split";
            case Revoke _ -> "revoke";
        };
    }

    /** The organizations that are no more afterwards. */
    default List<UUID> ended() {
        return switch (this) {
            case Merge(var organizations, _, _) -> organizations;
            case Split(var organization, _, var rest) when rest != null -> List.of(organization);
            case Revoke(var organization, _, _) -> List.of(organization);
            case Establish _, Rename _, ChangeKind _, Move _, Split _ -> List.of();
        };
    }

    /** The organizations that are changed by it, each with the place where it is named. */
    default List<Named> changed() {
        return switch (this) {
            case Establish _ -> List.of();
            case Rename(var organization, _) -> only(organization);
            case ChangeKind(var organization, _) -> only(organization);
            case Move(var organization, _) -> only(organization);
            case Split(var organization, _, _) -> only(organization);
            case Revoke(var organization, _, _) -> only(organization);
            case Merge(var organizations, _, _) ->
                    IntStream.range(0, organizations.size())
                            .mapToObj(i -> new Named("/organizations/" + i, organizations.get(i)))
                            .toList();
        };
    }

    /** The organizations that something goes to, each with the place where it is named. */
    default List<Named> places() {
        var places = new ArrayList<Named>();
        switch (this) {
            case Establish step -> places.add(new Named("/parent", step.parent()));
            case Move(_, var parent) -> places.add(new Named("/parent", parent));
            case Merge(_, var into, var exceptions) -> {
                places.add(new Named("/into", into));
                elsewhere(exceptions, places);
            }
            case Split(_, var parts, var rest) -> {
                for (var i = 0; i < parts.size(); i++) {
                    places.add(new Named("/parts/" + i + "/into", parts.get(i).into()));
                }
                if (rest != null) {
                    places.add(new Named("/rest", rest));
                }
            }
            case Revoke(_, var target, var exceptions) -> {
                if (target != null) {
                    places.add(new Named("/target", target));
                }
                elsewhere(exceptions, places);
            }
            case Rename _, ChangeKind _ -> {}
        }
        return places;
    }

    /** An organization, and where in the step it stands. */
    record Named(String pointer, UUID organization) {}

    private static List<Named> only(UUID organization) {
        return List.of(new Named("/organization", organization));
    }

    private static void elsewhere(List<Elsewhere> exceptions, List<Named> places) {
        for (var i = 0; i < exceptions.size(); i++) {
            places.add(new Named("/exceptions/" + i + "/target", exceptions.get(i).target()));
        }
    }
}
