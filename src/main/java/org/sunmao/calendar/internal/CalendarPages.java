package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.calendar.internal.NoticeReader.Understood;
import org.sunmao.calendar.internal.YearView.ChangedDay;
import org.sunmao.calendar.internal.YearView.NoticePreview;
import org.sunmao.calendar.internal.YearView.YearLine;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is shown of years. */
@Component
class CalendarPages {

    private final Years years;
    private final Presumption presumption;

    CalendarPages(Years years, Presumption presumption) {
        this.years = years;
        this.presumption = presumption;
    }

    YearLine line(int number) {
        var year = years.year(number);
        var kept = years.kept(number);
        return new YearLine(
                number,
                code(year.official()),
                name(year.official()),
                kept.map(KeptYear::notice).orElse(null),
                kept.map(KeptYear::version).orElse(0),
                year.total());
    }

    YearView view(int number) {
        var year = years.year(number);
        var kept = years.kept(number);
        return new YearView(
                number,
                code(year.official()),
                name(year.official()),
                kept.map(KeptYear::notice).orElse(null),
                kept.map(KeptYear::version).orElse(0),
                kept.map(KeptYear::enteredAs).orElse(null),
                kept.map(KeptYear::enteredAt).orElse(null),
                year.total(),
                Arrays.stream(Month.values()).map(month -> worked(year, month)).toList(),
                year.named(),
                presumption.holidays(number));
    }

    private static int worked(WorkYear year, Month month) {
        var first = LocalDate.of(year.year(), month, 1);
        var before = month == Month.JANUARY ? 0 : year.upTo(first.minusDays(1));
        return year.upTo(first.withDayOfMonth(first.lengthOfMonth())) - before;
    }

    NoticePreview preview(int number, Understood notice) {
        var after = counted(number, notice);
        return new NoticePreview(
                number,
                after.total(),
                changes(years.year(number), after),
                notice.official() ? warnings(number, after) : List.of());
    }

    WorkYear counted(int year, Understood notice) {
        return notice.official() ? new WorkYear(year, true, notice.days()) : presumption.of(year);
    }

    static List<ChangedDay> changes(WorkYear before, WorkYear after) {
        return LocalDate.of(before.year(), 1, 1)
                .datesUntil(LocalDate.of(before.year() + 1, 1, 1))
                .map(day -> changed(day, before, after))
                .filter(day -> day.works() != day.willWork() || named(day))
                .toList();
    }

    private static boolean named(ChangedDay day) {
        return !Objects.equals(day.name(), day.willName());
    }

    private static ChangedDay changed(LocalDate day, WorkYear before, WorkYear after) {
        return new ChangedDay(
                day, before.works(day), told(before, day), after.works(day), told(after, day));
    }

    private static @Nullable String told(WorkYear year, LocalDate day) {
        var said = year.named(day);
        return said == null ? null : said.name();
    }

    /** Every notice so far gave each holiday of the law, and made up for every day it added. */
    private List<String> warnings(int number, WorkYear after) {
        var missing =
                presumption.holidays(number).stream()
                        .filter(holiday -> after.works(holiday.day()))
                        .map(day -> day.day() + " 是法定节日（" + day.name() + "），这里没有放假");
        var due = presumption.workingDays(number);
        var balance =
                after.total() == due
                        ? Stream.<String>empty()
                        : Stream.of(
                                "按法定节日的天数，全年应有 %d 个工作日，这里有 %d 个，请核对有没有漏填"
                                        .formatted(due, after.total()));
        return Stream.concat(missing, balance).toList();
    }

    static String code(boolean official) {
        return official ? "official" : "presumed";
    }

    static String name(boolean official) {
        return official ? "官方" : "推定";
    }
}
