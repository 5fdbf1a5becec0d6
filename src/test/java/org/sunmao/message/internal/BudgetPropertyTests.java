package org.sunmao.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.sunmao.house.Proves;
import org.sunmao.message.internal.Budget.Had;
import org.sunmao.message.internal.Budget.Permit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Whatever there is to tell and whenever: never more than the year allows, and never a silence. */
@Proves("R-MS-04")
class BudgetPropertyTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2028, 1, 1);

    @Property
    void nobodyIsToldMoreOftenThanTheYearAllows(
            @ForAll @IntRange(min = 12, max = 80) int yearly,
            @ForAll @IntRange(max = 12) int ahead,
            @ForAll @Size(366) byte[] days) {
        var budget = new Budget(20, 8, yearly, ahead);
        assertThat(year(budget, days)).hasSizeLessThanOrEqualTo(yearly);
    }

    @Property
    void whoeverHasSomethingToHearHearsItInItsMonth(
            @ForAll @IntRange(min = 12, max = 80) int yearly, @ForAll @Size(366) byte[] days) {
        var told = year(new Budget(20, 8, yearly, 6), days);
        for (var month = 1; month <= 12; month++) {
            var number = month;
            var anything =
                    NEW_YEAR.datesUntil(NEW_YEAR.plusYears(1))
                            .filter(day -> day.getMonthValue() == number)
                            .anyMatch(day -> days[day.getDayOfYear() - 1] > 0);
            assertThat(told.stream().anyMatch(day -> day.getMonthValue() == number))
                    .as("month %d", month)
                    .isEqualTo(anything);
        }
    }

    @Property
    void aSmallerBudgetInTheMiddleOfTheYearIsKeptToFromThenOn(@ForAll long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var before = random.nextInt(12, 80);
        var told = 0;
        var inMonth = 0;
        for (var day = NEW_YEAR; day.getYear() == NEW_YEAR.getYear(); day = day.plusDays(1)) {
            inMonth = day.getDayOfMonth() == 1 ? 0 : inMonth;
            var yearly = day.getMonthValue() < 7 ? before : 12;
            var permit = permit(new Budget(20, 8, yearly, 6), day, told, inMonth, random);
            if (permit != Permit.NONE) {
                told++;
                inMonth++;
                assertThat(told).isLessThanOrEqualTo(Math.max(yearly, before));
                assertThat(day.getMonthValue() < 7 || told <= 12).isTrue();
            }
        }
    }

    private static Permit permit(
            Budget budget, LocalDate day, int told, int inMonth, RandomGenerator random) {
        return budget.permit(day, new Had(told, inMonth, false), random.nextBoolean());
    }

    @Example
    void thereIsNoSecondOneOnADay() {
        var budget = new Budget(20, 8, 60, 6);

        assertThat(budget.permit(NEW_YEAR, new Had(1, 1, true), true)).isEqualTo(Permit.NONE);
    }

    @Example
    void theNightIsQuiet() {
        var budget = new Budget(20, 8, 60, 6);

        assertThat(budget.quiet(LocalTime.of(7, 59))).isTrue();
        assertThat(budget.quiet(LocalTime.of(8, 0))).isFalse();
        assertThat(budget.quiet(LocalTime.of(19, 59))).isFalse();
        assertThat(budget.quiet(LocalTime.of(20, 0))).isTrue();
    }

    @Example
    void aMemberHearsOnceAMonth() {
        var always = new byte[366];
        java.util.Arrays.fill(always, (byte) 2);

        assertThat(year(new Budget(20, 8, 12, 6), always)).hasSize(12);
    }

    /** The days of a year on which somebody is told: positive is news, above 100 is grave. */
    private static Set<LocalDate> year(Budget budget, byte[] days) {
        var told = new HashSet<LocalDate>();
        for (var day = NEW_YEAR; day.getYear() == NEW_YEAR.getYear(); day = day.plusDays(1)) {
            var news = days[day.getDayOfYear() - 1];
            var month = day.getMonthValue();
            var inMonth = (int) told.stream().filter(d -> d.getMonthValue() == month).count();
            var had = new Had(told.size(), inMonth, false);
            if (news > 0 && budget.permit(day, had, news > 100) != Permit.NONE) {
                told.add(day);
            }
        }
        return told;
    }
}
