package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.meeting.YearWork;
import org.sunmao.meeting.internal.AppraisalOrders.GradeOrder;
import org.sunmao.meeting.internal.AppraisalOrders.GradesOrder;
import org.sunmao.meeting.internal.AppraisalOrders.MeasureOrder;
import org.sunmao.meeting.internal.AppraisalOrders.MeasuresOrder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Takes what comes of a year from other modules, with the checks of what people send. */
@Service
class YearRecords implements YearWork {

    private final YearPlans plans;
    private final Appraisals appraisals;
    private final Measures measures;

    YearRecords(YearPlans plans, Appraisals appraisals, Measures measures) {
        this.plans = plans;
        this.appraisals = appraisals;
        this.measures = measures;
    }

    @Override
    public void adopt(Scope scope, NewPlan plan) {
        plans.adopt(scope, plan);
    }

    @Override
    public void grade(Scope scope, UUID appraisal, List<NewGrade> grades) {
        var sent = new ArrayList<@Nullable GradeOrder>();
        grades.forEach(one -> sent.add(order(one)));
        appraisals.grade(scope, appraisal, new GradesOrder(sent));
    }

    private static GradeOrder order(NewGrade one) {
        var cast = one.ballots();
        return new GradeOrder(
                one.member(),
                cast == null ? null : cast.excellent(),
                cast == null ? null : cast.qualified(),
                cast == null ? null : cast.basic(),
                cast == null ? null : cast.unqualified(),
                one.grade(),
                one.gap());
    }

    @Override
    public void tell(Scope scope, UUID appraisal, Collection<UUID> members, LocalDate on) {
        appraisals.tell(scope, appraisal, members, on);
    }

    @Override
    public void promise(Scope scope, UUID meeting, List<NewMeasure> promised) {
        var sent = new ArrayList<@Nullable MeasureOrder>();
        promised.forEach(
                one -> sent.add(new MeasureOrder(one.says(), one.member(), one.due().toString())));
        var ids = measures.add(scope, meeting, new MeasuresOrder(sent));
        var done = new HashMap<UUID, AppraisalOrders.MeasureDone>();
        for (var at = 0; at < promised.size(); at++) {
            var one = promised.get(at).done();
            if (one != null) {
                var told = new AppraisalOrders.MeasureDone(one.on().toString(), one.says());
                done.put(ids.get(at), told);
            }
        }
        if (!done.isEmpty()) {
            measures.done(scope, meeting, done);
        }
    }
}
