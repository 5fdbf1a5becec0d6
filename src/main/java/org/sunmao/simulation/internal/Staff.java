package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.OrganizationId;

import java.util.Map;

/** How many people work in a body: the members of its branches who do, and others. */
final class Staff {

    private final Plan plan;
    private final Map<OrganizationId, Branch> branches;
    private final Dice dice;

    Staff(Plan plan, Map<OrganizationId, Branch> branches, Dice dice) {
        this.plan = plan;
        this.branches = branches;
        this.dice = dice;
    }

    /** Villagers and the retired do not work in it; a joint branch is that of several bodies. */
    @Nullable Integer of(BodyDraft body) {
        var staffing = Plan.of(plan.staff(), body.kind());
        var others = staffing.people().draw(dice);
        if (dice.chance(staffing.unknown())) {
            return null;
        }
        var members = 0;
        for (var organization : body.organizations()) {
            var branch = branches.get(organization.id());
            if (branch != null
                    && !organization.kind().equals("joint")
                    && plan.atWork().contains(branch.profile())) {
                members += branch.people().size();
            }
        }
        return others + members;
    }
}
