package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rulebook;
import org.sunmao.tally.internal.StatisticsView.StatisticsRow;
import org.sunmao.tally.internal.StatisticsView.StatisticsTable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes counts into tables. */
class Sheets {

    static final String HEAD = "head";
    static final String MEMBERS = "members";
    static final String BEFORE = "year-before";
    static final String GROWTH = "growth";

    private static final double PERCENT = 100;
    private static final double ONE_DECIMAL = 10;

    private final Rulebook rulebook;
    private final LocalDate day;
    private final Counts counts;

    Sheets(Rulebook rulebook, LocalDate day, Counts counts) {
        this.rulebook = rulebook;
        this.day = day;
        this.counts = counts;
    }

    StatisticsTable table(Table table) {
        var rule = table.rule() == null ? null : rulebook.rule(table.rule(), day);
        var total = counts.total(table.of());
        var cuts =
                Cuts.of(
                        day,
                        rulebook.rule(Tables.AGES, day),
                        rulebook.rule(Tables.JOINING, day, null));
        var rows =
                table.cells().stream()
                        .filter(cell -> !cell.optional() || counts.count(cell) > 0)
                        .map(cell -> row(table, cell, total, cuts))
                        .toList();
        return new StatisticsTable(
                table.id(),
                table.title(),
                rule == null ? null : rule.id().value(),
                rule == null ? null : rule.cite(),
                rule == null || rule.source().confirmed().equals("yes"),
                table.of().list(),
                total,
                null,
                rows,
                table.remarks());
    }

    private StatisticsRow row(Table table, Cell cell, long total, Cuts cuts) {
        var count = counts.count(cell);
        var shared = cell.of() == table.of() && !cell.key().equals(MEMBERS);
        return new StatisticsRow(
                cell.key(),
                cell.label(),
                cell.group(),
                cell.of().list(),
                count,
                null,
                shared ? share(count, total) : null,
                filter(cell, cuts),
                true);
    }

    /** The tables with what has changed since the last cut-off in the first of them. */
    List<StatisticsTable> compared(
            List<StatisticsTable> tables, LocalDate before, @Nullable Long members) {
        if (members == null) {
            return tables;
        }
        return tables.stream()
                .map(table -> table.id().equals(HEAD) ? compared(table, before, members) : table)
                .toList();
    }

    private StatisticsTable compared(StatisticsTable table, LocalDate before, long members) {
        var rows = new ArrayList<>(table.rows());
        var at = 1;
        while (at < rows.size() && rows.get(at).list().equals(MEMBERS)) {
            at++;
        }
        var growth = counts.total(Counted.MEMBERS) - members;
        var then = Map.of("asOf", before.toString());
        rows.add(at, row(BEFORE, "上年末（" + before.getYear() + " 年 12 月 31 日）党员", members, then));
        rows.add(at + 1, row(GROWTH, "比上年末净增", growth, null));
        return new StatisticsTable(
                table.id(),
                table.title(),
                table.rule(),
                table.source(),
                table.confirmed(),
                table.list(),
                table.total(),
                null,
                List.copyOf(rows),
                table.remarks());
    }

    private static StatisticsRow row(
            String key, String label, long count, @Nullable Map<String, String> filter) {
        return new StatisticsRow(key, label, null, MEMBERS, count, null, null, filter, false);
    }

    /** Under which the list shows exactly what the cell counts. */
    static Map<String, String> filter(Cell cell, Cuts cuts) {
        var filter = new TreeMap<>(cell.filter());
        if (cell.of() == Counted.ADMITTED) {
            filter.put("joinedFrom", cuts.yearBegins().toString());
            filter.put("joinedTo", cuts.day().toString());
            filter.put("admissionKind", "developed,none");
        }
        return filter;
    }

    static @Nullable Double share(long count, long total) {
        return total == 0 ? null : Math.round(count * PERCENT * ONE_DECIMAL / total) / ONE_DECIMAL;
    }
}
