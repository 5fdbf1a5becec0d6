package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.exchange.internal.Judged.Unknown;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Level;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.vault.Vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges the rows of one file: reads their cells, and lets the register examine those that have the
 * form of its fields. The preview and the commit both judge by it, each from the beginning.
 */
final class Judge {

    private static final String KEY = "exchange.key";
    private static final String SUM = "exchange.sum";
    private static final String BETWEEN = "\u001f";
    private static final String UNKNOWN_CODE = "unknown-code";

    private record Placed(int at, Column column) {}

    /** A row as far as its cells can be read. */
    private record Read(
            StagedRow row,
            Map<String, Object> values,
            List<Finding> findings,
            List<Unknown> unknown) {

        boolean faulty() {
            return findings.stream().anyMatch(found -> found.level() == Level.ERROR);
        }
    }

    private final Roster roster;
    private final Examination examination;
    private final List<Placed> columns;
    private final CellReader cells;
    private final Map<String, Map<String, String>> meanings;
    private final Vault vault;
    private final int width;

    /**
     * Begins anew with the first row of a file.
     *
     * @param meanings what values mean that are neither codes nor labels, by field
     */
    Judge(
            Roster roster,
            Examination examination,
            List<Heading> headings,
            CellReader cells,
            Map<String, Map<String, String>> meanings,
            Vault vault) {
        this.roster = roster;
        this.examination = examination;
        this.columns = placed(roster, headings);
        this.cells = cells;
        this.meanings = meanings;
        this.vault = vault;
        this.width = headings.size();
    }

    private static List<Placed> placed(Roster roster, List<Heading> headings) {
        var placed = new ArrayList<Placed>();
        for (var column : roster.columns()) {
            HeadingFields.of(headings, column.field().name())
                    .ifPresent(heading -> placed.add(new Placed(heading.column(), column)));
        }
        return placed;
    }

    /** By which what was judged is written. */
    Examination examination() {
        return examination;
    }

    /** What becomes of the rows, in their order. */
    List<Judged> judge(List<StagedRow> rows) {
        var read = rows.stream().map(this::read).toList();
        var entries = read.stream().filter(row -> !row.faulty()).map(Judge::entry).toList();
        var verdicts =
                examination.examine(entries).stream()
                        .collect(Collectors.toMap(Verdict::row, verdict -> verdict));
        return read.stream().map(row -> judged(row, verdicts.get(row.row().row()))).toList();
    }

    private static Entry entry(Read read) {
        return new Entry(read.row().row(), read.values(), read.row().answer());
    }

    private Read read(StagedRow row) {
        var values = new HashMap<String, Object>();
        var findings = new ArrayList<Finding>();
        var unknown = new ArrayList<Unknown>();
        if (row.cells().size() > width) {
            findings.add(Found.overlong());
        }
        for (var placed : columns) {
            var column = placed.column();
            var field = column.field().name();
            var cell = row.cell(placed.at());
            if (cell.kind() == Cell.Kind.EMPTY) {
                continue;
            }
            var meant = meanings.getOrDefault(field, Map.of());
            var read = cells.read(column, cell, meant::get);
            findings.addAll(read.findings());
            if (read.value() != null) {
                values.put(field, read.value());
            }
            if (read.findings().stream().anyMatch(found -> found.code().equals(UNKNOWN_CODE))) {
                unknown.add(new Unknown(field, cell.text().strip()));
            }
        }
        return new Read(row, values, findings, unknown);
    }

    private Judged judged(Read read, @Nullable Verdict verdict) {
        var row = read.row().row();
        var findings = new ArrayList<>(read.findings());
        if (verdict == null) {
            verdict = new Verdict(row, Outcome.FAILED, findings, null, null);
        } else if (!findings.isEmpty()) {
            findings.addAll(verdict.findings());
            verdict =
                    new Verdict(
                            row, verdict.outcome(), findings, verdict.subject(), verdict.plan());
        }
        return new Judged(verdict, key(read.values()), sum(read.row()), read.unknown());
    }

    /** Registers whose rows lean on one another look for rows of one meaning themselves. */
    private byte @Nullable [] key(Map<String, Object> values) {
        if (roster.whole()) {
            return null;
        }
        for (var group : roster.keys()) {
            var names = group.stream().map(Field::name).toList();
            if (values.keySet().containsAll(names)) {
                var said = names.stream().map(name -> name + "=" + values.get(name));
                return vault.blindIndex(KEY, said.collect(Collectors.joining(BETWEEN)));
            }
        }
        return null;
    }

    private byte[] sum(StagedRow row) {
        var said = row.cells().stream().map(Cell::text).collect(Collectors.joining(BETWEEN));
        return vault.blindIndex(SUM, said.replaceAll(BETWEEN + "+$", ""));
    }
}
