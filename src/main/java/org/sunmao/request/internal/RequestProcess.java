package org.sunmao.request.internal;

import org.sunmao.request.internal.Request.Decision;
import org.sunmao.request.internal.Request.Officer;
import org.sunmao.request.internal.Request.State;
import org.sunmao.request.internal.Request.State.Active;
import org.sunmao.request.internal.Request.State.Draft;
import org.sunmao.request.internal.Request.State.Ended;
import org.sunmao.request.internal.Request.State.Expired;
import org.sunmao.request.internal.Request.State.Pending;
import org.sunmao.request.internal.Request.State.Refused;
import org.sunmao.request.internal.Request.State.Withdrawn;

import java.time.LocalDate;

/** The steps of a request, in the order in which they are judged. Knows no clock. */
final class RequestProcess {

    /** What somebody does with it. */
    sealed interface Step {
        record Submit() implements Step {}

        record Approve(Decision by) implements Step {}

        record Refuse(Decision by) implements Step {}

        record Withdraw(Decision by) implements Step {}

        /** By the calendar alone. */
        record Expire() implements Step {}

        record End(LocalDate on, Officer by, String reason) implements Step {}
    }

    /**
     * What must be known of who does it, and of the day.
     *
     * @param issuer whether it is who asks: by another account, for another or by a deputy
     * @param approver whether it is the one named to approve, or acts for them
     * @param issues whether they may issue requests of that organization
     * @param over whether the last day has gone by
     */
    record Facts(boolean issuer, boolean approver, boolean issues, boolean over) {}

    sealed interface Verdict {
        record Became(State state) implements Verdict {}

        record No(String reason) implements Verdict {}
    }

    private record Move(State from, Step step) {}

    private RequestProcess() {}

    static Verdict take(State state, Step step, Facts facts) {
        return switch (new Move(state, step)) {
            case Move(_, Step.Submit _) when !facts.issuer() -> no("只有提出人可以送审");
            case Move(Draft _, Step.Submit _) when facts.over() -> no("截止日已过，请撤回后重新提出");
            case Move(Draft _, Step.Submit _) -> became(new Pending());

            case Move(_, Step.Approve _) when facts.issuer() -> no("不能批准自己提出的要求，请由指定的批准人批准");
            case Move(_, Step.Approve _) when !facts.approver() -> no("这项要求指定由别人批准，您不能批准");
            case Move(Pending _, Step.Approve _) when facts.over() -> no("截止日已过，请提出人撤回后重新提出");
            case Move(Pending _, Step.Approve(var by)) -> became(new Active(by));

            case Move(_, Step.Refuse _) when facts.issuer() -> no("自己提出的要求不用审批，可以撤回");
            case Move(_, Step.Refuse _) when !facts.approver() -> no("这项要求指定由别人批准，您不能审批");
            case Move(Pending _, Step.Refuse(var by)) -> became(new Refused(by));

            case Move(_, Step.Withdraw _) when !facts.issuer() -> no("只有提出人可以撤回");
            case Move(Draft _, Step.Withdraw(var by)) -> became(new Withdrawn(by));
            case Move(Pending _, Step.Withdraw(var by)) -> became(new Withdrawn(by));
            case Move(Active _, Step.Withdraw _) -> no("已经下发，不能撤回；不再需要的，请停止");

            case Move(_, Step.End _) when !facts.issues() -> no("只有提出要求的党组织可以停止");
            case Move(Active _, Step.End _) when facts.over() -> no("已经到期，不用停止");
            case Move(Active(var approved), Step.End(var on, var by, var reason)) ->
                    became(new Ended(approved, on, by, reason));

            case Move(Active(var approved), Step.Expire _) when facts.over() ->
                    became(new Expired(approved));

            case Move(_, _) -> no("这项要求的状态已经变了，请刷新后查看");
        };
    }

    /** Whether a step would be taken: asks the same switch. */
    static boolean may(State state, Step step, Facts facts) {
        return take(state, step, facts) instanceof Verdict.Became;
    }

    private static Verdict became(State state) {
        return new Verdict.Became(state);
    }

    private static Verdict no(String reason) {
        return new Verdict.No(reason);
    }
}
