package org.sunmao.organization.internal;

import org.sunmao.organization.internal.ChangeFacts.Effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where everything stands after a change: the paths of those that are founded or moved. */
final class ChangePaths {

    /** An organization goes from one path to another, with all below it. */
    record Moved(UUID id, String from, String to, UUID parent) {}

    private final ChangeFacts facts;
    private final Effects effects;
    private final Afterwards after;
    private final Map<UUID, String> numbers = new HashMap<>();
    private final Map<UUID, String> paths = new HashMap<>();

    /**
     * @param numbers the numbers of those to be founded, in their order
     */
    ChangePaths(ChangeFacts facts, Effects effects, List<Integer> numbers) {
        this.facts = facts;
        this.effects = effects;
        this.after = new Afterwards(facts, effects);
        for (var i = 0; i < numbers.size(); i++) {
            this.numbers.put(effects.founded().get(i).id(), numbers.get(i) + "/");
        }
    }

    /** The path of one after the change. */
    String of(UUID id) {
        var known = paths.get(id);
        if (known != null) {
            return known;
        }
        var parent = after.parent(id);
        var path = (parent == null ? "/" : of(parent)) + number(id);
        paths.put(id, path);
        return path;
    }

    /** Those that get another parent; what lies below them goes along. */
    List<Moved> moved() {
        var moved = new ArrayList<Moved>();
        for (var move : effects.moved().entrySet()) {
            var id = move.getKey();
            moved.add(new Moved(id, from(id), of(id), move.getValue()));
        }
        return moved;
    }

    /**
     * Where it stood: one that goes along with a parent that ends stood below that, if not on the
     * day then later.
     */
    private String from(UUID id) {
        for (var ended : effects.ended().keySet()) {
            if (facts.get(ended).children().contains(id)) {
                return facts.get(ended).path() + number(id);
            }
        }
        return facts.get(id).path();
    }

    private String number(UUID id) {
        var founded = numbers.get(id);
        if (founded != null) {
            return founded;
        }
        return Stands.number(facts.get(id).path());
    }
}
