package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.Locale;

/**
 * From request to grant (SEC-17): which step may follow in which state, for whom, and why not.
 * Knows no clock, database or framework; what others know comes in as {@link Facts}.
 */
final class GrantProcess {

    static final RuleId TWO_STEPS = new RuleId("SEC-17");
    static final RuleId SEPARATE = new RuleId("SEC-16");
    static final RuleId ENDS = new RuleId("SEC-06");

    private GrantProcess() {}

    /** Where a request stands. */
    enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        /** The name outside the program; never renamed. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What is done with a request; it lapses by itself once its last day is over. */
    enum Step {
        APPROVE,
        REFUSE,
        WITHDRAW,
        LAPSE
    }

    /**
     * What a verdict rests on.
     *
     * @param last the first day on which the grant would hold no more
     * @param approves whether the asker's role decides at all
     * @param requester whether the asker, or whom they act for, made the request
     * @param beneficiary whether the grant would be the asker's
     * @param obstacle what stands against the grant itself; null if nothing does
     */
    record Facts(
            LocalDate today,
            LocalDate last,
            boolean approves,
            boolean requester,
            boolean beneficiary,
            @Nullable Closed obstacle) {

        boolean over() {
            return !last.isAfter(today);
        }
    }

    sealed interface Verdict {}

    record Allowed(State next) implements Verdict {}

    record Closed(RuleId rule, String reason) implements Verdict {}

    private record Move(State state, Step step) {}

    /** The whole process: the first line that fits answers. */
    static Verdict take(State state, Step step, Facts facts) {
        return switch (new Move(state, step)) {
            case Move(var now, _) when now != State.REQUESTED -> settled(now);
            case Move(_, var s) when s == Step.LAPSE ->
                    facts.over()
                            ? new Allowed(State.WITHDRAWN)
                            : new Closed(TWO_STEPS, "申请的期限还没有到");
            case Move(_, var s) when s == Step.WITHDRAW ->
                    facts.requester()
                            ? new Allowed(State.WITHDRAWN)
                            : new Closed(TWO_STEPS, "只有申请人可以撤回");
            case Move(_, _) when !facts.approves() -> new Closed(TWO_STEPS, "由安全管理员审批，您现在的角色不能办理");
            case Move(_, var s) when s == Step.REFUSE -> new Allowed(State.REFUSED);
            case Move(_, _) -> approve(facts);
        };
    }

    private static Verdict approve(Facts facts) {
        if (facts.requester()) {
            return new Closed(TWO_STEPS, "不能批准自己提出的申请，请由另一名安全管理员办理");
        }
        if (facts.beneficiary()) {
            return new Closed(TWO_STEPS, "不能批准给自己的权限，请由另一名安全管理员办理");
        }
        if (facts.over()) {
            return new Closed(ENDS, "申请的截止日期已过，请申请人重新提出");
        }
        var obstacle = facts.obstacle();
        return obstacle == null ? new Allowed(State.APPROVED) : obstacle;
    }

    private static Closed settled(State state) {
        var reason =
                switch (state) {
                    case REQUESTED -> "还没有审批";
                    case APPROVED -> "已经批准";
                    case REFUSED -> "已经不批准";
                    case WITHDRAWN -> "已经撤回或过期";
                };
        return new Closed(TWO_STEPS, "这项申请" + reason + "，不用再办理");
    }
}
