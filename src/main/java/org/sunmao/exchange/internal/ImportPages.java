package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Tree;
import org.sunmao.exchange.internal.ImportRows.Standing;
import org.sunmao.exchange.internal.ImportRows.Told;
import org.sunmao.exchange.internal.ImportView.HeadingView;
import org.sunmao.exchange.internal.ImportView.ImportFault;
import org.sunmao.exchange.internal.ImportView.ImportHome;
import org.sunmao.exchange.internal.ImportView.ImportNotice;
import org.sunmao.exchange.internal.ImportView.LackingColumn;
import org.sunmao.exchange.internal.ImportView.ProblemKind;
import org.sunmao.exchange.internal.ImportView.RowCounts;
import org.sunmao.exchange.internal.ImportView.UnmappedValue;
import org.sunmao.exchange.internal.ImportView.WorkProgress;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.register.Column;
import org.sunmao.register.Roster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Imports as they are shown: the case, its problems, its rows. */
@Component
class ImportPages {

    /** In a list, digits in a row as long as in a telephone are masked but for their ends. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("([0-9Xx]{3})[0-9Xx]{4,}([0-9Xx]{4})");

    /** An import in a list. */
    record ImportItem(
            UUID id,
            String kind,
            String kindLabel,
            String fileName,
            String state,
            RowCounts counts,
            String by,
            Instant at) {}

    record ProblemView(
            int row,
            @Nullable String field,
            @Nullable String label,
            String level,
            String code,
            String message,
            @Nullable String rule,
            boolean settled) {}

    /**
     * A row as it stands.
     *
     * @param state made, changed, same, failed, asked, written or left
     * @param cells in the order of the headings, as texts
     * @param answer what was answered to its question: none, same or other
     * @param left why it was left when the import was undone
     */
    record RowView(
            int row,
            String state,
            List<String> cells,
            List<ProblemView> problems,
            String answer,
            @Nullable String left) {}

    private final Rosters rosters;
    private final ImportRows rows;
    private final ImportTexts texts;
    private final Progress progress;
    private final Tree tree;

    ImportPages(Rosters rosters, ImportRows rows, ImportTexts texts, Progress progress, Tree tree) {
        this.rosters = rosters;
        this.rows = rows;
        this.texts = texts;
        this.progress = progress;
        this.tree = tree;
    }

    ImportItem item(RosterImport one) {
        return new ImportItem(
                one.id(),
                one.kind(),
                Rosters.label(one.kind()),
                one.fileName(),
                one.state(),
                counts(one),
                one.accountName(),
                one.begunAt());
    }

    ImportView view(RosterImport one) {
        var roster = rosters.of(one.kind());
        var headings = texts.headings(one);
        var committed = one.committedAt();
        return new ImportView(
                one.id(),
                one.kind(),
                Rosters.label(one.kind()),
                one.fileName(),
                one.size(),
                one.state(),
                counts(one),
                progress(one),
                one.fault() == null
                        ? null
                        : new ImportFault(
                                Objects.requireNonNullElse(one.faultCode(), "failed"), one.fault()),
                texts.notices(one).stream()
                        .map(notice -> new ImportNotice(notice.code(), notice.message()))
                        .toList(),
                headings.stream().map(heading -> heading(roster, heading)).toList(),
                lacking(one, roster, headings),
                unmapped(one, roster),
                kinds(one, roster),
                one.accountName(),
                one.begunAt(),
                one.previewedAt(),
                committed,
                one.undoneAt(),
                undoUntil(one),
                one.interrupted(),
                new ImportHome(one.organization(), tree.name(one.organization()).orElse("")));
    }

    private static @Nullable Instant undoUntil(RosterImport one) {
        var committed = one.committedAt();
        return committed == null || one.stands() != State.COMMITTED
                ? null
                : committed.plus(ImportJobs.KEPT);
    }

    static RowCounts counts(RosterImport one) {
        return new RowCounts(
                one.rowsRead(),
                one.valid(),
                one.failed(),
                one.warned(),
                one.questions(),
                one.made(),
                one.changed(),
                one.same(),
                one.written(),
                one.undone(),
                one.leftRows());
    }

    @Nullable WorkProgress progress(RosterImport one) {
        if (!one.stands().working()) {
            return null;
        }
        return progress.of(one.id())
                .map(step -> new WorkProgress(step.step(), step.done(), step.total()))
                .orElse(new WorkProgress("等待", 0, 0));
    }

    private static HeadingView heading(Roster roster, Heading heading) {
        var field = heading.field();
        return new HeadingView(
                heading.column(),
                heading.heading(),
                field,
                field == null ? null : Rosters.label(roster, field),
                heading.remembered());
    }

    private static List<LackingColumn> lacking(
            RosterImport one, Roster roster, List<Heading> headings) {
        return one.readWhole()
                ? HeadingFields.lacking(headings, roster.columns()).stream()
                        .map(Column::field)
                        .map(field -> new LackingColumn(field.name(), field.label()))
                        .toList()
                : List.of();
    }

    private List<UnmappedValue> unmapped(RosterImport one, Roster roster) {
        return texts.unmapped(one).stream()
                .map(
                        value ->
                                new UnmappedValue(
                                        value.field(),
                                        Rosters.label(roster, value.field()),
                                        value.text(),
                                        value.rows()))
                .toList();
    }

    private List<ProblemKind> kinds(RosterImport one, Roster roster) {
        var settled = texts.settled(one);
        return rows.kinds(one.id()).stream()
                .map(
                        kind ->
                                new ProblemKind(
                                        kind.level(),
                                        kind.code(),
                                        kind.field(),
                                        label(roster, kind.field()),
                                        kind.says(),
                                        kind.rows(),
                                        settled.contains(settling(kind.code(), kind.field()))))
                .toList();
    }

    /** A kind of warnings, as it is kept once it is confirmed. */
    static String settling(String code, @Nullable String field) {
        return code + "/" + Objects.requireNonNullElse(field, "");
    }

    ProblemView problem(RosterImport one, Told told) {
        return new ProblemView(
                told.row(),
                told.field(),
                label(rosters.of(one.kind()), told.field()),
                told.level(),
                told.code(),
                told.says(),
                told.rule(),
                texts.settled(one).contains(settling(told.code(), told.field())));
    }

    private static @Nullable String label(Roster roster, @Nullable String field) {
        return field == null ? null : Rosters.label(roster, field);
    }

    /**
     * A row with its problems.
     *
     * @param clear whether what is sensitive is shown as it is: only of a single row
     */
    RowView row(
            RosterImport one,
            StagedRow row,
            Standing standing,
            List<Told> problems,
            boolean clear) {
        var headings = texts.headings(one);
        var roster = rosters.of(one.kind());
        var cells =
                headings.stream()
                        .map(
                                heading -> {
                                    var text = row.cell(heading.column()).text();
                                    return clear ? text : masked(roster, heading, text);
                                })
                        .toList();
        return new RowView(
                row.row(),
                standing.state(),
                cells,
                problems.stream().map(told -> problem(one, told)).toList(),
                row.answer().name().toLowerCase(Locale.ROOT),
                standing.said());
    }

    /** What is not known to be harmless is masked like what is known to be sensitive. */
    private static String masked(Roster roster, Heading heading, String text) {
        var field = heading.field();
        var column = field == null ? null : Rosters.column(roster, field).orElse(null);
        var open = column != null && !column.sensitive();
        return open ? text : LONG_NUMBER.matcher(text).replaceAll("$1***$2");
    }
}
