package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.RightEnded;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;
import org.sunmao.access.StillHolds.Watch;
import org.sunmao.access.Tree;
import org.sunmao.exchange.internal.Export.Format;
import org.sunmao.exchange.internal.Export.Ready;
import org.sunmao.exchange.internal.ExportSheet.Says;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.register.Listing;
import org.sunmao.web.BrokenOff;
import org.sunmao.web.NotFound;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the file of an export when it is fetched: from the register as it then is, within the scope
 * its owner then has. Each part is read in a transaction of its own, so a slow line holds none.
 */
@Service
class ExportDownload {

    private static final int PART = 1000;

    /** What is about to be sent: told in the journal already. */
    record Opened(String name, Format format, Export export, Listing.Asked asked, Says says) {}

    private final Scopes scopes;
    private final ExportStore store;
    private final Exports exports;
    private final ExportTerms terms;
    private final ExportViews views;
    private final ExportSayings sayings;
    private final ExportCells cells;
    private final Journal journal;
    private final Readings readings;
    private final Tree tree;
    private final StillHolds rights;
    private final Clock clock;

    ExportDownload(
            Scopes scopes,
            ExportStore store,
            Exports exports,
            ExportTerms terms,
            ExportViews views,
            ExportSayings sayings,
            ExportCells cells,
            Journal journal,
            Readings readings,
            Tree tree,
            StillHolds rights,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.exports = exports;
        this.terms = terms;
        this.views = views;
        this.sayings = sayings;
        this.cells = cells;
        this.journal = journal;
        this.readings = readings;
        this.tree = tree;
        this.rights = rights;
        this.clock = clock;
    }

    /** Whoever may fetch it now; from then on the journal says that they did. */
    Opened open(SignedIn who, UUID id) {
        var export = scopes.read(who, scope -> store.get(scope, id).orElseThrow(NotFound::new));
        check(who, export);
        var asked = terms.listing(export.kind()).asked(who, export.filter());
        var rows = scopes.read(who, export.day(), asked::count);
        check(export, rows);
        return scopes.write(
                who,
                scope -> {
                    store.countDownload(id);
                    journal.append(
                            scope.actor(), exports.act(scope, "export.download", export, rows));
                    var unit = tree.name(export.by().organization(), scope.day()).orElse("");
                    var says = sayings.of(who, export, unit, rows, scope.day());
                    var name =
                            "%s-%s.%s"
                                    .formatted(
                                            ExportTerms.label(export.kind()),
                                            views.number(export),
                                            export.form().format().code());
                    return new Opened(name, export.form().format(), export, asked, says);
                });
    }

    private void check(SignedIn who, Export export) {
        if (!export.by().account().equals(who.account())) {
            throw new NotFound();
        }
        if (!export.by().organization().equals(who.organization())) {
            throw terms.refused("您申请时管理的党组织与现在不同，请重新申请");
        }
        var now = clock.instant();
        if (export.expired(now)) {
            throw terms.refused(
                    "已超过 " + terms.figure("days", export.by().organization()) + " 天，文件已失效，请重新申请");
        }
        if (!(export.state() instanceof Ready)) {
            throw terms.refused(
                    export.stateOn(now).equals("pending") ? "还没有批准，请等待审批" : "没有获得批准，不能下载");
        }
    }

    /** What was approved, or needed no approval, is a list of about that length. */
    private void check(Export export, long rows) {
        var place = export.by().organization();
        var above = terms.figure("approvalAbove", place);
        var approved = export.decision() == null ? 0 : export.rows();
        if (rows > approved + above || rows > terms.figure("most", place)) {
            throw terms.refused("现在有 " + rows + " 行，比申请时多，超出了批准的范围，请重新申请");
        }
    }

    void write(SignedIn who, Opened opened, OutputStream out) {
        try (var watch = rights.watch();
                var sheet = sheet(opened, out)) {
            rows(who, watch, opened, sheet);
            sheet.finish();
        } catch (IOException | RuntimeException e) {
            throw new BrokenOff(e);
        }
    }

    private static ExportSheet sheet(Opened opened, OutputStream out) throws IOException {
        return switch (opened.format()) {
            case XLSX -> new ExportBook(out, opened.says());
            case CSV -> new ExportText(out, opened.says());
        };
    }

    /** As each person in the file finds it in the reading log. */
    private Look look(Export export) {
        var clear = export.unmasked() ? "（完整的号码、电话、住址）" : "（号码、电话、住址已遮盖）";
        return Look.of(Kind.EXPORT, export.unmasked() ? Level.S3 : Level.S2)
                .of(ExportTerms.label(export.kind()) + clear + "，导出编号 " + views.number(export))
                .because(export.reason())
                .approved(export.decision() != null);
    }

    private void rows(SignedIn who, Watch watch, Opened opened, ExportSheet sheet)
            throws IOException {
        var export = opened.export();
        var columns = views.columns(export);
        var fields = columns.stream().map(c -> c.field().name()).collect(Collectors.toSet());
        var look = look(export);
        @Nullable String after = null;
        do {
            if (watch.ended()) {
                throw new RightEnded();
            }
            var from = after;
            var part =
                    scopes.read(
                            who,
                            export.day(),
                            scope -> opened.asked().part(scope, fields, from, PART));
            readings.each(who.reader(), look, part.read());
            sheet.rows(cells.of(part.rows(), columns, export.unmasked()));
            after = part.next();
        } while (after != null);
    }
}
