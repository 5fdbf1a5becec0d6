package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.StillHolds;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.exchange.internal.StagedStore.Writable;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.register.Roster;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Written;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Brings the rows of a roster into the register, and takes them back. Each is one transaction: a
 * process that is killed in the midst of it leaves nothing behind, and the next begins anew.
 */
@Component
class ImportCommit {

    /** Undoing would leave some rows as they are, and was asked not to. */
    static final class Abandoned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Roster.Left> left;

        Abandoned(List<Roster.Left> left) {
            super("left", null, false, false);
            this.left = left;
        }

        List<Roster.Left> left() {
            return left;
        }
    }

    private final Scopes scopes;
    private final Rosters rosters;
    private final Judges judges;
    private final ImportStore imports;
    private final StagedStore staged;
    private final VerdictStore verdicts;
    private final WrittenStore written;
    private final ImportTexts texts;
    private final Journal journal;
    private final Progress progress;
    private final StillHolds rights;
    private final Clock clock;

    ImportCommit(
            Scopes scopes,
            Rosters rosters,
            Judges judges,
            ImportStore imports,
            StagedStore staged,
            VerdictStore verdicts,
            WrittenStore written,
            ImportTexts texts,
            Journal journal,
            Progress progress,
            StillHolds rights,
            Clock clock) {
        this.scopes = scopes;
        this.rosters = rosters;
        this.judges = judges;
        this.imports = imports;
        this.staged = staged;
        this.verdicts = verdicts;
        this.written = written;
        this.texts = texts;
        this.journal = journal;
        this.progress = progress;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Writes all rows that may stand; they are judged anew, for the register may have changed. The
     * sender's right is asked for at each piece and once more at the end: what it does not cover
     * when it is done is not done.
     */
    void commit(RosterImport one) {
        scopes.write(
                rights.again(one.who()),
                scope -> {
                    judges.takeTime();
                    // First of all: other transactions are sealed by the time of this entry.
                    tell(one, scope, "import.commit", one.valid());
                    write(one, scope);
                    rights.again(one.who());
                    imports.count(one.id());
                    imports.move(one.id(), State.COMMITTED, null, null, clock.instant());
                    return scope;
                });
    }

    private void write(RosterImport one, Scope scope) {
        var judge = judges.begin(one, scope);
        var examination = judge.examination();
        var which = new Writable("leave".equals(one.asked()), texts.settled(one));
        var size = judges.piece(one);
        var row = 0;
        var done = 0;
        for (var rows = staged.writable(one.id(), which, row, size); !rows.isEmpty(); ) {
            rights.again(one.who());
            var judged = judge.judge(rows);
            var refused = judged.stream().filter(each -> !stands(each)).toList();
            verdicts.replace(one, refused);
            var toWrite = judged.stream().filter(Judged::writes).map(Judged::verdict).toList();
            keep(one, examination.write(toWrite));
            done += rows.size();
            row = rows.getLast().row();
            progress.at(one.id(), "写入", done, one.valid());
            rows = staged.writable(one.id(), which, row, size);
        }
    }

    private static boolean stands(Judged judged) {
        return judged.writes() || judged.verdict().outcome() == Outcome.SAME;
    }

    private void keep(RosterImport one, List<Written> rows) {
        written.add(one, rows);
        verdicts.written(one.id(), rows.stream().map(Written::row).toList());
    }

    /**
     * Takes back what was written.
     *
     * @throws Abandoned with the rows that would be left, if it was asked to leave none
     */
    void undo(RosterImport one) {
        scopes.write(
                rights.again(one.who()),
                scope -> {
                    judges.takeTime();
                    tell(one, scope, "import.undo", one.written());
                    var rows = written.all(one.id());
                    progress.at(one.id(), "撤销", 0, rows.size());
                    var left = rosters.of(one.kind()).undo(scope, rows);
                    rights.again(one.who());
                    if (!left.isEmpty() && "abandon".equals(one.asked())) {
                        throw new Abandoned(left);
                    }
                    verdicts.left(one.id(), left);
                    written.forget(one.id());
                    imports.count(one.id());
                    imports.undone(one.id(), rows.size() - left.size());
                    imports.move(one.id(), State.UNDONE, null, null, clock.instant());
                    return scope;
                });
    }

    private void tell(RosterImport one, Scope scope, String action, int rows) {
        journal.append(
                scope.actor(),
                new Act(
                        one.organization(),
                        action,
                        "import",
                        one.id(),
                        LocalDate.now(clock),
                        List.of(),
                        Map.of(
                                "kind", one.kind(),
                                "file", one.fileName(),
                                "rows", rows,
                                "asked", String.valueOf(one.asked()),
                                "settled", texts.settled(one))));
    }
}
