package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The organization whose posts or terms are written: in the scope, not ended, and locked. */
@Component
class PostHomes {

    private final Reachable reachable;
    private final OrganizationLives lives;
    private final OrganizationStore store;
    private final Rulebook rulebook;
    private final Clock clock;

    PostHomes(
            Reachable reachable,
            OrganizationLives lives,
            OrganizationStore store,
            Rulebook rulebook,
            Clock clock) {
        this.reachable = reachable;
        this.lives = lives;
        this.store = store;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** Whoever comes second to the same organization waits. */
    Home lock(Scope scope, UUID organization) {
        reachable.organization(scope, organization);
        lives.lock(organization);
        var found = store.get(scope, organization).orElseThrow(NotFound::new);
        return new Home(found.kind(), found.field(), found.establishedOn());
    }

    /** Refuses by the first rule that forbids it, else with all that makes no sense. */
    void refuse(Scope scope, List<Refused> refused) {
        for (var one : refused) {
            var id = one.rule();
            if (id != null) {
                throw new RuleRefused(rulebook.rule(id, scope.day()), one.reason(), one.field());
            }
        }
        if (!refused.isEmpty()) {
            throw new InputRefused(
                    refused.stream()
                            .map(one -> new InputRefused.Place("/" + one.field(), one.reason()))
                            .toList());
        }
    }

    RuntimeException refusal(Refused one) {
        var id = one.rule();
        return id == null
                ? new InputRefused("/" + one.field(), one.reason())
                : new RuleRefused(
                        rulebook.rule(id, LocalDate.now(clock)), one.reason(), one.field());
    }
}
