package org.sunmao.proof;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Steps of changes of organizations, as they are sent. */
final class Steps {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Steps() {}

    static int next() {
        return NUMBERS.incrementAndGet();
    }

    static Map<String, Object> establish(UUID parent, List<String> bodies) {
        return Map.of(
                "kind", "establish",
                "ref", "new-1",
                "parent", parent,
                "name", "中共新建" + next() + "村党支部",
                "organizationKind", "joint",
                "field", "village",
                "bodies", bodies);
    }

    static Map<String, Object> kind(UUID organization) {
        return Map.of(
                "kind", "change-kind", "organization", organization, "organizationKind", "joint");
    }

    static Map<String, Object> move(UUID organization, UUID parent) {
        return Map.of("kind", "move", "organization", organization, "parent", parent);
    }

    static Map<String, Object> merge(UUID one, UUID into, List<?> exceptions) {
        return Map.of(
                "kind",
                "merge",
                "organizations",
                List.of(one),
                "into",
                into,
                "exceptions",
                exceptions);
    }

    static Map<String, Object> split(UUID organization, UUID into, UUID member, Object rest) {
        var part = Map.of("into", into, "members", List.of(member));
        return Map.of(
                "kind",
                "split",
                "organization",
                organization,
                "parts",
                List.of(part),
                "rest",
                rest);
    }

    static Map<String, Object> revoke(UUID organization, UUID target, List<?> exceptions) {
        return Map.of(
                "kind", "revoke",
                "organization", organization,
                "target", target,
                "exceptions", exceptions);
    }

    static List<?> elsewhere(UUID member, UUID target) {
        return List.of(Map.of("member", member, "target", target));
    }
}
