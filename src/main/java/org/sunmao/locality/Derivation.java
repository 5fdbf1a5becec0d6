package org.sunmao.locality;

import org.sunmao.access.Scope;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Says what would be otherwise under another figure. Implemented by modules that derive something
 * from rules; a rule that no derivation knows is told as such.
 */
public interface Derivation {

    /**
     * What would change.
     *
     * @param says in a sentence, what was looked at and what comes of it
     * @param affected how many organizations or people
     * @param examples some of them
     */
    record Foreseen(String says, int affected, List<Changed> examples) {}

    /** One organization of which something else would be said. */
    record Changed(UUID organization, String name, String before, String after) {}

    /**
     * The rule as it is and as it would be, for any organization.
     *
     * @param now by organization
     * @param then by organization
     */
    record Supposed(RuleId rule, Function<UUID, Rule> now, Function<UUID, Rule> then) {}

    /** Whether it derives anything from that rule. */
    boolean knows(RuleId rule);

    /** Looks at an organization and all below it, within the caller's transaction. */
    Foreseen foresee(Scope scope, UUID organization, Supposed supposed);
}
