package org.sunmao.calendar.internal;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The days of a year, counted once, so that spans of working days are looked up. */
final class WorkYear {

    private final int year;
    private final boolean official;
    private final SortedMap<LocalDate, NamedDay> named = new TreeMap<>();

    /** The days worked, by their number within the year, from 1. */
    private final int[] worked;

    WorkYear(int year, boolean official, List<NamedDay> days) {
        this.year = year;
        this.official = official;
        days.forEach(day -> named.put(day.day(), day));
        this.worked =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(this::decide)
                        .mapToInt(LocalDate::getDayOfYear)
                        .toArray();
    }

    private boolean decide(LocalDate day) {
        var said = named.get(day);
        return said == null ? !weekend(day) : said.works();
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    int year() {
        return year;
    }

    boolean official() {
        return official;
    }

    /** What is said of single days, in their order. */
    List<NamedDay> named() {
        return List.copyOf(named.values());
    }

    @Nullable NamedDay named(LocalDate day) {
        return named.get(day);
    }

    boolean works(LocalDate day) {
        return Arrays.binarySearch(worked, day.getDayOfYear()) >= 0;
    }

    /** How many days are worked. */
    int total() {
        return worked.length;
    }

    int days() {
        return Year.of(year).length();
    }

    /** How many days are worked up to the day, itself included. */
    int upTo(LocalDate day) {
        var found = Arrays.binarySearch(worked, day.getDayOfYear());
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The so-and-so-manieth day worked, from 1. */
    LocalDate worked(int number) {
        return LocalDate.ofYearDay(year, worked[number - 1]);
    }
}
