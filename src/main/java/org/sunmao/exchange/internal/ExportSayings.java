package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.code.Codes;
import org.sunmao.exchange.internal.Export.Layout;
import org.sunmao.exchange.internal.ExportSheet.CodeLine;
import org.sunmao.exchange.internal.ExportSheet.Says;
import org.sunmao.exchange.internal.ExportSheet.Told;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a file says of itself: whose it is on every page, and a sheet that tells the rest. */
@Component
class ExportSayings {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ExportTerms terms;
    private final ExportViews views;
    private final Codes codes;
    private final Clock clock;

    ExportSayings(ExportTerms terms, ExportViews views, Codes codes, Clock clock) {
        this.terms = terms;
        this.views = views;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @param unit the organization on whose behalf it is taken out
     * @param today the day on which it is fetched
     */
    Says of(SignedIn who, Export export, String unit, long rows, LocalDate today) {
        var time = TIME.withZone(clock.getZone()).format(clock.instant());
        var number = views.number(export);
        var columns = views.columns(export);
        return new Says(
                ExportTerms.label(export.kind()),
                "%s %s %s 导出编号 %s".formatted(unit, who.name(), time, number),
                told(export, unit, who, time, rows, today),
                columns.stream().flatMap(column -> codes(export, column)).toList(),
                columns.stream().map(column -> heading(export, column)).toList());
    }

    private List<Told> told(
            Export export, String unit, SignedIn who, String time, long rows, LocalDate today) {
        var day = export.day();
        var decision = export.decision();
        var reason = export.reason();
        var told = new ArrayList<Told>();
        told.add(new Told("导出编号", views.number(export)));
        told.add(new Told("名册", ExportTerms.label(export.kind())));
        told.add(new Told("导出单位", unit));
        told.add(new Told("导出人", who.name()));
        told.add(new Told("导出时间", time));
        told.add(new Told("数据日期", (day == null ? today : day).toString()));
        told.add(
                new Told(
                        "筛选条件",
                        export.words().isEmpty() ? "全部" : String.join("；", export.words())));
        told.add(new Told("行数", Long.toString(rows)));
        told.add(new Told("号码、电话、住址", export.unmasked() ? "完整" : "已遮盖"));
        told.add(new Told("用途", reason == null ? "未填写" : reason));
        told.add(new Told("审批人", decision == null ? "不需要审批" : decision.name()));
        if (export.form().layout() == Layout.NATIONAL) {
            told.add(new Told("表头", "全国党员信息系统的表头，未经核实，上报前请与系统核对"));
        }
        told.add(new Told("提示", terms.rule(export.by().organization()).told()));
        return told;
    }

    private Stream<CodeLine> codes(Export export, Column column) {
        if (!(column.field().kind() instanceof Code(var table))) {
            return Stream.empty();
        }
        var listed = codes.listed(table);
        var standard =
                listed.standard().startsWith("GB")
                        ? listed.standard() + "-" + listed.edition()
                        : "本系统代码";
        var heading = heading(export, column);
        return listed.codes().stream()
                .map(code -> new CodeLine(heading, code.code(), code.label(), standard));
    }

    private String heading(Export export, Column column) {
        return terms.heading(export.kind(), column, export.form().layout());
    }
}
