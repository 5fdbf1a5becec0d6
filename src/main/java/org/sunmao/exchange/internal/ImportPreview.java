package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.StillHolds;
import org.sunmao.exchange.internal.Judged.Unknown;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.exchange.internal.VerdictStore.Twin;
import org.sunmao.register.Roster;
import org.sunmao.register.Roster.Finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a file into sealed rows and judges them. Nothing of it touches a register, so it can be
 * broken off anywhere and begun anew.
 */
@Component
class ImportPreview {

    static final int PIECE = 2000;
    private static final int MOST_UNMAPPED = 200;

    private final Scopes scopes;
    private final Rosters rosters;
    private final Judges judges;
    private final ImportStore imports;
    private final StagedStore staged;
    private final VerdictStore verdicts;
    private final MeaningStore meanings;
    private final ImportFiles files;
    private final ImportTexts texts;
    private final Progress progress;
    private final StillHolds rights;
    private final Clock clock;

    ImportPreview(
            Scopes scopes,
            Rosters rosters,
            Judges judges,
            ImportStore imports,
            StagedStore staged,
            VerdictStore verdicts,
            MeaningStore meanings,
            ImportFiles files,
            ImportTexts texts,
            Progress progress,
            StillHolds rights,
            Clock clock) {
        this.scopes = scopes;
        this.rosters = rosters;
        this.judges = judges;
        this.imports = imports;
        this.staged = staged;
        this.verdicts = verdicts;
        this.meanings = meanings;
        this.files = files;
        this.texts = texts;
        this.progress = progress;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Does all that is still to be done until the rows can be looked at.
     *
     * @throws FileRefused if the file as a whole cannot be taken
     * @throws org.sunmao.access.RightEnded if the sender's right ended meanwhile
     */
    void run(RosterImport one) {
        if (!one.readWhole()) {
            read(one);
        }
        judge(within(one, scope -> imports.get(scope, one.id()).orElseThrow()));
        files.forget(one.id());
    }

    private void read(RosterImport one) {
        var roster = rosters.of(one.kind());
        var known = HeadingFields.known(roster.columns());
        try (var file = RosterFile.open(files.path(one.id()), one.fileName(), known)) {
            within(
                    one,
                    _ -> {
                        staged.forget(one.id());
                        return one;
                    });
            var rows = stage(one, file);
            within(
                    one,
                    scope -> {
                        var said = meanings.headings(one.organization(), one.kind());
                        var headings = HeadingFields.match(file.headings(), roster.columns(), said);
                        imports.read(
                                one.id(),
                                file.format(),
                                texts.write(headings),
                                texts.write(file.notices()),
                                rows);
                        return scope;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int stage(RosterImport one, RosterFile file) throws IOException {
        var piece = new ArrayList<StagedRow>(PIECE);
        var rows = new int[1];
        file.rows(
                (number, cells) -> {
                    piece.add(new StagedRow(number, cells, Roster.Answer.NONE));
                    rows[0]++;
                    if (piece.size() == PIECE) {
                        add(one, piece);
                        progress.at(one.id(), "读取文件", rows[0], 0);
                    }
                });
        add(one, piece);
        return rows[0];
    }

    private void add(RosterImport one, List<StagedRow> piece) {
        within(
                one,
                scope -> {
                    staged.add(one, piece);
                    return scope;
                });
        piece.clear();
    }

    private void judge(RosterImport one) {
        var judge = within(one, scope -> judges.begin(one, scope));
        within(
                one,
                scope -> {
                    verdicts.forget(one.id());
                    return scope;
                });
        var unknown = new LinkedHashMap<Unknown, Integer>();
        var size = judges.piece(one);
        var row = 0;
        for (var done = 0; ; ) {
            var behind = row;
            var judged = within(one, _ -> judge(one, judge, behind, size));
            if (judged.isEmpty()) {
                break;
            }
            note(unknown, judged);
            done += judged.size();
            row = judged.getLast().row();
            progress.at(one.id(), "核对", done, one.rowsRead());
        }
        within(one, scope -> end(one, scope, unknown));
    }

    private List<Judged> judge(RosterImport one, Judge judge, int row, int size) {
        judges.takeTime();
        var rows = staged.after(one.id(), row, size);
        var judged = judge.judge(rows);
        verdicts.add(one, judged);
        return judged;
    }

    private Scope end(RosterImport one, Scope scope, Map<Unknown, Integer> unknown) {
        judges.takeTime();
        verdicts.findTwins(one, twin(rosters.of(one.kind())));
        imports.unmapped(one.id(), texts.write(unmapped(unknown)));
        imports.count(one.id());
        imports.move(one.id(), State.PREVIEWED, null, null, clock.instant());
        return scope;
    }

    /** What is said of a row that is not the only one of its file to speak of something. */
    static Function<Twin, Finding> twin(Roster roster) {
        var keys = roster.keys();
        var field = keys.isEmpty() ? null : keys.getFirst().getFirst();
        var name = field == null ? null : field.name();
        var label = field == null ? "内容" : field.label();
        return twin ->
                twin.alike()
                        ? Finding.error(
                                name,
                                "duplicate-row",
                                "与第 " + twin.first() + " 行完全相同，只取第 " + twin.first() + " 行")
                        : Finding.error(
                                name,
                                "duplicate-in-file",
                                "文件里有几行的"
                                        + label
                                        + "相同而内容不同（第一处在第 "
                                        + twin.first()
                                        + " 行），请只留对的一行");
    }

    private static void note(Map<Unknown, Integer> unknown, List<Judged> judged) {
        for (var row : judged) {
            for (var value : row.unknown()) {
                if (unknown.containsKey(value) || unknown.size() < MOST_UNMAPPED) {
                    unknown.merge(value, 1, Integer::sum);
                }
            }
        }
    }

    private static List<ImportTexts.Unmapped> unmapped(Map<Unknown, Integer> unknown) {
        return unknown.entrySet().stream()
                .map(
                        entry ->
                                new ImportTexts.Unmapped(
                                        entry.getKey().field(),
                                        entry.getKey().text(),
                                        entry.getValue()))
                .toList();
    }

    private <T> T within(RosterImport one, Function<Scope, T> work) {
        return scopes.write(rights.again(one.who()), work);
    }

    /** The problems of one row that was mended, and of those that spoke of the same as it did. */
    void again(RosterImport one, Scope scope, StagedRow row) {
        var judged = judges.begin(one, scope).judge(List.of(row));
        verdicts.replace(one, judged);
        verdicts.findTwins(one, twin(rosters.of(one.kind())));
        imports.count(one.id());
    }
}
