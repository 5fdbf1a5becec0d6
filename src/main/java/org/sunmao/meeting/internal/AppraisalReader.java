package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.internal.AppraisalOrders.GradeOrder;
import org.sunmao.meeting.internal.AppraisalOrders.GradesOrder;
import org.sunmao.meeting.internal.AppraisalOrders.MeasureDone;
import org.sunmao.meeting.internal.AppraisalOrders.MeasureOrder;
import org.sunmao.meeting.internal.AppraisalOrders.MeasuresOrder;
import org.sunmao.meeting.internal.AppraisalStore.Done;
import org.sunmao.meeting.internal.AppraisalStore.Promise;
import org.sunmao.meeting.internal.Grading.Ballots;
import org.sunmao.meeting.internal.Grading.Grade;
import org.sunmao.meeting.internal.Grading.Graded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads grades and measures as they were sent, and tells all at once that cannot be. */
final class AppraisalReader {

    private static final int MOST = 1000;
    private static final int MOST_BALLOTS = 100_000;
    private static final int MOST_MEASURES = 50;
    private static final int TEXT = 500;

    private final Faults faults = new Faults();

    private AppraisalReader() {}

    static List<Graded> grades(GradesOrder order) {
        return new AppraisalReader().read(order.grades());
    }

    private List<Graded> read(@Nullable List<@Nullable GradeOrder> sent) {
        if (sent == null || sent.isEmpty() || sent.size() > MOST) {
            faults.add("grades", "请填写评议的结果，一次最多 " + MOST + " 人");
            faults.refuse();
        }
        var read = new ArrayList<Graded>();
        var all = Objects.requireNonNull(sent);
        for (var at = 0; at < all.size(); at++) {
            var one = all.get(at);
            if (one == null || one.member() == null) {
                faults.add("grades/" + at + "/member", "请选择党员");
            } else {
                read.add(graded("grades/" + at, one.member(), one));
            }
        }
        faults.refuse();
        return read;
    }

    private Graded graded(String pointer, UUID member, GradeOrder sent) {
        var grade = sent.grade() == null || sent.grade().isBlank() ? null : sent.grade().strip();
        var known = grade == null ? null : Grade.find(grade).orElse(null);
        if (grade != null && known == null) {
            faults.add(pointer + "/grade", "等次只有优秀、合格、基本合格、不合格，请重新选择");
        }
        var gap = faults.text(sent.gap(), pointer + "/gap", TEXT);
        return new Graded(member, ballots(pointer, sent), known, gap);
    }

    private @Nullable Ballots ballots(String pointer, GradeOrder sent) {
        if (sent.excellent() == null
                && sent.qualified() == null
                && sent.basic() == null
                && sent.unqualified() == null) {
            return null;
        }
        return new Ballots(
                count(pointer + "/excellent", sent.excellent()),
                count(pointer + "/qualified", sent.qualified()),
                count(pointer + "/basic", sent.basic()),
                count(pointer + "/unqualified", sent.unqualified()));
    }

    private int count(String pointer, @Nullable Integer sent) {
        if (sent == null) {
            return 0;
        }
        if (sent < 0 || sent > MOST_BALLOTS) {
            faults.add(pointer, "请填票数，不能是负数");
            return 0;
        }
        return sent;
    }

    /**
     * Reads measures.
     *
     * @param from the day of the meeting: nothing is due before
     */
    static List<Promise> measures(MeasuresOrder order, LocalDate from) {
        return new AppraisalReader().read(order.measures(), from);
    }

    private List<Promise> read(@Nullable List<@Nullable MeasureOrder> sent, LocalDate from) {
        if (sent == null || sent.isEmpty() || sent.size() > MOST_MEASURES) {
            faults.add("measures", "请填写整改措施，一次最多 " + MOST_MEASURES + " 条");
            faults.refuse();
        }
        var read = new ArrayList<Promise>();
        var all = Objects.requireNonNull(sent);
        for (var at = 0; at < all.size(); at++) {
            var pointer = "measures/" + at;
            var one = Objects.requireNonNullElse(all.get(at), new MeasureOrder(null, null, null));
            var says = faults.required(one.says(), pointer + "/says", TEXT, "请写明整改什么");
            var due = faults.day(one.due(), pointer + "/due");
            if (due != null && due.isBefore(from)) {
                faults.add(pointer + "/due", "期限不能早于开会的日期 " + from);
            }
            read.add(new Promise(says, one.member(), due));
        }
        faults.refuse();
        return read;
    }

    /** Reads when and how a measure was done: not before the meeting, and not in days to come. */
    static Done done(MeasureDone sent, LocalDate from, LocalDate today) {
        var reader = new AppraisalReader();
        var faults = reader.faults;
        var on = faults.day(sent.on(), "on");
        if (on == null) {
            faults.add("on", "请填写办结的日期");
        } else if (on.isBefore(from) || on.isAfter(today)) {
            faults.add("on", "办结的日期应在开会的 %s 到今天之间".formatted(from));
        }
        var says = faults.required(sent.says(), "says", TEXT, "请写明怎样办结的");
        faults.refuse();
        return new Done(Objects.requireNonNull(on), says);
    }
}
