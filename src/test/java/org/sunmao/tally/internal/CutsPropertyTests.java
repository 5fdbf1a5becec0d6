package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;

/** Whoever is born on any day falls into the band of their age, on any day. */
class CutsPropertyTests {

    private static final Rule AGES = rule("R-SS-04", Map.of("first", 30, "step", 5, "last", 61));
    private static final Rule JOINING =
            rule("R-SS-05", Map.of("republic", 19491001, "plenum", 19781218, "congress", 20121108));

    @Property(tries = 20_000)
    void thePeopleOfABandAreOfItsAges(
            @ForAll @IntRange(min = -20_000, max = 40_000) int day,
            @ForAll @IntRange(min = 0, max = 40_000) int older) {
        var on = LocalDate.ofEpochDay(day);
        var bornOn = on.minusDays(older);
        var age = Period.between(bornOn, on).getYears();
        var cuts = Cuts.of(on, AGES, JOINING);

        assertThat(cuts.ages()).containsExactly(31, 36, 41, 46, 51, 56, 61);
        var bucket = cuts.births().stream().filter(birth -> !birth.isAfter(bornOn)).count();
        var band = cuts.ages().stream().filter(from -> age >= from).count();
        assertThat(cuts.born((int) band)).isEqualTo(Long.toString(bucket));
    }

    private static Rule rule(String id, Map<String, Integer> figures) {
        var told = new java.util.HashMap<String, Figure>();
        figures.forEach((name, value) -> told.put(name, new Figure(value, "", false)));
        return new Rule(new RuleId(id), "", "", new Source("", "", "yes"), told);
    }
}
