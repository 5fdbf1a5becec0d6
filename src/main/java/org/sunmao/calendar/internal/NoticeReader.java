package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the notice of a year as it was sent, and tells every place that cannot be so. */
@Component
class NoticeReader {

    private static final int MOST_LINES = 60;
    private static final int LONGEST_HOLIDAY = 31;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_NOTICE = 200;

    /**
     * A holiday as the notice tells it.
     *
     * @param first its first day off, as 2026-10-01
     * @param last its last day off
     */
    record Holiday(@Nullable String name, @Nullable String first, @Nullable String last) {}

    /** A Saturday or Sunday that is worked for a holiday. */
    record MakeUp(@Nullable String day, @Nullable String name) {}

    /**
     * The notice of a year.
     *
     * @param status official; presumed takes the notice back
     * @param notice its title or number
     */
    record YearNotice(
            @Nullable String status,
            @Nullable String notice,
            @Nullable List<@Nullable Holiday> holidays,
            @Nullable List<@Nullable MakeUp> makeUps) {}

    /** A notice that can be understood; without one, the year is presumed again. */
    record Understood(boolean official, String notice, List<NamedDay> days) {}

    Understood read(int year, YearNotice sent) {
        if (sent.status() == null || !sent.status().equals("official")) {
            return takenBack(sent);
        }
        return new Reading(year).read(sent);
    }

    private static Understood takenBack(YearNotice sent) {
        if (sent.status() == null || !sent.status().equals("presumed")) {
            throw new InputRefused("/status", "请选择：官方（按通知录入），或推定（撤回通知）");
        }
        if (filled(sent.holidays()) || filled(sent.makeUps())) {
            throw new InputRefused("/status", "推定的年份不填日子；要录入通知，请选官方");
        }
        return new Understood(false, "撤回通知，恢复推定", List.of());
    }

    private static boolean filled(@Nullable List<?> lines) {
        return lines != null && !lines.isEmpty();
    }

    /** One reading of one notice. */
    private static final class Reading {

        private final int year;
        private final List<Place> faults = new ArrayList<>();
        private final TreeMap<LocalDate, NamedDay> days = new TreeMap<>();

        Reading(int year) {
            this.year = year;
        }

        Understood read(YearNotice sent) {
            var notice = text("/notice", sent.notice(), LONGEST_NOTICE, "请填写通知的标题或文号");
            var holidays = lines("/holidays", sent.holidays());
            for (var i = 0; i < holidays.size(); i++) {
                holiday("/holidays/" + i, holidays.get(i));
            }
            var makeUps = lines("/makeUps", sent.makeUps());
            for (var i = 0; i < makeUps.size(); i++) {
                makeUp("/makeUps/" + i, makeUps.get(i));
            }
            if (holidays.isEmpty() && faults.isEmpty()) {
                faults.add(new Place("/holidays", "请录入通知里放假的日子"));
            }
            if (!faults.isEmpty()) {
                throw new InputRefused(faults);
            }
            return new Understood(true, notice, List.copyOf(days.values()));
        }

        private <T> List<@Nullable T> lines(String pointer, @Nullable List<@Nullable T> sent) {
            if (sent == null) {
                return List.of();
            }
            if (sent.size() > MOST_LINES) {
                faults.add(new Place(pointer, "最多 " + MOST_LINES + " 行"));
                return List.of();
            }
            return sent;
        }

        private void holiday(String at, @Nullable Holiday sent) {
            if (sent == null) {
                faults.add(new Place(at, "格式不对"));
                return;
            }
            var name = text(at + "/name", sent.name(), LONGEST_NAME, "请填写节日");
            var first = day(at + "/first", sent.first());
            var last = day(at + "/last", sent.last());
            if (first == null || last == null) {
                return;
            }
            if (last.isBefore(first)) {
                faults.add(new Place(at + "/last", "不能早于第一天"));
            } else if (first.plusDays(LONGEST_HOLIDAY).isBefore(last)) {
                faults.add(new Place(at + "/last", "一次放假最多 " + LONGEST_HOLIDAY + " 天"));
            } else {
                first.datesUntil(last.plusDays(1))
                        .forEach(day -> put(at + "/first", new NamedDay(day, false, name)));
            }
        }

        private void makeUp(String at, @Nullable MakeUp sent) {
            if (sent == null) {
                faults.add(new Place(at, "格式不对"));
                return;
            }
            var name = text(at + "/name", sent.name(), LONGEST_NAME, "请填写为哪个节日调休");
            var day = day(at + "/day", sent.day());
            if (day == null) {
                return;
            }
            if (WorkYear.weekend(day)) {
                put(at + "/day", new NamedDay(day, true, name));
            } else {
                faults.add(new Place(at + "/day", day + " 不是周六、周日，本来就上班，不用填"));
            }
        }

        private void put(String pointer, NamedDay said) {
            if (days.putIfAbsent(said.day(), said) != null) {
                faults.add(new Place(pointer, said.day() + " 填了两次，请只留一处"));
            }
        }

        private @Nullable LocalDate day(String pointer, @Nullable String sent) {
            try {
                if (sent != null) {
                    var day = LocalDate.parse(sent.strip());
                    if (day.getYear() == year) {
                        return day;
                    }
                }
                faults.add(new Place(pointer, "请填写 " + year + " 年内的日子，如 " + year + "-10-01"));
            } catch (DateTimeException _) {
                faults.add(new Place(pointer, "没有这一天，请按 " + year + "-10-01 的样子填写"));
            }
            return null;
        }

        private String text(String pointer, @Nullable String sent, int most, String otherwise) {
            var text = sent == null ? "" : sent.strip();
            if (text.isEmpty()) {
                faults.add(new Place(pointer, otherwise));
            } else if (text.length() > most) {
                faults.add(new Place(pointer, "最多 " + most + " 字"));
            } else if (text.chars().anyMatch(Character::isISOControl)) {
                faults.add(new Place(pointer, "内容里有看不见的字符，请重新填写"));
            }
            return text;
        }
    }
}
