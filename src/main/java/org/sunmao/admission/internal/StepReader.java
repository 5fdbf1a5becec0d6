package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.organization.Relations;
import org.sunmao.organization.Relations.Holding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what was filled in for a step as the step the process knows. */
@Component
class StepReader {

    private static final int LONGEST_TRAINING = 400;
    private static final int LONGEST_EXTENSION = 60;
    private static final Counts NOBODY = new Counts(0, 0, 0, 0, 0, 0);

    private final WorkCalendar calendar;
    private final Relations relations;

    StepReader(WorkCalendar calendar, Relations relations) {
        this.calendar = calendar;
        this.relations = relations;
    }

    /** What the papers of a case hold, and who its branch is. */
    record Ground(UUID branch, int papers) {}

    /**
     * The step without its vote, which a meeting tells.
     *
     * @param told takes up all that was filled in
     */
    Step read(StepCode code, LocalDate on, Told told, Ground ground) {
        return switch (code) {
            case APPLICATION -> throw new IllegalStateException("a case begins with it");
            case TALK -> talk(on, told);
            case FIX_ACTIVIST ->
                    new Step.FixActivist(
                            on,
                            told.choice("recommended", Set.of("members", "league", "both")) != null,
                            notice(on, told));
            case FILE_ACTIVIST -> new Step.FileActivist(on, agreed(told));
            case CONTACTS -> new Step.NameContacts(on, full("contacts", on, told, ground).size());
            case ASSESS -> new Step.Assess(period(on, told));
            case LIST_OBJECT -> new Step.ListObject(on, told.yes("heard"), notice(on, told));
            case FILE_OBJECT -> new Step.FileObject(on, agreed(told));
            case SPONSORS -> sponsors(on, told, ground);
            case REVIEW -> new Step.Review(on, told.decided("passed", "请写明政治审查是否合格"));
            case TRAINING -> training(on, told);
            case EXAMINE -> new Step.Examine(on, told.yes("heard"), notice(on, told));
            case PRE_EXAMINE ->
                    new Step.PreExamine(
                            on, told.decided("passed", "请写明预审是否合格"), told.day("leaves"));
            case FORM -> new Step.FillForm(on);
            case VOTE -> new Step.Vote(on, NOBODY);
            case SUBMIT -> new Step.Submit(on);
            case SUPERIOR_TALK -> new Step.SuperiorTalk(on);
            case APPROVE -> approve(on, told);
            case FILE_APPROVAL -> new Step.FileApproval(on);
            case ASSIGN -> new Step.Assign(on);
            case OATH -> new Step.Swear(on);
            case PROBATION_ASSESS -> new Step.AssessProbation(period(on, told));
            case CONVERSION_APPLICATION -> new Step.ApplyConversion(on);
            case CONVERSION_VOTE -> conversion(on, told);
            case CONVERSION_APPROVE ->
                    new Step.ApproveConversion(on, told.decided("granted", "请写明是否批准"));
            case ARCHIVE -> new Step.Archive(on, ground.papers());
            case MOVE -> throw new IllegalStateException("papers are handed over");
            case END -> new Step.End(on, cause(told));
        };
    }

    /** The same step with the counts of its meeting. */
    static Step voted(Step step, Counts counts) {
        return switch (step) {
            case Step.Vote it -> new Step.Vote(it.on(), counts);
            case Step.VoteConversion it ->
                    new Step.VoteConversion(
                            it.on(),
                            it.outcome(),
                            it.months(),
                            it.heard(),
                            it.noticeDays(),
                            counts);
            default -> throw new IllegalStateException("nobody votes on " + step);
        };
    }

    private static Step talk(LocalDate on, Told told) {
        told.ids("talker");
        return new Step.Talk(on);
    }

    /** The day the committee notes stands beside the day the branch told; it shifts nothing. */
    private static Step approve(LocalDate on, Told told) {
        var received = told.day("received");
        if (received != null && received.isAfter(on)) {
            told.fault("received", "收到决议的日期不能晚于审批的日期，请核对");
        }
        return new Step.Approve(on, told.decided("granted", "请写明是否批准"), told.yes("special"));
    }

