package org.sunmao.member.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sunmao.member.Classification;
import org.sunmao.member.internal.MemberDates.Figures;
import org.sunmao.member.internal.MemberDates.Refused;
import org.sunmao.rules.internal.Law;
import org.sunmao.rules.internal.Situation;

import java.util.List;

/** The cases of the book about the dates of membership and the classes of members. */
class MemberCasesTests {

    private static final int MONTHS = 12;

    @TestFactory
    List<DynamicTest> dates() {
        return Situation.each("membership", MemberCasesTests::dates);
    }

    @TestFactory
    List<DynamicTest> classes() {
        return Situation.each("classes", MemberCasesTests::classes);
    }

    private static void dates(Situation situation) {
        var dates =
                new MemberDates(
                        situation.someDay("出生"), situation.someDay("入党"), situation.day("转正"));
        var figures =
                new Figures(
                        Law.rule(MemberDates.OF_AGE).figure("age"),
                        Law.rule(MemberDates.PROBATION).figure("years"));
        var refused = dates.check(figures);
        situation.comes("结果", refused.isEmpty() ? "可以" : "不可以");
        situation.comes("说明", refused.map(Refused::reason).orElse(""));
        var on = situation.day("截至");
        if (on != null) {
            var months = dates.partyAgeMonths(on, 0);
            situation.comes("党龄", "%d年%d个月".formatted(months / MONTHS, months % MONTHS));
        }
    }

    private static void classes(Situation situation) {
        var facts =
                new Classification.Facts(
                        situation.number("年龄", 0),
                        situation.flag("流动"),
                        situation.find("岗位"),
                        situation.flag("有职"));
        var elder = Law.rule(MemberCards.CLASSES).figure("elderAge");
        var proposed = Classification.propose(facts, elder);
        situation.comes(
                "分类",
                switch (proposed.kind()) {
                    case HOME -> "在家青壮年";
                    case INDUSTRY -> "产业一线";
                    case AWAY -> "流动创业";
                    case FRAIL -> "老弱";
                });
        situation.comes(
                "方式",
                switch (proposed.way()) {
                    case PLEDGE -> "践诺";
                    case POST -> "设岗";
                    case ENCOURAGE -> "激励";
                    case TRACK -> "跟踪";
                    case CARE -> "关爱";
                });
    }
}
