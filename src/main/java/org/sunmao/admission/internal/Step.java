package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Stage.Reason;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;

/** What is done for one person on a day (the 25 steps, and what happens beside them). */
sealed interface Step {

    LocalDate on();

    /** 2 派人谈话. */
    record Talk(LocalDate on) implements Step {}

    /**
     * 3 推荐和确定入党积极分子.
     *
     * @param recommended by members, or by a mass organization
     * @param noticeDays working days of the public notice
     */
    record FixActivist(LocalDate on, boolean recommended, int noticeDays) implements Step {}

    /** 4 上级党委备案. */
    record FileActivist(LocalDate on, boolean agreed) implements Step {}

    /** 5 指定培养联系人: so many full members. */
    record NameContacts(LocalDate on, int contacts) implements Step {}

    /** 6 培养教育考察: one half-yearly assessment. */
    record Assess(LocalDate on) implements Step {}

    /**
     * 7 确定发展对象.
     *
     * @param heard whether the group, the contacts, members and masses were heard
     */
    record ListObject(LocalDate on, boolean heard, int noticeDays) implements Step {}

    /** 8 报上级党委备案. */
    record FileObject(LocalDate on, boolean agreed) implements Step {}

    /**
     * 9 确定入党介绍人.
     *
     * @param sponsors full members named
     * @param barred how many of them may not sponsor: their rights are not restored
     */
    record NameSponsors(LocalDate on, int sponsors, int barred) implements Step {}

    /** 10 政治审查. */
    record Review(LocalDate on, boolean passed) implements Step {}

    /**
     * 11 短期集中培训.
     *
     * @param waived by the committee, in a special case, recorded
     */
    record Train(LocalDate on, int days, int hours, boolean waived) implements Step {}

    /** 12 支部委员会审查. */
    record Examine(LocalDate on, boolean heard, int noticeDays) implements Step {}

    /**
     * 13 上级党委预审.
     *
     * @param leaves the day the person will leave the unit, where one is known
     */
    record PreExamine(LocalDate on, boolean passed, @Nullable LocalDate leaves) implements Step {}

    /** 14 填写入党志愿书. */
    record FillForm(LocalDate on) implements Step {}

    /** 15 支部大会讨论, on this one person alone. */
    record Vote(LocalDate on, Counts counts) implements Step {}

    /** The resolution comes to the committee, which stamps the day. */
    record Submit(LocalDate on) implements Step {}

    /** 16 上级党委派人谈话. */
    record SuperiorTalk(LocalDate on) implements Step {}

    /**
     * 17 上级党委审批.
     *
     * @param special whether the longer period is taken, in a special case
     */
    record Approve(LocalDate on, boolean granted, boolean special) implements Step {}

    /** 18 再上一级党委组织部门备案. */
    record FileApproval(LocalDate on) implements Step {}

    /** 19 编入党支部和党小组. */
    record Assign(LocalDate on) implements Step {}

    /** 20 入党宣誓. */
    record Swear(LocalDate on) implements Step {}

    /** 21 继续教育考察. */
    record AssessProbation(LocalDate on) implements Step {}

    /** 22 提出转正申请. */
    record ApplyConversion(LocalDate on) implements Step {}

    /**
     * 23 支部大会讨论转正, or extension, or cancellation.
     *
     * @param months of an extension, else nought
     * @param heard whether the group, members and masses were heard and the committee examined
     */
    record VoteConversion(
            LocalDate on, Outcome outcome, int months, boolean heard, int noticeDays, Counts counts)
            implements Step {}

    /** 24 上级党委审批. */
    record ApproveConversion(LocalDate on, boolean granted) implements Step {}

    /**
     * 25 材料归档.
     *
     * @param items how many of the five papers are there
     */
    record Archive(LocalDate on, int items) implements Step {}

    /**
     * The person moves to another branch.
     *
     * @param examined whether the new one has the papers, and examined them
     */
    record Move(LocalDate on, boolean examined) implements Step {}

    record End(LocalDate on, Reason reason) implements Step {}
}
