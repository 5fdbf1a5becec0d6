package org.sunmao.tally.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one process tells the others about boards: whose duties have changed, or whose places in the
 * tree.
 *
 * @param tree whether it is the places, which matter to those below as well
 * @param organizations empty where they are too many to be named
 */
record Notice(boolean tree, Set<UUID> organizations) {

    /** Anything may have changed. */
    static final Notice MANY = new Notice(true, Set.of());

    /** PostgreSQL carries up to 8,000 bytes. */
    private static final int EACH = 200;

    private static final int MOST = 10 * EACH;
    private static final String ALL = "many";
    private static final String TREE = "tree";

    /** As it is sent, in as many parts as it takes. */
    List<String> sent() {
        if (organizations.isEmpty() || organizations.size() > MOST) {
            return List.of(ALL);
        }
        var all = organizations.stream().map(UUID::toString).sorted().toList();
        var parts = new ArrayList<String>();
        for (var from = 0; from < all.size(); from += EACH) {
            var ids = String.join(" ", all.subList(from, Math.min(from + EACH, all.size())));
            parts.add(tree ? TREE + " " + ids : ids);
        }
        return parts;
    }

    static Notice read(String sent) {
        if (sent.equals(ALL)) {
            return MANY;
        }
        var words = Arrays.asList(sent.split(" "));
        var tree = words.getFirst().equals(TREE);
        return new Notice(tree, ids(words.subList(tree ? 1 : 0, words.size())));
    }

    private static Set<UUID> ids(Collection<String> words) {
        return words.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    boolean many() {
        return organizations.isEmpty();
    }
}
