package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.journal.Act;
import org.sunmao.register.Timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Links a body to organizations as rosters say, told in the history of each as by hand. */
@Component
class BodyLinking {

    private final LinkStore store;
    private final Tree tree;

    BodyLinking(LinkStore store, Tree tree) {
        this.store = store;
        this.tree = tree;
    }

    List<Act> link(Scope scope, UUID body, Timeline stands, List<UUID> organizations) {
        var acts = new ArrayList<Act>();
        var charge = (UUID) Objects.requireNonNull(stands.last().get("organization"));
        for (var organization : organizations) {
            if (store.begin(organization, body, scope.day())) {
                var linked = values(OrganizationFields.BODIES.name(), tree.name(body).orElse(null));
                var formed =
                        values(
                                BodyFields.ORGANIZATIONS.name(),
                                tree.name(organization).orElse(null));
                acts.add(
                        act(
                                scope,
                                organization,
                                "organization.link",
                                "organization",
                                organization,
                                linked));
                acts.add(act(scope, charge, "body.link", "body", body, formed));
            }
        }
        return acts;
    }

    private static Act act(
            Scope scope,
            UUID organization,
            String action,
            String kind,
            UUID subject,
            Map<String, ?> values) {
        return new Act(organization, action, kind, subject, scope.day(), List.of(), values);
    }

    private static Map<String, ?> values(String field, @Nullable String name) {
        Map<String, @Nullable String> with = Collections.singletonMap(field, name);
        Map<String, @Nullable String> without = Collections.singletonMap(field, null);
        return Map.of("before", without, "after", with);
    }
}
