package org.sunmao.organization.internal;

import static org.sunmao.register.Timeline.OPEN;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sunmao.organization.Headcount;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.Thresholds.Facts;
import org.sunmao.organization.internal.Thresholds.State;
import org.sunmao.organization.internal.Thresholds.Told;
import org.sunmao.rules.internal.Law;
import org.sunmao.rules.internal.Situation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The cases of the book about numbers and terms of organizations. */
class OrganizationCasesTests {

    private static final Map<String, String> KINDS =
            Map.of(
                    "党支部", Kinds.BRANCH,
                    "联合党支部", Kinds.JOINT,
                    "党总支", Kinds.GENERAL_BRANCH,
                    "党委", Kinds.COMMITTEE,
                    "党小组", Kinds.GROUP,
                    "流动党员党支部", Kinds.FLOATING);
    private static final Map<String, String> FIELDS =
            Map.of(
                    "村", "village",
                    "机关", "organ",
                    "国有企业", "state-enterprise",
                    "非公企业", "private-enterprise");
    private static final Map<State, String> STATES =
            Map.of(State.MET, "符合", State.ATTEND, "需要处理", State.NOTE, "提示");
    private static final UUID SOMEWHERE = UUID.randomUUID();

    @TestFactory
    List<DynamicTest> numbers() {
        return Situation.each("thresholds", OrganizationCasesTests::numbers);
    }

    @TestFactory
    List<DynamicTest> terms() {
        return Situation.each("terms", OrganizationCasesTests::terms);
    }

    private static void numbers(Situation situation) {
        var members = situation.number("党员", 0);
        var full = situation.number("正式党员", 0);
        var facts =
                new Facts(
                        situation.code("类别", KINDS),
                        situation.code("领域", FIELDS),
                        new Headcount(members, full, members - full, 0, members),
                        situation.number("单位", 2),
                        situation.number("班子", 3));
        var told =
                new Thresholds(Law::rule)
                        .of(facts).stream()
                                .filter(one -> situation.about(one.rule().id().value()))
                                .toList();
        var worst = told.stream().filter(one -> one.state() != State.MET).findFirst();
        var one = worst.or(() -> told.stream().findFirst());
        situation.comes("结果", one.map(Told::state).map(STATES::get).orElse("不提示"));
        situation.comes("说明", one.map(Told::says).orElse(""));
    }

    private static void terms(Situation situation) {
        var home =
                new Home(
                        situation.code("类别", KINDS),
                        situation.code("领域", FIELDS),
                        LocalDate.of(2001, 7, 1));
        var rules = new TermRules(Law::rule);
        situation.comes("届期", rules.years(home));
        var begins = situation.day("开始");
        var due = situation.day("到期");
        var until = situation.day("延至");
        if (until != null) {
            var term =
                    new Term(
                            SOMEWHERE,
                            0,
                            SOMEWHERE,
                            Objects.requireNonNull(begins),
                            Objects.requireNonNull(due),
                            null,
                            OPEN,
                            null);
            situation.comes("结果", rules.extension(term, until).isEmpty() ? "可以" : "不可以");
        }
    }
}
