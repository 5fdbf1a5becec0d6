package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.ChangeState.Applied;
import org.sunmao.organization.internal.ChangeState.Approved;
import org.sunmao.organization.internal.ChangeState.Draft;
import org.sunmao.organization.internal.ChangeState.Filed;
import org.sunmao.organization.internal.ChangeState.Planned;
import org.sunmao.organization.internal.ChangeState.Requested;
import org.sunmao.organization.internal.ChangeState.Withdrawn;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From request to filing (process ORG): which step may follow in which state, for whom, and why
 * not. Knows no clock, database or framework; what others know comes in as {@link Facts}.
 */
final class ChangeProcess {

    static final RuleId SET_UP = new RuleId("R-BR-05");
    static final RuleId ADJUST = new RuleId("R-BR-06");
    static final RuleId TOWNSHIP = new RuleId("R-BR-16");

    private ChangeProcess() {}

    /** The steps of the process, in their order. */
    enum Step {
        REQUEST("请示"),
        DECIDE("作出决定"),
        REFUSE("不批准"),
        APPLY("执行"),
        FILE("备案"),
        WITHDRAW("撤回");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** The name outside Java: never renamed. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }

        static Optional<Step> find(String code) {
            return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
        }
    }

    /**
     * What a verdict rests on.
     *
     * @param prepares whether the asker may prepare for the organization the change is filed under
     * @param decides whether the asker's role decides at all
     * @param committee whether the asker acts for a committee: village or below, it is a township's
     * @param villages whether anything touched is a village's
     * @param beyond what would be decided beyond the asker's subtree, by name
     * @param obstacle why it cannot be done as it is written; null if it can
     */
    record Facts(
            LocalDate today,
            LocalDate effectiveOn,
            boolean prepares,
            boolean decides,
            boolean committee,
            boolean villages,
            List<String> beyond,
            @Nullable String obstacle) {

        /** The same, but for what stands in the change itself. */
        Facts unhindered() {
            return new Facts(
                    today, effectiveOn, prepares, decides, committee, villages, beyond, null);
        }

        boolean due() {
            return !effectiveOn.isAfter(today);
        }
    }

    sealed interface Verdict {}

    record Allowed(ChangeState next) implements Verdict {}

    record Closed(@Nullable RuleId rule, String reason, @Nullable String remedy)
            implements Verdict {}

    private record Move(ChangeState state, Step step) {}

    /** The whole process: the first line that fits answers, and what fits none is closed. */
    static Verdict take(ChangeState state, Step step, Facts facts) {
        return switch (new Move(state, step)) {
            case Move(Draft _, Step s) when s == Step.REQUEST ->
                    !facts.prepares() ? unprepared() : ready(facts, new Requested(facts.today()));

            case Move(Draft _, Step s) when s == Step.DECIDE -> decide(facts);
            case Move(Requested _, Step s) when s == Step.DECIDE -> decide(facts);
            case Move(Requested _, Step s) when s == Step.REFUSE ->
                    authority(facts).orElse(new Allowed(new ChangeState.Refused()));

            case Move(Approved _, Step s) when s == Step.APPLY && !facts.due() ->
                    entitled(facts, new Planned(facts.effectiveOn()));
            case Move(Planned _, Step s) when s == Step.APPLY && !facts.due() ->
                    new Closed(null, "到 " + facts.effectiveOn() + " 自动生效", "需要提前的，请撤回后重新拟定");
            case Move(Approved _, Step s) when s == Step.APPLY ->
                    entitled(facts, new Applied(facts.today()));
            case Move(Planned _, Step s) when s == Step.APPLY ->
                    entitled(facts, new Applied(facts.today()));

            case Move(Draft _, Step s) when s == Step.WITHDRAW -> withdraw(facts);
            case Move(Requested _, Step s) when s == Step.WITHDRAW -> withdraw(facts);
            case Move(Approved _, Step s) when s == Step.WITHDRAW -> unmake(facts);
            case Move(Planned _, Step s) when s == Step.WITHDRAW -> unmake(facts);

            case Move(Applied _, Step s) when s == Step.FILE ->
                    authority(facts).orElse(new Allowed(new Filed()));

            case Move(var now, var next) -> outOfOrder(now, next);
        };
    }

    /** The day by which a step is generally due, if a rule names one. */
    static Optional<LocalDate> due(ChangeState state, Step step, Deadlines deadlines) {
        return switch (new Move(state, step)) {
            case Move(Requested(var on), Step s) when s == Step.DECIDE ->
                    Optional.of(on.plusMonths(deadlines.replyMonths()));
            case Move(Planned(var on), Step s) when s == Step.APPLY -> Optional.of(on);
            case Move(Applied(var on), Step s) when s == Step.FILE ->
                    Optional.of(on.plusDays(deadlines.filingDays()));
            case Move(_, _) -> Optional.empty();
        };
    }

    /** Figures of R-BR-05: a reply within so many months, filing within so many days. */
    record Deadlines(int replyMonths, int filingDays) {}

    private static Verdict decide(Facts facts) {
        return entitled(facts, new Approved(facts.today()));
    }

    private static Verdict withdraw(Facts facts) {
        return facts.prepares() || facts.decides() ? new Allowed(new Withdrawn()) : unprepared();
    }

    private static Verdict unmake(Facts facts) {
        return authority(facts).orElse(new Allowed(new Withdrawn()));
    }

    private static Verdict entitled(Facts facts, ChangeState next) {
        return authority(facts).orElseGet(() -> ready(facts, next));
    }

    private static Verdict ready(Facts facts, ChangeState next) {
        var obstacle = facts.obstacle();
        return obstacle == null ? new Allowed(next) : new Closed(null, obstacle, "请按预览中的提示修改草稿");
    }

    private static Verdict unprepared() {
        return new Closed(null, "由拟稿的党组织或上级党组织办理", null);
    }

    /** Who decides: a committee above everything touched (R-BR-05, R-BR-06, R-BR-16). */
    private static Optional<Verdict> authority(Facts facts) {
        if (!facts.decides()) {
            return Optional.of(new Closed(SET_UP, "由上级党委集体研究决定，您现在的角色不能办理", "请先向上级党组织请示"));
        }
        if (!facts.committee()) {
            return facts.villages()
                    ? Optional.of(new Closed(TOWNSHIP, "村以下党组织的设立和撤销由乡镇党委或以上批准", "请向乡镇党委请示"))
                    : Optional.of(new Closed(SET_UP, "由基层党委召开会议研究决定", "请向上级党委请示"));
        }
        if (!facts.beyond().isEmpty()) {
            var names = String.join("、", facts.beyond());
            return Optional.of(new Closed(ADJUST, "涉及您管理范围以外的党组织：" + names, "请提请共同的上级党委决定"));
        }
        return Optional.empty();
    }

    private static Verdict outOfOrder(ChangeState state, Step step) {
        var reason =
                switch (state) {
                    case Draft _ -> "草稿还没有作出决定";
                    case Requested _ -> "还没有批复";
                    case Approved _ -> "已经批复";
                    case Planned _ -> "已定于生效日期自动执行";
                    case Applied _ -> "已经生效";
                    case Filed _ -> "已经备案，全部办结";
                    case ChangeState.Refused _ -> "上级没有批准";
                    case Withdrawn _ -> "已经撤回";
                };
        return new Closed(null, reason + "，现在不能" + step.label(), null);
    }
}
