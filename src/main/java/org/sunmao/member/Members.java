package org.sunmao.member;

import org.sunmao.access.Scope;

import java.util.List;

/** The register of members, for other modules. Each call is made within a scope. */
public interface Members {

    /**
     * Enters members.
     *
     * @throws org.sunmao.rules.RuleRefused if the dates of one break a rule
     */
    void enter(Scope scope, List<NewMember> members);
}
