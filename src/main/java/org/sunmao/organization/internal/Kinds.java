package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.util.Optional;
import java.util.Set;

/** What an organization of a kind can be and hold. Knows no clock and no database. */
final class Kinds {

    static final RuleId TEMPORARY_BRANCH = new RuleId("R-BR-07");
    static final RuleId PARTY_GROUP = new RuleId("R-BR-13");

    static final String COMMITTEE = "committee";
    static final String WORK_COMMITTEE = "work-committee";
    static final String GENERAL_BRANCH = "general-branch";
    static final String BRANCH = "branch";
    static final String JOINT = "joint";
    static final String TEMPORARY = "temporary";
    static final String FLOATING = "floating";
    static final String GROUP = "group";

    private static final Set<String> CLASSED = Set.of(BRANCH, JOINT, FLOATING, GENERAL_BRANCH);
    private static final Set<String> DIVIDED =
            Set.of(BRANCH, JOINT, FLOATING, GENERAL_BRANCH, TEMPORARY);

    /** A rule forbids it, for this reason. */
    record Refused(RuleId rule, String reason) {}

    private Kinds() {}

    /** Whether it has a class of branches (党支部分类). */
    static boolean classed(@Nullable String kind) {
        return kind != null && CLASSED.contains(kind);
    }

    /** Whether an organization of the one kind may stand below one of the other. */
    static Optional<Refused> below(@Nullable String parent, String kind) {
        if (GROUP.equals(parent)) {
            return Optional.of(new Refused(PARTY_GROUP, "党小组不是一级党组织，下面不能再设党组织"));
        }
        if (TEMPORARY.equals(parent) && !kind.equals(GROUP)) {
            return Optional.of(new Refused(TEMPORARY_BRANCH, "临时党支部下面只能划分党小组"));
        }
        if (kind.equals(GROUP) && (parent == null || !DIVIDED.contains(parent))) {
            return Optional.of(new Refused(PARTY_GROUP, "党小组是党支部的一部分，请设在党支部下面"));
        }
        return Optional.empty();
    }

    /** Whether an organization of the kind may hold that many members. */
    static Optional<Refused> holding(String kind, int members) {
        if (members == 0 || !(kind.equals(GROUP) || kind.equals(TEMPORARY))) {
            return Optional.empty();
        }
        var has = "这里还有 " + members + " 名党员的组织关系，不能改为";
        return kind.equals(GROUP)
                ? Optional.of(new Refused(PARTY_GROUP, has + "党小组"))
                : Optional.of(new Refused(TEMPORARY_BRANCH, has + "临时党支部"));
    }
}
