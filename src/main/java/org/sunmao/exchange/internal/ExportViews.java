package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.exchange.internal.ExportTerms.ExportColumn;
import org.sunmao.exchange.internal.ExportView.ExportPlace;
import org.sunmao.register.Column;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exports as they are shown, and as the journal tells of them. */
@Component
class ExportViews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final ExportTerms terms;
    private final Tree tree;
    private final Clock clock;

    ExportViews(ExportTerms terms, Tree tree, Clock clock) {
        this.terms = terms;
        this.tree = tree;
        this.clock = clock;
    }

    ExportView of(SignedIn who, Scope scope, Export export) {
        var now = clock.instant();
        var state = export.stateOn(now);
        var columns = columns(export);
        var decision = export.decision();
        var place = export.by().organization();
        var decides = who.role().may(Right.EXPORTS_APPROVE);
        return new ExportView(
                export.id(),
                number(export),
                export.kind(),
                ExportTerms.label(export.kind()),
                state,
                export.rows(),
                columns.stream().map(column -> column(export, column)).toList(),
                export.words(),
                export.day(),
                export.unmasked(),
                sensitive(export),
                export.reason(),
                export.form().format().code(),
                export.form().layout().code(),
                export.by().name(),
                new ExportPlace(place, tree.name(place, scope.day()).orElse("")),
                export.askedAt(),
                decision == null ? null : decision.name(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                export.expiresAt(),
                export.downloads(),
                export.by().account().equals(who.account()),
                decides && state.equals("pending") && !own(who, export));
    }

    /** Whether whoever decides is the person who asked, or stands in for them (ACC-12). */
    boolean own(SignedIn who, Export export) {
        var member = export.by().member();
        return export.by().account().equals(who.account())
                || export.by().account().equals(who.behalf())
                || (member != null && member.equals(who.member()));
    }

    List<Column> columns(Export export) {
        return terms.columns(
                terms.listing(export.kind()), export.columns(), export.form().layout());
    }

    /** The labels of the columns whose values stand in clear. */
    List<String> sensitive(Export export) {
        return columns(export).stream()
                .filter(column -> export.unmasked() && column.sensitive())
                .map(column -> column.field().label())
                .toList();
    }

    String number(Export export) {
        var zone = clock.getZone();
        return export.number(DAY.withZone(zone));
    }

    /** For the journal: who is that of the act; what filter, how many rows, what in clear. */
    Map<String, Object> told(Export export, long rows) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", number(export));
        told.put("kind", export.kind());
        told.put("filter", export.filter());
        told.put("words", export.words());
        told.put("columns", export.columns());
        told.put("sensitive", sensitive(export));
        told.put("rows", rows);
        told.put("format", export.form().format().code());
        var day = export.day();
        if (day != null) {
            told.put("day", day.toString());
        }
        var reason = export.reason();
        if (reason != null) {
            told.put("reason", reason);
        }
        var decision = export.decision();
        if (decision != null) {
            told.put("decidedBy", decision.name());
            told.put("decisionReason", decision.reason() == null ? "" : decision.reason());
        }
        return told;
    }

    private ExportColumn column(Export export, Column column) {
        var field = column.field();
        return new ExportColumn(
                field.name(),
                terms.heading(export.kind(), column, export.form().layout()),
                column.sensitive(),
                null);
    }
}
