package org.sunmao.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.calendar.Span;
import org.sunmao.calendar.WorkCalendar;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.time.LocalDate;
import java.util.List;

/** The years that a house begins with. */
@HouseTest
class WorkCalendarTests {

    @Autowired WorkCalendar calendar;
    @Autowired Presumption presumption;

    @Test
    @Proves("COD-11")
    void fiveWorkingDaysFromTheEveOfNationalDayEndAfterTheMakeUpSaturday() {
        var posted = LocalDate.of(2026, 9, 30);

        assertThat(calendar.after(posted, Span.parse("5 working-days"))).isEqualTo("2026-10-13");
        assertThat(calendar.workingDay(posted, 3)).isEqualTo("2026-10-10");
        assertThat(calendar.before(LocalDate.of(2026, 10, 13), Span.parse("5 working-days")))
                .isEqualTo(posted);
    }

    @Test
    void aYearWithoutANoticeIsPresumedFromTheLaw() {
        assertThat(calendar.official(2026)).isTrue();
        assertThat(calendar.official(2027)).isFalse();
        assertThat(presumption.holidays(2027).stream().map(Object::toString))
                .contains(said("2027-02-05", "春节"), said("2027-02-08", "春节"))
                .contains(said("2027-04-05", "清明节"), said("2027-05-02", "劳动节"))
                .contains(said("2027-06-09", "端午节"), said("2027-09-15", "中秋节"))
                .hasSize(13);
        assertThat(presumption.holidays(2020).stream().map(Object::toString))
                .contains(said("2020-10-01", "中秋节、国庆节"))
                .hasSize(10);
        assertThat(calendar.works(LocalDate.of(2027, 10, 9))).isFalse();
    }

    /** A second source for both: no notice ever made a holiday of the law a working day. */
    @Test
    void noNoticeLetsAnybodyWorkOnAHolidayOfTheLaw() {
        for (var year = 2002; year <= 2026; year++) {
            assertThat(presumption.holidays(year))
                    .as("%s", year)
                    .noneMatch(holiday -> calendar.works(holiday.day()));
            assertThat(calendar.official(year)).isTrue();
        }
    }

    @Test
    void theYearsBeforeAndFarOffAreCountedToo() {
        for (var year : List.of(1949, 1998, 2001, 2100)) {
            assertThat(calendar.official(year)).isFalse();
            assertThat(calendar.works(LocalDate.of(year, 10, 1))).isFalse();
        }
    }

    private static String said(String day, String name) {
        return new NamedDay(LocalDate.parse(day), false, name).toString();
    }
}
