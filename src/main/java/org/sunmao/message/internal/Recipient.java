package org.sunmao.message.internal;

import org.sunmao.access.RightHolders.Held;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** An account with all that it holds. */
record Recipient(UUID account, List<Held> held) {

    static List<Recipient> of(List<Held> held) {
        var byAccount = new LinkedHashMap<UUID, List<Held>>();
        held.forEach(
                one -> byAccount.computeIfAbsent(one.account(), _ -> new ArrayList<>()).add(one));
        return byAccount.entrySet().stream()
                .map(entry -> new Recipient(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The organization whose local figures hold for it. */
    UUID organization() {
        return held.getFirst().organization();
    }

    boolean works() {
        return held.stream().anyMatch(one -> !one.role().ownOnly());
    }
}
