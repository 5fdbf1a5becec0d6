package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule;
import org.sunmao.tally.internal.StatisticsView.StatisticsRow;
import org.sunmao.tally.internal.StatisticsView.StatisticsTable;
import org.sunmao.tally.internal.Suppression.Mark;
import org.sunmao.tally.internal.Suppression.Sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The statistics as they may be published: small numbers of persons are held back, and so much with
 * them that the tables together do not betray them (PRV-11).
 */
final class Publication {

    /** Rows of one table that come to a row of another. */
    private record Tie(String table, String whole, String parts, Predicate<String> part) {}

    private static final String BASIC = "basic";
    private static final String NATION = "nation";
    private static final String EDUCATION = "education";

    private static final List<Tie> TIES =
            List.of(
                    new Tie(BASIC, "han", NATION, "nation-01"::equals),
                    new Tie(
                            BASIC,
                            "minority",
                            NATION,
                            key ->
                                    key.startsWith("nation-")
                                            && key.matches(".*\\d\\d")
                                            && !key.equals("nation-01")),
                    new Tie(BASIC, "nation-unfilled", NATION, "nation-unfilled"::equals),
                    new Tie(BASIC, "nation-unclassified", NATION, "nation-unclassified"::equals),
                    new Tie(
                            BASIC,
                            "college-and-above",
                            EDUCATION,
                            List.of("postgraduate", "bachelor", "college")::contains),
                    new Tie(
                            BASIC,
                            "below-college",
                            EDUCATION,
                            List.of("vocational", "upper-secondary", "lower")::contains),
                    new Tie(BASIC, "college-unfilled", EDUCATION, "education-unfilled"::equals),
                    new Tie(
                            BASIC,
                            "college-unclassified",
                            EDUCATION,
                            "education-unclassified"::equals));

    private final Rule rule;
    private final long least;
    private final long most;

    Publication(Rule rule) {
        this.rule = rule;
        this.least = rule.figure("least");
        this.most = rule.figure("most");
    }

    StatisticsView of(StatisticsView whole) {
        var marks = marks(whole.tables());
        var says = new ArrayList<>(whole.says());
        says.add(rule.told() + "“<%d”是很小的数，“*”是为防止推算而不公布的数；很小的民族和未填、未归类的不单列。".formatted(most + 1));
        return new StatisticsView(
                whole.organization(),
                whole.day(),
                whole.preview(),
                true,
                List.copyOf(says),
                whole.tables().stream().map(table -> table(table, marks)).toList());
    }

    private Map<String, Mark> marks(List<StatisticsTable> tables) {
        var values = new LinkedHashMap<String, Long>();
        var sums = new ArrayList<Sum>();
        for (var table : tables) {
            if (persons(table)) {
                values.put(total(table), Objects.requireNonNullElse(table.total(), 0L));
                var groups = new LinkedHashMap<String, List<String>>();
                for (var row : table.rows()) {
                    if (row.group() != null) {
                        values.put(name(table, row), count(row));
                        groups.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                                .add(name(table, row));
                    }
                }
                groups.values().forEach(parts -> sums.add(new Sum(total(table), parts)));
            }
        }
        TIES.forEach(tie -> tie(tie, values, sums));
        return Suppression.of(values, sums, least, most);
    }

    private static void tie(Tie tie, Map<String, Long> values, List<Sum> sums) {
        var whole = tie.table() + " " + tie.whole();
        var parts =
                values.keySet().stream()
                        .filter(name -> name.startsWith(tie.parts() + " "))
                        .filter(name -> tie.part().test(name.substring(tie.parts().length() + 1)))
                        .toList();
        if (values.containsKey(whole) && !parts.isEmpty()) {
            sums.add(new Sum(whole, parts));
        }
    }

    private StatisticsTable table(StatisticsTable table, Map<String, Mark> marks) {
        var total = persons(table) ? marks.get(total(table)) : null;
        var changed = new HashMap<String, Mark>();
        if (table.rows().stream().anyMatch(row -> isGrowth(row) && small(count(row)))) {
            changed.put(Sheets.GROWTH, Mark.HIDDEN);
            changed.put(Sheets.BEFORE, Mark.HIDDEN);
        }
        var rows = new ArrayList<StatisticsRow>();
        for (var row : table.rows()) {
            var mark =
                    row.key().equals(Sheets.MEMBERS)
                            ? total
                            : changed.getOrDefault(row.key(), marks.get(name(table, row)));
            if (mark == null || !named(row)) {
                rows.add(row(row, mark, total != null));
            }
        }
        return new StatisticsTable(
                table.id(),
                table.title(),
                table.rule(),
                table.source(),
                table.confirmed(),
                table.list(),
                total == null ? table.total() : null,
                total == null ? null : total.shown(most),
                List.copyOf(rows),
                table.remarks());
    }

    private StatisticsRow row(StatisticsRow row, @Nullable Mark mark, boolean withoutTotal) {
        return new StatisticsRow(
                row.key(),
                row.label(),
                row.group(),
                row.list(),
                mark == null ? row.count() : null,
                mark == null ? null : mark.shown(most),
                mark == null && !withoutTotal ? row.share() : null,
                null,
                false);
    }

    /** Whether its being there already says that somebody is. */
    private static boolean named(StatisticsRow row) {
        return row.key().startsWith("nation-")
                || row.key().endsWith("-unfilled")
                || row.key().endsWith("-unclassified");
    }

    private boolean small(long count) {
        return Math.abs(count) >= least && Math.abs(count) <= most;
    }

    private static boolean isGrowth(StatisticsRow row) {
        return row.key().equals(Sheets.GROWTH);
    }

    private static boolean persons(StatisticsTable table) {
        return table.list().equals(Sheets.MEMBERS);
    }

    /** All tables of members have one total; the admissions have their own. */
    private static String total(StatisticsTable table) {
        return table.id().equals("admission") ? "total admission" : "total";
    }

    private static String name(StatisticsTable table, StatisticsRow row) {
        return table.id() + " " + row.key();
    }

    private static long count(StatisticsRow row) {
        return Objects.requireNonNullElse(row.count(), 0L);
    }
}
