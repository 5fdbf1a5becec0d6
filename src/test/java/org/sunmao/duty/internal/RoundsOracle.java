package org.sunmao.duty.internal;

import static org.sunmao.duty.internal.DutyDays.NEVER;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * What somebody with a calendar and a pencil would say of an organization's periods, day by day: a
 * naive reckoning that shares nothing with the program.
 *
 * @param kind whether it was a branch, from each day on
 * @param members from each day on
 * @param months of a period: 1, 3 or 12
 */
record RoundsOracle(
        LocalDate founded,
        LocalDate ended,
        LocalDate begun,
        NavigableMap<LocalDate, Boolean> kind,
        NavigableMap<LocalDate, Integer> members,
        List<LocalDate> events,
        int months,
        LocalDate today) {

    private static final int YEARS_AHEAD = 4;

    private static final class Line {

        final LocalDate first;
        final LocalDate last;
        final LocalDate opens;
        final @Nullable LocalDate fellOut;
        @Nullable LocalDate met;

        Line(LocalDate first, LocalDate last, LocalDate opens, @Nullable LocalDate fellOut) {
            this.first = first;
            this.last = last;
            this.opens = opens;
            this.fellOut = fellOut;
        }
    }

    boolean demanded(LocalDate day) {
        return !day.isBefore(founded)
                && day.isBefore(ended)
                && at(kind, day, true)
                && at(members, day, 0) >= 1;
    }

    private static <T> T at(NavigableMap<LocalDate, T> steps, LocalDate day, T otherwise) {
        var step = steps.floorEntry(day);
        return step == null ? otherwise : step.getValue();
    }

    List<String> lines() {
        var lines = owed();
        assign(lines);
        return lines.stream().map(this::told).toList();
    }

    private List<Line> owed() {
        var lines = new ArrayList<Line>();
        var now = today.isBefore(ended) ? today : ended.minusDays(1);
        var beyond = founded.isAfter(now) ? founded : now;
        var stop = (begun.isAfter(beyond) ? begun : beyond).plusYears(YEARS_AHEAD);
        var month = YearMonth.of(founded.getYear(), 1);
        while (!month.atDay(1).isAfter(stop)) {
            var line = line(month.atDay(1), month.plusMonths(months - 1L).atEndOfMonth());
            if (line != null) {
                lines.add(line);
                if (line.first.isAfter(now)) {
                    return lines;
                }
            }
            month = month.plusMonths(months);
        }
        return lines;
    }

    private @Nullable Line line(LocalDate first, LocalDate last) {
        var held = first.datesUntil(last.plusDays(1)).filter(this::demanded).toList();
        if (first.isBefore(begun) || held.isEmpty()) {
            return null;
        }
        var all = first.datesUntil(last.plusDays(1)).count();
        var left = held.getFirst().datesUntil(last.plusDays(1)).count();
        if (left * 2 < all) {
            return null;
        }
        var end = held.getLast();
        return new Line(first, last, held.getFirst(), end.equals(last) ? null : end.plusDays(1));
    }

    /** Each event is crossed out once it has served. */
    private void assign(List<Line> lines) {
        var left = new ArrayList<>(events.stream().sorted().toList());
        for (var line : lines) {
            for (var event : left) {
                if (!event.isBefore(line.first) && !event.isAfter(line.last)) {
                    line.met = event;
                    left.remove(event);
                    break;
                }
            }
        }
        for (var line : lines) {
            for (var event : left) {
                var stillOwed = line.fellOut == null || line.fellOut.equals(ended);
                if (line.met == null && stillOwed && event.isAfter(line.last)) {
                    line.met = event;
                    left.remove(event);
                    break;
                }
            }
        }
    }

    private String told(Line line) {
        var met = line.met == null ? NEVER : line.met;
        met = met.isBefore(line.opens) ? line.opens : met;
        var fell = line.fellOut == null || ended.isBefore(line.fellOut) ? ended : line.fellOut;
        var owedTo = fell.isBefore(met) ? fell : NEVER;
        return "%s %s %s %s"
                .formatted(line.opens, line.last, owedTo.equals(NEVER) ? met : NEVER, owedTo);
    }
}
