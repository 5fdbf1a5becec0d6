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

    /** Why one of the kind is not fit for it, and what to do instead. */
    record Unfit(@Nullable RuleId rule, String reason, String remedy) {}

    /**
     * Whether an organization of the kind may hold the relations that come to it.
     *
     * @param divided whether organizations stand below it
     */
    static Optional<Unfit> holding(String kind, String name, boolean divided) {
        var reason =
                switch (kind) {
                    case TEMPORARY -> "是临时党支部，不转接组织关系";
                    case GROUP -> "是党小组，组织关系在党支部";
                    case COMMITTEE, WORK_COMMITTEE -> "是党委，不直接管理党员的组织关系";
                    case GENERAL_BRANCH -> divided ? "下面设有党支部，组织关系在党支部" : null;
                    default -> null;
                };
        var rule =
                switch (kind) {
                    case TEMPORARY -> TEMPORARY_BRANCH;
                    case GROUP -> PARTY_GROUP;
                    default -> null;
                };
        return Optional.ofNullable(reason)
                .map(why -> new Unfit(rule, "“" + name + "”" + why, "请选择能够管理组织关系的党支部"));
    }

    /** Whether an organization of the kind may be merged into one of the other. */
    static Optional<Unfit> merging(String kind, String into) {
        if (kind.equals(TEMPORARY) || into.equals(TEMPORARY)) {
            return Optional.of(new Unfit(TEMPORARY_BRANCH, "临时党支部不参加合并", "任务结束的临时党支部请用“撤销”"));
        }
        if (kind.equals(GROUP) != into.equals(GROUP)) {
            return Optional.of(new Unfit(PARTY_GROUP, "党小组只能与党小组合并", "不再需要的党小组请用“撤销”"));
        }
        return level(into) < level(kind)
                ? Optional.of(new Unfit(null, "不能并入比它低一级的党组织", "请选择同级或上一级的党组织"))
                : Optional.empty();
    }

    /** Whether an organization of the one kind may take one of the other from a third. */
    static Optional<Unfit> taking(String parent, String kind) {
        var remedy = "请另行调整下级党组织的隶属关系";
        var refused = below(parent, kind);
        if (refused.isPresent()) {
            return refused.map(no -> new Unfit(no.rule(), no.reason(), remedy));
        }
        var above = level(parent) > level(kind) || level(parent) == level(COMMITTEE);
        return above
                ? Optional.empty()
                : Optional.of(new Unfit(null, "下级党组织不能设在同级或更低一级的党组织下面", remedy));
    }

    /** Whether the members it holds itself are what the rules count. */
    static boolean counted(String kind) {
        return kind.equals(BRANCH) || kind.equals(JOINT) || kind.equals(FLOATING);
    }

    private static int level(String kind) {
        return switch (kind) {
            case COMMITTEE, WORK_COMMITTEE -> 3;
            case GENERAL_BRANCH -> 2;
            case GROUP -> 0;
            default -> 1;
        };
    }
}
