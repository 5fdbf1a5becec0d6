package org.sunmao.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.sunmao.calendar.Period;
import org.sunmao.calendar.Periods;
import org.sunmao.calendar.Span;
import org.sunmao.calendar.Span.Unit;
import org.sunmao.house.Proves;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every span from every day, against somebody who counts one day after the other. */
class WorkDaysPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2050, 12, 31);

    /** A table of years, and the same days for the one who counts on the fingers. */
    record Table(YearTable years, NaiveCalendar naive) {

        static Table of(Map<LocalDate, Boolean> named) {
            Map<Integer, List<NamedDay>> byYear = new HashMap<>();
            named.forEach(
                    (day, works) ->
                            byYear.computeIfAbsent(day.getYear(), _ -> new ArrayList<>())
                                    .add(new NamedDay(day, works, "节")));
            Map<Integer, WorkYear> counted = new HashMap<>();
            return new Table(
                    year ->
                            counted.computeIfAbsent(
                                    year,
                                    one ->
                                            new WorkYear(
                                                    one,
                                                    true,
                                                    byYear.getOrDefault(one, List.of()))),
                    new NaiveCalendar(named));
        }
    }

    private static final Table NOTICES =
            Table.of(
                    Notices.years(2050).stream()
                            .flatMap(year -> Notices.days(year).stream())
                            .collect(
                                    HashMap::new,
                                    (days, said) -> days.put(said.day(), said.works()),
                                    Map::putAll));

    @Property(tries = 3000)
    @Proves("COD-11")
    void workingDaysOfTheNoticesAreCountedOneByOne(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = -300, max = 300) int count) {
        assertThat(NOTICES.years().workingDay(from, count))
                .isEqualTo(NOTICES.naive().workingDay(from, count));
        assertThat(NOTICES.years().works(from)).isEqualTo(NOTICES.naive().works(from));
    }

    @Property(tries = 500)
    void soAreThoseOfAnyOtherTable(
            @ForAll("tables") Table table,
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = -60, max = 60) int count) {
        assertThat(table.years().workingDay(from, count))
                .isEqualTo(table.naive().workingDay(from, count));
    }

    @Property(tries = 500)
    void aLongerSpanEndsLaterAndOneMoreDayIsTheNextThatIsWorked(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 300) int count) {
        var ends = NOTICES.years().after(from, new Span(count, Unit.WORKING_DAYS));
        var next = NOTICES.years().after(from, new Span(count + 1, Unit.WORKING_DAYS));

        assertThat(next).isAfter(ends);
        assertThat(ends.plusDays(1).datesUntil(next)).noneMatch(NOTICES.years()::works);
        assertThat(NOTICES.years().works(next)).isTrue();
    }

    @Property(tries = 2000)
    void daysMonthsAndYearsAreThoseOfTheFingersToo(
            @ForAll("days") LocalDate from, @ForAll @IntRange(max = 400) int count) {
        var years = NOTICES.years();

        assertThat(years.after(from, new Span(count, Unit.DAYS)))
                .isEqualTo(NaiveCalendar.days(from, count));
        assertThat(years.after(from, new Span(count, Unit.MONTHS)))
                .isEqualTo(NaiveCalendar.months(from, count));
        assertThat(years.before(from, new Span(count, Unit.MONTHS)))
                .isEqualTo(NaiveCalendar.months(from, -count));
        assertThat(years.after(from, new Span(count % 50, Unit.YEARS)))
                .isEqualTo(NaiveCalendar.months(from, 12 * (count % 50)));
    }

    @Property(tries = 2000)
    void periodsOfAnAnchorFollowWithoutGapAndNeverDrift(
            @ForAll("days") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 36) int months,
            @ForAll("days") LocalDate day) {
        var periods = new Periods(anchor, months);
        var period = periods.of(day);
        var first =
                IntStream.rangeClosed(-700, 700)
                        .mapToObj(one -> NaiveCalendar.months(anchor, one * months))
                        .filter(begin -> !begin.isAfter(day))
                        .max(LocalDate::compareTo)
                        .orElseThrow();

        assertThat(period.first()).isEqualTo(first);
        assertThat(period.has(day)).isTrue();
        assertThat(periods.next(day).first()).isEqualTo(period.last().plusDays(1));
    }

    @Property(tries = 300)
    void allPeriodsBetweenTwoDaysCoverThem(
            @ForAll("days") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll("days") LocalDate from,
            @ForAll("days") LocalDate to) {
        var periods = new Periods(anchor, months).between(from, to);

        assertThat(periods.isEmpty()).isEqualTo(from.isAfter(to));
        if (!periods.isEmpty()) {
            assertThat(periods.getFirst().has(from)).isTrue();
            assertThat(periods.getLast().has(to)).isTrue();
            assertThat(periods).isSortedAccordingTo((a, b) -> a.first().compareTo(b.first()));
            assertThat(periods.stream().skip(1).map(Period::first).toList())
                    .isEqualTo(
                            periods.stream()
                                    .limit(periods.size() - 1L)
                                    .map(period -> period.last().plusDays(1))
                                    .toList());
        }
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        var any =
                Arbitraries.longs()
                        .between(FIRST.toEpochDay(), LAST.toEpochDay())
                        .map(LocalDate::ofEpochDay);
        var ends = any.map(day -> day.withDayOfMonth(day.lengthOfMonth()));
        var leap = Arbitraries.of(2000, 2004, 2024, 2048).map(year -> LocalDate.of(year, 2, 29));
        return Arbitraries.oneOf(
                any, ends, leap, any.map(day -> LocalDate.of(day.getYear(), 12, 31)));
    }

    @Provide
    static Arbitrary<Table> tables() {
        return Arbitraries.maps(days(), Arbitraries.of(true, false)).ofMaxSize(200).map(Table::of);
    }
}
