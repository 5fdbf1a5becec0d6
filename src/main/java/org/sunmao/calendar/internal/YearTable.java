package org.sunmao.calendar.internal;

import org.sunmao.calendar.WorkCalendar;

import java.time.LocalDate;

/** Counts by years whose days are counted. */
@FunctionalInterface
interface YearTable extends WorkCalendar {

    WorkYear year(int year);

    @Override
    default boolean works(LocalDate day) {
        return year(day.getYear()).works(day);
    }

    @Override
    default boolean official(int year) {
        return year(year).official();
    }

    @Override
    default LocalDate workingDay(LocalDate from, int count) {
        if (count == 0) {
            return from;
        }
        var year = year(from.getYear());
        var number = year.upTo(from) + count;
        if (count < 0 && !year.works(from)) {
            number++;
        }
        while (number > year.total()) {
            number -= year.total();
            year = year(year.year() + 1);
        }
        while (number < 1) {
            year = year(year.year() - 1);
            number += year.total();
        }
        return year.worked(number);
    }
}
