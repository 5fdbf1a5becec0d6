package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing.State;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What people say of a duty, and what comes of it. The branch explains, or says that the duty is
 * wrong; the level above decides, or sets it aside for a while (process WR, AF-15). Pure.
 */
final class Saying {

    /** A waiver ends by itself, at the latest after so many years. */
    private static final int LONGEST_WAIVER = 1;

    private Saying() {}

    sealed interface Step {

        /** Says why it is unmet. */
        record Explain(UUID act) implements Step {}

        /** Says that it is wrong. */
        record Contest(UUID act) implements Step {}

        /** Answers what was said. */
        record Decide(UUID act, boolean accept) implements Step {}

        /** Sets it aside until the day before that one. */
        record Waive(LocalDate until) implements Step {}
    }

    /**
     * Where a duty stands.
     *
     * @param explainedOn when an explanation was given that nobody has answered
     * @param waits the explanation or contest that waits for its answer
     */
    record Matter(DutyDays days, @Nullable LocalDate explainedOn, @Nullable Waits waits) {}

    record Waits(UUID act, Said.Kind kind) {}

    /**
     * Who tries it.
     *
     * @param answers whether they may speak for the organization
     * @param decides whether they act for an organization strictly above
     * @param own whether what waits was said by themselves
     */
    record Facts(LocalDate today, boolean answers, boolean decides, boolean own) {}

    sealed interface Outcome {}

    /** It is done. */
    record Done(Matter after, Said.Kind kind, @Nullable String voidReason) implements Outcome {}

    /** The duty is no more as the asker saw it; they are to look at it anew. */
    record Gone(String says) implements Outcome {}

    /** Not to be done by them, or not in this way. */
    record Refused(String says) implements Outcome {}

    /** What was sent is no day to be waived until. */
    record Unfit(String says) implements Outcome {}

    /** What comes of a step; the first that fits. */
    static Outcome take(Matter it, Step step, Facts facts) {
        var state = it.days().on(facts.today()).state();
        return switch (state) {
            case MET -> new Gone("这件事已经办好，不用再说明");
            case VOID -> new Gone("这件事已经撤销，不用再办");
            case COMING -> new Gone("这件事还没有到开始的日子");
            case OPEN, LATE, CONTESTED, WAIVED -> taken(it, step, facts, state);
        };
    }

    private static Outcome taken(Matter it, Step step, Facts facts, State state) {
        return switch (step) {
            case Step.Explain _, Step.Contest _ when !facts.answers() ->
                    new Refused("由党组织自己或者上级党务工作者说明、申诉");
            case Step.Explain _, Step.Contest _ when it.waits() != null ->
                    new Gone("这件事已有" + word(it.waits()) + "，正在等上级答复");
            case Step.Contest _ when it.days().contestedOn() != null ->
                    new Refused("这件事的申诉已有结论；有新的情况，请写说明，由上级决定是否撤销");
            case Step.Explain(var act) -> explained(it, act, facts.today());
            case Step.Contest(var act) -> contested(it, act, facts.today());
            case Step.Decide _, Step.Waive _ when !facts.decides() ->
                    new Refused("本级的事由上级党组织决定，不能自己决定自己");
            case Step.Decide(var act, var accept) -> decided(it, act, accept, facts);
            case Step.Waive(var until) -> waived(it, until, facts.today(), state);
        };
    }

    private static Outcome decided(Matter it, UUID act, boolean accept, Facts facts) {
        var waits = it.waits();
        if (waits == null || !waits.act().equals(act)) {
            return new Gone("这件说明或申诉已经有人答复");
        }
        if (facts.own()) {
            return new Refused("不能答复自己写的说明或申诉，请由其他党务工作者答复");
        }
        var kind = accept ? Said.Kind.ACCEPT : Said.Kind.REFUSE;
        var days = waits.kind() == Said.Kind.CONTEST ? heard(it.days(), facts) : it.days();
        if (!accept) {
            return done(new Matter(days, null, null), kind);
        }
        var contest = waits.kind() == Said.Kind.CONTEST;
        var from = contest ? days.opens() : facts.today();
        var why = contest ? DutyRow.UPHELD : DutyRow.CANCELLED;
        return new Done(new Matter(voided(days, from), null, null), kind, why);
    }

    private static Outcome waived(Matter it, LocalDate until, LocalDate today, State state) {
        if (it.waits() != null) {
            return new Refused("请先答复这件" + word(it.waits()) + "，再决定是否豁免");
        }
        if (!until.isAfter(today)) {
            return new Unfit("请填写今天以后的日期");
        }
        if (until.isAfter(today.plusYears(LONGEST_WAIVER))) {
            return new Unfit("豁免最长一年，请填写 " + today.plusYears(LONGEST_WAIVER) + " 以前的日期");
        }
        var before = it.days().waivedOn();
        if (before != null && state != State.WAIVED) {
            return new Refused("豁免已经到期，不能再次豁免；确有原因的，请党组织写说明，由上级同意撤销");
        }
        var from = before == null ? today : before;
        return done(
                new Matter(set(it.days(), from, until), it.explainedOn(), null), Said.Kind.WAIVE);
    }

    private static Done done(Matter after, Said.Kind kind) {
        return new Done(after, kind, null);
    }

    private static String word(Waits waits) {
        return waits.kind() == Said.Kind.CONTEST ? "申诉" : "说明";
    }

    private static Outcome explained(Matter it, UUID act, LocalDate today) {
        var kind = Said.Kind.EXPLAIN;
        return done(new Matter(it.days(), today, new Waits(act, kind)), kind);
    }

    /** Neutral until somebody above has decided (AF-15). */
    private static Outcome contested(Matter it, UUID act, LocalDate today) {
        var kind = Said.Kind.CONTEST;
        var days = contest(it.days(), today, NEVER);
        return done(new Matter(days, it.explainedOn(), new Waits(act, kind)), kind);
    }

    private static DutyDays heard(DutyDays days, Facts facts) {
        return contest(days, days.contestedOn(), facts.today());
    }

    private static DutyDays contest(DutyDays it, @Nullable LocalDate from, LocalDate until) {
        return new DutyDays(
                it.opens(),
                it.due(),
                it.yellowFrom(),
                it.redFrom(),
                it.endedOn(),
                from,
                until,
                it.waivedOn(),
                it.waivedUntil(),
                it.voidOn());
    }

    private static DutyDays set(DutyDays it, LocalDate waivedOn, LocalDate waivedUntil) {
        return new DutyDays(
                it.opens(),
                it.due(),
                it.yellowFrom(),
                it.redFrom(),
                it.endedOn(),
                it.contestedOn(),
                it.contestUntil(),
                waivedOn,
                waivedUntil,
                it.voidOn());
    }

    private static DutyDays voided(DutyDays it, LocalDate from) {
        return new DutyDays(
                it.opens(),
                it.due(),
                it.yellowFrom(),
                it.redFrom(),
                it.endedOn(),
                it.contestedOn(),
                it.contestUntil(),
                it.waivedOn(),
                it.waivedUntil(),
                from);
    }
}
