package org.sunmao.member.internal;

import static org.sunmao.member.internal.MemberFields.FLOATING;
import static org.sunmao.member.internal.MemberFields.FULL_ON;
import static org.sunmao.member.internal.MemberFields.HOST;
import static org.sunmao.member.internal.MemberFields.HOST_NAME;
import static org.sunmao.member.internal.MemberFields.JOINED_ON;
import static org.sunmao.member.internal.MemberFields.LOST_ON;
import static org.sunmao.member.internal.MemberFields.LOST_REASON;
import static org.sunmao.member.internal.MemberFields.MEMBER_CLASS;
import static org.sunmao.member.internal.MemberFields.PARTY_AGE_CORRECTION;
import static org.sunmao.member.internal.MemberFields.PARTY_AGE_CORRECTION_REASON;
import static org.sunmao.member.internal.MemberFields.STATUS;
import static org.sunmao.member.internal.MemberFields.WAY;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.member.Status;
import org.sunmao.register.Field;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the values of one member must be together: whole pairs, and dates as the rules demand. */
@Component
class MemberChecks {

    private final Rulebook rulebook;

    MemberChecks(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Examines the values of a day.
     *
     * @throws InputRefused with every fault
     * @throws RuleRefused with the first rule the dates break
     */
    void check(Map<String, @Nullable Object> values, LocalDate today) {
        var faults = new ArrayList<Place>();
        status(values, faults);
        pair(values, LOST_ON, LOST_REASON, faults);
        pair(values, MEMBER_CLASS, WAY, faults);
        pair(values, PARTY_AGE_CORRECTION, PARTY_AGE_CORRECTION_REASON, faults);
        host(values, faults);
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        dates(
                new MemberDates(
                        day(values, MemberFields.BORN_ON),
                        day(values, JOINED_ON),
                        (LocalDate) values.get(FULL_ON.name())),
                today);
    }

    void dates(MemberDates dates, LocalDate today) {
        var figures =
                new MemberDates.Figures(
                        rulebook.rule(MemberDates.OF_AGE, today).figure("age"),
                        rulebook.rule(MemberDates.PROBATION, today).figure("years"));
        dates.check(figures)
                .ifPresent(
                        refused -> {
                            var rule = rulebook.rule(refused.rule(), today);
                            throw new RuleRefused(rule, refused.reason(), refused.field());
                        });
    }

    private static void status(Map<String, @Nullable Object> values, List<Place> faults) {
        var full = Status.FULL.code().equals(values.get(STATUS.name()));
        if (full && values.get(FULL_ON.name()) == null) {
            faults.add(new Place(FULL_ON.pointer(), "正式党员请填写转正日期"));
        }
        if (!full && values.get(FULL_ON.name()) != null) {
            faults.add(new Place(FULL_ON.pointer(), "预备党员没有转正日期，请清空，或把人员类别改为正式党员"));
        }
    }

    /** One host at most, and only of who is away. */
    private static void host(Map<String, @Nullable Object> values, List<Place> faults) {
        var here = values.get(HOST.name()) != null;
        var elsewhere = values.get(HOST_NAME.name()) != null;
        if (here && elsewhere) {
            faults.add(new Place(HOST_NAME.pointer(), "流入地党组织只登记一个：已经选了平台里的，这里请清空"));
        }
        if ((here || elsewhere) && !Boolean.TRUE.equals(values.get(FLOATING.name()))) {
            var field = here ? HOST : HOST_NAME;
            faults.add(new Place(field.pointer(), "只有流动党员才登记流入地党组织，请先把“流动党员”选为“是”"));
        }
    }

    private static void pair(
            Map<String, @Nullable Object> values, Field one, Field other, List<Place> faults) {
        var lacking = values.get(one.name()) == null ? one : other;
        if ((values.get(one.name()) == null) != (values.get(other.name()) == null)) {
            faults.add(
                    new Place(
                            lacking.pointer(),
                            one.label() + "和" + other.label() + "要一起填写，现在缺少" + lacking.label()));
        }
    }

    private static LocalDate day(Map<String, @Nullable Object> values, Field field) {
        if (values.get(field.name()) instanceof LocalDate day) {
            return day;
        }
        throw new InputRefused(field.pointer(), "请填写" + field.label());
    }
}
