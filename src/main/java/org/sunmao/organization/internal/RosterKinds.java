package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.internal.OrganizationLine.Above;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Of what kind organizations are, as the rows that were judged before make them. */
final class RosterKinds {

    private final Map<UUID, String> kinds = new HashMap<>();
    private final Map<UUID, List<UUID>> below = new HashMap<>();
    private final Map<UUID, List<String>> madeBelow = new HashMap<>();
    private final Map<OrganizationLine, String> made = new HashMap<>();
    private final Function<UUID, Optional<String>> outside;

    /**
     * @param outside the kind of one above the scope
     */
    RosterKinds(Collection<Known> organizations, Function<UUID, Optional<String>> outside) {
        this.outside = outside;
        for (var one : organizations) {
            kinds.put(one.id(), one.kind());
            var parent = one.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(one.id());
            }
        }
    }

    @Nullable String of(Above above) {
        var known = above.known();
        return known == null ? made.get(above.line()) : kinds.get(known.id());
    }

    @Nullable String above(Known one) {
        var parent = one.parent();
        if (parent == null) {
            return null;
        }
        var kind = kinds.get(parent);
        return kind == null ? outside.apply(parent).orElse(null) : kind;
    }

    List<String> below(UUID id) {
        var all = new ArrayList<>(madeBelow.getOrDefault(id, List.of()));
        for (var child : below.getOrDefault(id, List.of())) {
            var kind = kinds.get(child);
            if (kind != null) {
                all.add(kind);
            }
        }
        return all;
    }

    void becomes(UUID id, String kind) {
        kinds.put(id, kind);
    }

    void made(OrganizationLine line, Above above, String kind) {
        made.put(line, kind);
        var known = above.known();
        if (known != null) {
            madeBelow.computeIfAbsent(known.id(), _ -> new ArrayList<>()).add(kind);
        }
    }
}
