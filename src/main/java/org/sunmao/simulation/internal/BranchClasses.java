package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** The class of a branch (党支部分类), by who is in it: one township's practice (R-BR-23). */
final class BranchClasses {

    private static final Set<String> CLASSED =
            Set.of("branch", "joint", "floating", "general-branch");
    private static final Set<String> ENTERPRISES = Set.of("state-enterprise", "private-enterprise");

    private BranchClasses() {}

    static @Nullable String of(Draft draft) {
        if (!CLASSED.contains(draft.kind())) {
            return null;
        }
        var holding = draft.holding();
        if (holding != null && holding.profile().equals("retired")) {
            return "sunset";
        }
        if (draft.kind().equals("floating")) {
            return "floating";
        }
        if (ENTERPRISES.contains(draft.field())) {
            return "industry";
        }
        return draft.field().equals(CountySketch.VILLAGE) ? "vanguard" : null;
    }
}
