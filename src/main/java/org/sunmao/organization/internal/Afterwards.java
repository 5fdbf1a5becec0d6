package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.Kinds.Unfit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tree as it will be when a change has been carried out. */
final class Afterwards {

    private final ChangeFacts facts;
    private final Effects effects;
    private final Map<UUID, Establish> founded = new HashMap<>();

    Afterwards(ChangeFacts facts, Effects effects) {
        this.facts = facts;
        this.effects = effects;
        effects.founded().forEach(founding -> founded.put(founding.id(), founding));
    }

    @Nullable UUID parent(UUID id) {
        var founding = founded.get(id);
        if (founding != null) {
            return founding.parent();
        }
        var known = facts.organizations().get(id);
        var before = known == null ? null : known.parent();
        return effects.moved().getOrDefault(id, before);
    }

    String kind(UUID id) {
        var founding = founded.get(id);
        return founding != null
                ? founding.kind()
                : effects.kinds().getOrDefault(id, facts.get(id).kind());
    }

    String name(UUID id) {
        var founding = founded.get(id);
        return founding != null
                ? founding.name()
                : effects.names().getOrDefault(id, facts.get(id).name());
    }

    String field(UUID id) {
        var founding = founded.get(id);
        return founding != null ? founding.field() : facts.get(id).field();
    }

    @Nullable String kindAbove(UUID id) {
        var parent = parent(id);
        return parent == null ? null : kind(parent);
    }

    /** Whether the way up from it leads back to itself. */
    boolean circles(UUID id) {
        var seen = new HashSet<UUID>();
        for (var at = parent(id); at != null; at = parent(at)) {
            if (at.equals(id)) {
                return true;
            }
            if (!seen.add(at)) {
                return false;
            }
        }
        return false;
    }

    /** Those directly below it. */
    List<UUID> children(UUID id) {
        var children = new ArrayList<UUID>();
        var known = facts.organizations().get(id);
        if (known != null) {
            known.children().stream()
                    .filter(child -> !effects.ended().containsKey(child))
                    .filter(child -> id.equals(parent(child)))
                    .forEach(children::add);
        }
        effects.moved().entrySet().stream()
                .filter(move -> move.getValue().equals(id) && !children.contains(move.getKey()))
                .map(Map.Entry::getKey)
                .forEach(children::add);
        effects.founded().stream()
                .filter(founding -> founding.parent().equals(id))
                .map(Establish::id)
                .forEach(children::add);
        return children;
    }

    /** Whether a child of one that ends goes along with everything else. */
    boolean inherited(UUID child, UUID ended) {
        var end = effects.ended().get(ended);
        var to = effects.moved().get(child);
        return end != null && to != null && to.equals(end.target());
    }

    /** Whether everyone it holds goes elsewhere. */
    boolean leaves(UUID id) {
        return effects.transfers().stream()
                .anyMatch(transfer -> transfer.member() == null && transfer.from().equals(id));
    }

    /** Why it cannot hold the relation of a member, if it cannot. */
    Optional<Unfit> holds(UUID id) {
        return Kinds.holding(kind(id), name(id), !children(id).isEmpty());
    }
}
