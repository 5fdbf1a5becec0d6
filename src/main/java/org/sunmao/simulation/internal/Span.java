package org.sunmao.simulation.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The days that are played, both ends among them. */
record Span(LocalDate first, LocalDate last) {

    /** So many whole months and what yesterday's month has so far. */
    static Span until(LocalDate today, int months) {
        var last = today.minusDays(1);
        return new Span(YearMonth.from(last).minusMonths(months).atDay(1), last);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    List<YearMonth> months() {
        var end = YearMonth.from(last);
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.isAfter(end),
                        month -> month.plusMonths(1))
                .toList();
    }

    List<Integer> years() {
        return months().stream().map(YearMonth::getYear).distinct().toList();
    }
}
