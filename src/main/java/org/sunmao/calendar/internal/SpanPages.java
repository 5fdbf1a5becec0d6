package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.calendar.Span;
import org.sunmao.web.InputRefused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Which day ends a span, and how it was counted. */
@Component
class SpanPages {

    private static final int MOST_WORKING_DAYS = 100;
    private static final int MOST_DAYS = 366;
    private static final int MOST_MONTHS = 1200;
    private static final int MOST_YEARS = 100;

    /**
     * How a span was counted.
     *
     * @param told the span in words
     * @param ends its last day
     * @param presumed whether it rests on a year without a notice, and may yet end elsewhere
     * @param days those after the first day up to the last, of spans of days
     */
    record SpanView(
            LocalDate from,
            String span,
            String told,
            LocalDate ends,
            boolean presumed,
            List<CountedDay> days) {}

    /**
     * One day of a span.
     *
     * @param counted whether it counts; days off do not, among working days
     * @param name of the holiday, or for which it is worked
     */
    record CountedDay(LocalDate day, boolean counted, boolean works, @Nullable String name) {}

    private final Years years;

    SpanPages(Years years) {
        this.years = years;
    }

    SpanView count(@Nullable String sentFrom, @Nullable String sentSpan) {
        var from = day(sentFrom);
        var span = span(sentSpan);
        var ends = years.after(from, span);
        var working = span.unit() == Span.Unit.WORKING_DAYS;
        return new SpanView(
                from,
                span.toString(),
                span.told(),
                ends,
                working && presumed(from, ends),
                working || span.unit() == Span.Unit.DAYS
                        ? from.plusDays(1)
                                .datesUntil(ends.plusDays(1))
                                .map(day -> counted(day, working))
                                .toList()
                        : List.of());
    }

    private boolean presumed(LocalDate from, LocalDate ends) {
        for (var year = from.getYear(); year <= ends.getYear(); year++) {
            if (!years.official(year)) {
                return true;
            }
        }
        return false;
    }

    private CountedDay counted(LocalDate day, boolean working) {
        var year = years.year(day.getYear());
        var works = year.works(day);
        var said = year.named(day);
        return new CountedDay(day, works || !working, works, said == null ? null : said.name());
    }

    private static LocalDate day(@Nullable String sent) {
        try {
            var day = LocalDate.parse(sent == null ? "" : sent.strip());
            if (Years.POSSIBLE.isValidValue(day.getYear())) {
                return day;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused(
                "from",
                "请填写 %d 到 %d 年之间的日子，如 2026-09-30"
                        .formatted(Years.POSSIBLE.getMinimum(), Years.POSSIBLE.getMaximum()));
    }

    private static Span span(@Nullable String sent) {
        var span = read(sent == null ? "" : sent.strip());
        var most =
                switch (span.unit()) {
                    case DAYS -> MOST_DAYS;
                    case WORKING_DAYS -> MOST_WORKING_DAYS;
                    case MONTHS -> MOST_MONTHS;
                    case YEARS -> MOST_YEARS;
                };
        if (span.count() > most) {
            throw new InputRefused("span", "最多 " + new Span(most, span.unit()).told());
        }
        return span;
    }

    private static Span read(String sent) {
        try {
            return Span.parse(sent);
        } catch (IllegalArgumentException _) {
            throw new InputRefused("span", "期限的写法：5 working-days、30 days、6 months 或 1 years");
        }
    }
}
