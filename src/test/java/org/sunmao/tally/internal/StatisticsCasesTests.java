package org.sunmao.tally.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sunmao.rules.internal.Law;
import org.sunmao.rules.internal.Situation;

import java.util.List;

/** The cases of the book about the bands of statistics. */
class StatisticsCasesTests {

    @TestFactory
    List<DynamicTest> bands() {
        return Situation.each("statistics", StatisticsCasesTests::bands);
    }

    private static void bands(Situation situation) {
        var day = situation.someDay("统计日");
        var cuts = Cuts.of(day, Law.rule(Tables.AGES, day), Law.rule(Tables.JOINING, day));
        var born = situation.day("出生");
        if (born != null) {
            var bucket = (int) cuts.births().stream().filter(cut -> !cut.isAfter(born)).count();
            var band = cuts.ages().size() - bucket;
            situation.comes("年龄段", band == 0 ? 0 : cuts.ages().get(band - 1));
        }
        var joined = situation.day("入党");
        if (joined != null) {
            situation.comes(
                    "时期", cuts.joined().stream().filter(cut -> !cut.isAfter(joined)).count() + 1);
        }
    }
}
