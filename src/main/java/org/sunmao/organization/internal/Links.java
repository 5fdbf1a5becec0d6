package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.web.NotFound;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** In which bodies organizations are formed: two trees, n to m (R-BR-23). */
@Service
class Links {

    private final Scopes scopes;
    private final Reachable reachable;
    private final OrganizationLives lives;
    private final BodyStore bodies;
    private final LinkStore store;
    private final Tree tree;
    private final Journal journal;

    Links(
            Scopes scopes,
            Reachable reachable,
            OrganizationLives lives,
            BodyStore bodies,
            LinkStore store,
            Tree tree,
            Journal journal) {
        this.scopes = scopes;
        this.reachable = reachable;
        this.lives = lives;
        this.bodies = bodies;
        this.store = store;
        this.tree = tree;
        this.journal = journal;
    }

    /** From today on the organization is formed in the body; twice is the same. */
    void link(SignedIn who, UUID organization, UUID body) {
        scopes.write(
                who,
                scope -> {
                    var charge = find(scope, organization, body);
                    var made = store.begin(organization, body, scope.day());
                    if (made) {
                        tell(scope, "link", organization, body, charge);
                    }
                    return made;
                });
    }

    /** From today on it is not. */
    void unlink(SignedIn who, UUID organization, UUID body) {
        scopes.write(
                who,
                scope -> {
                    var charge = find(scope, organization, body);
                    var ended = store.end(organization, body, scope.day());
                    if (ended) {
                        tell(scope, "unlink", organization, body, charge);
                    }
                    return ended;
                });
    }

    /** Both must lie in the scope; whoever comes second to the same organization waits. */
    private UUID find(Scope scope, UUID organization, UUID body) {
        reachable.organization(scope, organization);
        var charge = bodies.get(scope, body).orElseThrow(NotFound::new).organization();
        lives.lock(organization);
        return charge;
    }

    /** Each tells it in its own history. */
    private void tell(Scope scope, String verb, UUID organization, UUID body, UUID charge) {
        var begins = verb.equals("link");
        journal.append(
                scope.actor(),
                List.of(
                        new Act(
                                organization,
                                "organization." + verb,
                                "organization",
                                organization,
                                scope.day(),
                                List.of(),
                                values(OrganizationFields.BODIES.name(), name(body), begins)),
                        new Act(
                                charge,
                                "body." + verb,
                                "body",
                                body,
                                scope.day(),
                                List.of(),
                                values(
                                        BodyFields.ORGANIZATIONS.name(),
                                        name(organization),
                                        begins))));
    }

    private @Nullable String name(UUID id) {
        return tree.name(id).orElse(null);
    }

    private static Map<String, ?> values(String field, @Nullable String name, boolean begins) {
        Map<String, @Nullable String> with = Collections.singletonMap(field, name);
        Map<String, @Nullable String> without = Collections.singletonMap(field, null);
        return Map.of("before", begins ? without : with, "after", begins ? with : without);
    }
}
