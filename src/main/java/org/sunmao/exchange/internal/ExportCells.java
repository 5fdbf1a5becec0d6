package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.Codes;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Values as they stand in a file: labels for codes, names for divisions, masked (PRV-10). */
@Component
class ExportCells {

    private final Codes codes;

    ExportCells(Codes codes) {
        this.codes = codes;
    }

    /**
     * The cells of some rows.
     *
     * @param unmasked whether sensitive columns stand in clear
     * @return texts, days and numbers; null for what is empty
     */
    List<List<@Nullable Object>> of(
            List<Map<String, Object>> rows, List<Column> columns, boolean unmasked) {
        var divisions = divisions(rows, columns);
        var cells = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            var line = new ArrayList<@Nullable Object>(columns.size());
            for (var column : columns) {
                var value = row.get(column.field().name());
                line.add(value == null ? null : cell(column, value, unmasked, divisions));
            }
            cells.add(line);
        }
        return cells;
    }

    private Object cell(
            Column column, Object value, boolean unmasked, Map<String, String> divisions) {
        return switch (column.field().kind()) {
            case Code(var table) -> codes.label(table, value.toString());
            case Division _ -> divisions.getOrDefault(value.toString(), value.toString());
            case Flag _ -> Boolean.TRUE.equals(value) ? "是" : "否";
            case Formed(_, var shown) when column.sensitive() && !unmasked ->
                    shown.apply(value.toString());
            default -> value;
        };
    }

    private Map<String, String> divisions(List<Map<String, Object>> rows, List<Column> columns) {
        var wanted = new HashSet<String>();
        for (var column : columns) {
            if (column.field().kind() instanceof Division) {
                for (var row : rows) {
                    var code = row.get(column.field().name());
                    if (code != null) {
                        wanted.add(code.toString());
                    }
                }
            }
        }
        return codes.telling(wanted);
    }
}
