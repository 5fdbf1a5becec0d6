package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.exchange.internal.Export.Form;
import org.sunmao.exchange.internal.Export.Format;
import org.sunmao.exchange.internal.Export.Layout;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what was sent to ask for a file. */
@Component
class ExportReader {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_VALUE = 200;

    /**
     * An order of a file as it is sent.
     *
     * @param columns names of fields, in the order of the file
     * @param filter the query parameters of the screen's list
     * @param day the day of the data, as in {@code 2026-11-22}; null for that of fetching it
     * @param unmasked whether sensitive columns are to stand in clear; needs a reason
     * @param format xlsx or csv
     * @param layout whose headings: standard or national; null for standard
     */
    record ExportOrder(
            @Nullable String kind,
            @Nullable List<String> columns,
            @Nullable Map<String, String> filter,
            @Nullable String day,
            @Nullable Boolean unmasked,
            @Nullable String reason,
            @Nullable String format,
            @Nullable String layout) {}

    /** An order that has been understood. */
    record Wanted(
            String kind,
            List<String> columns,
            Map<String, String> filter,
            @Nullable LocalDate day,
            boolean unmasked,
            @Nullable String reason,
            Form form) {}

    private final ExportTerms terms;

    ExportReader(ExportTerms terms) {
        this.terms = terms;
    }

    Wanted read(ExportOrder order) {
        var listing = terms.listing(order.kind());
        var format = one(Format.values(), Format::code, order.format(), "format", "请选择文件格式");
        var layout =
                order.layout() == null
                        ? Layout.STANDARD
                        : one(Layout.values(), Layout::code, order.layout(), "layout", "没有这种表头");
        var fields = order.columns() == null ? List.<String>of() : order.columns();
        var columns = terms.columns(listing, fields, layout);
        var clear =
                Boolean.TRUE.equals(order.unmasked())
                        && columns.stream().anyMatch(column -> column.sensitive());
        var reason =
                clear ? required(order.reason(), "要导出完整的号码、电话、住址，请写明用途") : optional(order.reason());
        return new Wanted(
                listing.kind(),
                fields,
                filter(order.filter()),
                new AsOf(order.day()).day(),
                clear,
                reason,
                new Form(format, layout));
    }

    static Map<String, String> filter(@Nullable Map<String, String> sent) {
        var filter = new HashMap<String, String>();
        if (sent != null) {
            sent.forEach(
                    (name, value) -> {
                        if (value != null && !value.isBlank()) {
                            if (value.length() > LONGEST_VALUE) {
                                throw new InputRefused("filter", "筛选条件过长，请缩短");
                            }
                            filter.put(name, value.strip());
                        }
                    });
        }
        return filter;
    }

    String required(@Nullable String sent, String says) {
        var reason = optional(sent);
        if (reason == null) {
            throw new InputRefused("reason", says);
        }
        return reason;
    }

    @Nullable String optional(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            var reason = Words.clean(sent);
            if (Words.length(reason) > LONGEST_REASON) {
                throw new InputRefused("reason", "请控制在 " + LONGEST_REASON + " 个字以内");
            }
            return reason.isEmpty() ? null : reason;
        } catch (Fault fault) {
            throw new InputRefused("reason", fault.reason());
        }
    }

    private static <T> T one(
            T[] known, Function<T, String> code, @Nullable String sent, String name, String says) {
        return Arrays.stream(known)
                .filter(one -> code.apply(one).equals(sent))
                .findFirst()
                .orElseThrow(() -> new InputRefused(name, says));
    }
}
