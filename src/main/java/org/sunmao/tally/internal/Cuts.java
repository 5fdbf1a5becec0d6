package org.sunmao.tally.internal;

import org.sunmao.rules.Rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The days at which ages and times of joining are cut into bands, as of one day.
 *
 * @param ages the ages at which the bands after the first begin, upward
 * @param joined the days on which the bands after the first begin
 */
record Cuts(LocalDate day, List<Integer> ages, List<LocalDate> joined) {

    static Cuts of(LocalDate day, Rule ageRule, Rule joiningRule) {
        var ages = new ArrayList<Integer>();
        var last = ageRule.figure("last");
        for (var age = ageRule.figure("first") + 1; age < last; age += ageRule.figure("step")) {
            ages.add(age);
        }
        ages.add(last);
        return new Cuts(
                day,
                List.copyOf(ages),
                List.of(
                        dated(joiningRule.figure("republic")),
                        dated(joiningRule.figure("plenum")),
                        dated(joiningRule.figure("congress"))));
    }

    /** The first birthdays that are too young for an age, from the oldest on. */
    List<LocalDate> births() {
        return ages.stream()
                .sorted(Comparator.reverseOrder())
                .map(age -> day.minusYears(age).plusDays(1))
                .toList();
    }

    /** The value of axis AGE for the band with that number, the youngest first. */
    String born(int band) {
        return Integer.toString(ages.size() - band);
    }

    LocalDate yearBegins() {
        return day.withDayOfYear(1);
    }

    private static LocalDate dated(int figure) {
        return LocalDate.of(figure / 10_000, figure / 100 % 100, figure % 100);
    }
}
