package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.StepCode.By;

import java.util.Objects;
import java.util.UUID;

/** Who may take which step: the branch its own, committees above theirs. */
@Component
class Actors {

    private final Tree tree;

    Actors(Tree tree) {
        this.tree = tree;
    }

    /**
     * Somebody before a branch and those above it.
     *
     * @param within whether the branch is in the scope
     */
    record Hand(SignedIn who, Line line, boolean within) {

        boolean writes() {
            return within && who.role().may(Right.ADMISSIONS_WRITE);
        }

        /** Whether the one who acts may take such a step for the branch at all. */
        boolean may(StepCode code) {
            return switch (code.by()) {
                case PERSON, BRANCH -> writes();
                case COMMITTEE ->
                        approves()
                                && line.hasCommittee(who.organization())
                                && (!entitled(code)
                                        || line.power(who.organization()) == Power.APPROVES);
                case COUNTY -> approves() && line.files(who.organization());
            };
        }

        private boolean approves() {
            return who.role().may(Right.ADMISSIONS_APPROVE);
        }
    }

    /**
     * The scope reaches from an organization down, so the line tells whether it holds the branch.
     */
    static Hand hand(SignedIn who, Scope scope, Line line) {
        var below = line.branch().equals(who.organization()) || line.hasAbove(who.organization());
        var within = scope.everything() || (below && !scope.subtree().equals(Subtree.NONE));
        return new Hand(who, line, within);
    }

    /**
     * Whether the process itself says who may take it (R-DEV-02 to 05), and why another may not.
     */
    static boolean entitled(StepCode code) {
        return switch (code) {
            case PRE_EXAMINE, APPROVE, CONVERSION_APPROVE -> true;
            default -> false;
        };
    }

    boolean writes(SignedIn who, Scope scope, UUID branch) {
        return who.role().may(Right.ADMISSIONS_WRITE) && within(scope, branch);
    }

    boolean within(Scope scope, UUID organization) {
        return scope.everything()
                || tree.path(organization, scope.day())
                        .filter(scope.subtree()::contains)
                        .isPresent();
    }

    /** For which organization a step is taken: a committee's own, else the branch. */
    static UUID acting(SignedIn who, StepCode code, Line line) {
        var own = who.organization();
        var above = code.by() == By.COMMITTEE || code.by() == By.COUNTY;
        return above && line.hasAbove(own) ? Objects.requireNonNull(own) : line.branch();
    }

    /** Whether somebody may sign what was explained for an organization: from above it. */
    static boolean signs(SignedIn who, Explanation asked, Line line) {
        var top = line.top();
        var stands =
                line.stands(who.organization(), asked.organization())
                        || (asked.organization().equals(top) && top.equals(who.organization()));
        return who.role().may(Right.ADMISSIONS_APPROVE)
                && stands
                && !who.account().equals(asked.by().account());
    }

    static String wrong(StepCode code, Line line) {
        return switch (code.by()) {
            case PERSON, BRANCH -> "这一步由党支部办理，您只能查看";
            case COMMITTEE ->
                    line.approving() == null
                            ? "上面还没有党委，请先与县级党委组织部门联系"
                            : "这一步由“%s”办理".formatted(line.approving().name());
            case COUNTY -> "这一步由审批的党委的上一级组织部门办理";
        };
    }
}
