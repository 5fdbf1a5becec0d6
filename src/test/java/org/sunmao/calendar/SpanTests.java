package org.sunmao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunmao.house.Proves;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Spans and periods at the bounds, by a calendar that knows weeks only. */
class SpanTests {

    /** Counts by the week alone. */
    private static final WorkCalendar WEEKS =
            new WorkCalendar() {
                @Override
                public boolean works(LocalDate day) {
                    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
                }

                @Override
                public boolean official(int year) {
                    return true;
                }

                @Override
                public LocalDate workingDay(LocalDate from, int count) {
                    var day = from;
                    for (var left = count; left > 0; left = works(day) ? left - 1 : left) {
                        day = day.plusDays(1);
                    }
                    return day;
                }
            };

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1 months, 2026-02-28",
        "2024-01-31, 1 months, 2024-02-29",
        "2026-01-31, 2 months, 2026-03-31",
        "2026-08-31, 6 months, 2027-02-28",
        "2023-08-31, 6 months, 2024-02-29",
        "2024-02-29, 1 years, 2025-02-28",
        "2024-02-29, 4 years, 2028-02-29",
        "2026-02-28, 6 months, 2026-08-28",
        "2026-12-31, 2 months, 2027-02-28",
        "2026-11-27, 30 days, 2026-12-27",
        "2026-12-31, 1 days, 2027-01-01",
        "2026-11-27, 0 days, 2026-11-27",
        "2026-11-28, 0 working-days, 2026-11-28",
        "2026-11-27, 1 working-days, 2026-11-30",
        "2026-11-29, 15 working-days, 2026-12-18"
    })
    @Proves("R-GEN-02")
    void aSpanEndsOnItsLastDayWhichStillCounts(LocalDate from, String span, LocalDate ends) {
        assertThat(WEEKS.after(from, Span.parse(span))).isEqualTo(ends);
    }

    @Test
    void aMonthlyAnchorAtTheThirtyFirstComesBackToTheThirtyFirst() {
        var periods = new Periods(LocalDate.of(2026, 1, 31), 1);

        assertThat(periods.between(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 4, 29)))
                .extracting(period -> period.first() + " " + period.last())
                .containsExactly(
                        "2026-01-31 2026-02-27", "2026-02-28 2026-03-30", "2026-03-31 2026-04-29");
        assertThat(periods.of(LocalDate.of(2026, 1, 30)).first()).isEqualTo("2025-12-31");
    }

    @Test
    void thePeriodsOfTheCivilYearHaveNames() {
        var day = LocalDate.of(2026, 11, 27);

        assertThat(told("month", day)).isEqualTo("2026-11-01 2026-11-30");
        assertThat(told("quarter", day)).isEqualTo("2026-10-01 2026-12-31");
        assertThat(told("half-year", day)).isEqualTo("2026-07-01 2026-12-31");
        assertThat(told("year", day)).isEqualTo("2026-01-01 2026-12-31");
        assertThat(told("quarter", LocalDate.of(1999, 3, 31))).isEqualTo("1999-01-01 1999-03-31");
        assertThat(Periods.named("week")).isEmpty();
        assertThat(Periods.QUARTER.next(day).first()).isEqualTo("2027-01-01");
    }

    private static String told(String name, LocalDate day) {
        var period = Periods.named(name).orElseThrow().of(day);
        return period.first() + " " + period.last();
    }

    @Test
    void aSpanReadsAndTellsItself() {
        var span = Span.parse("15 working-days");

        assertThat(span).isEqualTo(new Span(15, Span.Unit.WORKING_DAYS));
        assertThat(span).hasToString("15 working-days");
        assertThat(span.told()).isEqualTo("15 个工作日");
        assertThat(Span.parse("6 months").told()).isEqualTo("6 个月");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "days",
                "-1 days",
                "1.5 months",
                "15  days",
                "3 weeks",
                "123456 days"
            })
    void whatIsNoSpanIsRefused(String text) {
        assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
