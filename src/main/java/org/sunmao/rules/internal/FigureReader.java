package org.sunmao.rules.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule.Bounds;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Value;
import org.sunmao.rules.Value.Decimal;
import org.sunmao.rules.Value.Table;
import org.sunmao.rules.Value.Text;
import org.sunmao.rules.Value.Whole;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the figures of one version of a rule. */
final class FigureReader {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final Set<Tag> NUMBERS = Set.of(Tag.INT, Tag.FLOAT);

    private FigureReader() {}

    static Map<String, Figure> figures(String file, Node body, List<Fault> faults) {
        var figures = new LinkedHashMap<String, Figure>();
        if (body instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return figures;
        }
        var fields = Fields.of(file, body, "一个版本的数字", faults);
        fields.each(
                (key, node) -> {
                    if (!NAME.matcher(key.getValue()).matches()) {
                        fields.fault(key, "数字的名称“%s”应当是英文小写开头的词".formatted(key.getValue()));
                    }
                    figures.put(key.getValue(), figure(file, node, key.getValue(), faults));
                });
        return figures;
    }

    private static Figure figure(String file, Node node, String name, List<Fault> faults) {
        var fields =
                Fields.of(file, node, "数字“" + name + "”", faults)
                        .known("value", "table", "unit", "local", "min", "max", "note");
        var value = value(file, fields, faults);
        var bounds = new Bounds(bound(fields, "min"), bound(fields, "max"));
        var figure =
                new Figure(
                        value,
                        fields.text("unit", ""),
                        fields.flag("local", false),
                        bounds,
                        fields.text("note", ""),
                        null);
        check(fields, figure);
        return figure;
    }

    private static void check(Fields fields, Figure figure) {
        var min = figure.bounds().min();
        var max = figure.bounds().max();
        if (min == null && max == null) {
            return;
        }
        if (!figure.number()) {
            fields.fault(null, "只有数值才有上下限 min、max");
        } else if (min != null && max != null && min.compareTo(max) > 0) {
            fields.fault(fields.node("min"), "下限 %s 大于上限 %s".formatted(min, max));
        } else if (!figure.bounds().admit(figure.decimal())) {
            fields.fault(fields.node("value"), "数值 %s 不在上下限之内".formatted(figure.is().told()));
        }
    }

    private static Value value(String file, Fields fields, List<Fault> faults) {
        var table = fields.node("table");
        var value = fields.node("value");
        if ((table == null) == (value == null)) {
            fields.fault(null, "每个数字要有“value”或者“table”，只写其中一个");
            return new Text("");
        }
        if (table != null) {
            return table(Fields.of(file, table, "“table”", faults).known("columns", "rows"));
        }
        return scalar(fields, value);
    }

    private static Value scalar(Fields fields, @Nullable Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            fields.fault(node, "“value”应当是一个数值或文字；表格写在“table”里");
            return new Text("");
        }
        var text = scalar.getValue();
        if (!NUMBERS.contains(scalar.getTag())) {
            if (text.isBlank()) {
                fields.fault(node, "“value”是空的");
            }
            return new Text(text);
        }
        if (!NUMBER.matcher(text).matches()) {
            fields.fault(node, "数值“%s”的写法不对；如果是文字，请加引号".formatted(text));
            return new Text(text);
        }
        return text.contains(".")
                ? new Decimal(new BigDecimal(text))
                : new Whole(Integer.parseInt(text));
    }

    private static @Nullable BigDecimal bound(Fields fields, String key) {
        var node = fields.node(key);
        var text = node == null ? null : fields.scalar(node);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            fields.fault(node, "“%s”应当是数值，不是“%s”".formatted(key, text));
            return null;
        }
        return new BigDecimal(text);
    }

    private static Table table(Fields fields) {
        var columns = cells(fields, fields.node("columns"), "columns");
        var rows = new ArrayList<List<String>>();
        if (fields.node("rows") instanceof SequenceNode all) {
            for (var node : all.getValue()) {
                var row = cells(fields, node, "rows");
                if (row.size() != columns.size()) {
                    fields.fault(node, "这一行有 %d 格，表头有 %d 格".formatted(row.size(), columns.size()));
                }
                rows.add(row);
            }
        } else {
            fields.fault(fields.node("rows"), "“rows”应当是列表，每行又是一个列表");
        }
        return new Table(columns, rows);
    }

    private static List<String> cells(Fields fields, @Nullable Node node, String key) {
        var cells = new ArrayList<String>();
        if (node instanceof SequenceNode row) {
            for (var cell : row.getValue()) {
                var text = fields.scalar(cell);
                cells.add(text == null ? "" : text);
            }
        } else {
            fields.fault(node, "“%s”应当是列表，像 [一, 二]".formatted(key));
        }
        return cells;
    }
}