    private static boolean agreed(Told told) {
        return told.decided("agreed", "请写明同意备案还是退回");
    }

    /** Days worked from the first to the last of the notice; it is over before the decision. */
    private int notice(LocalDate on, Told told) {
        var from = told.day("noticeFrom");
        var to = told.day("noticeTo");
        if (from == null || to == null) {
            if (from != null || to != null) {
                told.fault(from == null ? "noticeFrom" : "noticeTo", "公示的起止日期请都填写");
            }
            return 0;
        }
        if (to.isBefore(from) || !on.isAfter(to)) {
            told.fault("noticeTo", "公示要在起始日以后结束，并且早于这一步的日期，请核对");
            return 0;
        }
        if (from.plusYears(1).isBefore(to)) {
            told.fault("noticeTo", "公示不会超过一年，请核对日期");
            return 0;
        }
        return (int) from.datesUntil(to.plusDays(1)).filter(calendar::works).count();
    }

    /** An assessment is of a period, and dated by the day it was made. */
    private static LocalDate period(LocalDate on, Told told) {
        var from = told.day("from");
        var to = told.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            told.fault("to", "结束日在开始日之前，请改正");
        }
        return on;
    }

    /** Full members whom the branch holds. */
    private List<UUID> full(String key, LocalDate on, Told told, Ground ground) {
        var ids = told.ids(key);
        var holders = relations.holders(ids, on);
        for (var id : ids) {
            if (!full(holders, id) || !ground.branch().equals(holder(holders, id))) {
                told.fault(key, "须是本支部的正式党员，请重新选择");
                break;
            }
        }
        return ids;
    }

    private static boolean full(Map<UUID, Holding> holders, UUID id) {
        var holding = holders.get(id);
        return holding != null && holding.full();
    }

    private static @Nullable UUID holder(Map<UUID, Holding> holders, UUID id) {
        var holding = holders.get(id);
        return holding == null ? null : holding.organization();
    }

    /** Who is no full member on that day may not be one (R-DEV-19). */
    private Step sponsors(LocalDate on, Told told, Ground ground) {
        var ids = told.ids("sponsors");
        var holders = relations.holders(ids, on);
        var barred = (int) ids.stream().filter(id -> !full(holders, id)).count();
        if (ids.stream().anyMatch(id -> !ground.branch().equals(holder(holders, id)))) {
            told.fault("sponsors", "入党介绍人须是本支部的党员，请重新选择");
        }
        return new Step.NameSponsors(on, ids.size(), barred);
    }

    private static Step training(LocalDate on, Told told) {
        period(on, told);
        return new Step.Train(
                on,
                told.number("days", LONGEST_TRAINING),
                told.number("hours", LONGEST_TRAINING),
                waived(told));
    }

    /** A waiver is recorded with its reason (R-DEV-22). */
    private static boolean waived(Told told) {
        var waived = told.yes("waived");
        if (waived && told.text("waiver") == null) {
            told.fault("waiver", "免于集中培训要写明哪一级党委、为什么同意");
        }
        return waived;
    }

    private Step conversion(LocalDate on, Told told) {
        var outcome = told.choice("outcome", Set.of("convert", "extend", "cancel"));
        if (outcome == null) {
            told.fault("outcome", "请选择讨论的是转正、延长还是取消资格");
        }
        return new Step.VoteConversion(
                on,
                switch (outcome == null ? "convert" : outcome) {
                    case "extend" -> Outcome.EXTEND;
                    case "cancel" -> Outcome.CANCEL;
                    default -> Outcome.CONVERT;
                },
                told.number("months", LONGEST_EXTENSION),
                told.yes("heard"),
                notice(on, told),
                NOBODY);
    }

    private static Reason cause(Told told) {
        var cause = told.choice("cause", Set.of("removed", "withdrew", "died"));
        if (cause == null) {
            told.fault("cause", "请选择终止的原因");
        }
        return switch (cause == null ? "removed" : cause) {
            case "withdrew" -> Reason.WITHDREW;
            case "died" -> Reason.DIED;
            default -> Reason.REMOVED;
        };
    }
}
