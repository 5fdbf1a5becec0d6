package org.sunmao.exchange.internal;

import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;

/** Tells how a column is filled in. */
final class Explained {

    private Explained() {}

    static String of(Column column) {
        var form = form(column);
        var note = column.note();
        return note == null ? form : form + "。" + note;
    }

    private static String form(Column column) {
        return switch (column.field().kind()) {
            case Text(var most) -> "文字，不超过 " + most + " 个字";
            case Code _ -> "从下拉列表中选择，也可以填代码；列表见“" + WorkbookRows.CODES_SHEET + "”";
            case Day _ -> "日期，写全年月日，例如 2003-07-01";
            case Flag _ -> "填“是”或“否”";
            case Whole(var least, var most) -> least + " 到 " + most + " 之间的整数";
            case Division _ -> "行政区划的名称或代码；重名的从县写起，例如某某县某某镇某某村委会";
            case Reference _ -> "组织的全称或代码，与系统里的一致";
            case Formed _ -> "文字；号码请按文本填写，不要存成数字";
        };
    }

    static String example(Column column) {
        return switch (column.field().kind()) {
            case Day _ -> "2003-07-01";
            case Flag _ -> "是";
            case Whole(var least, var most) -> String.valueOf(Math.clamp(0, least, most));
            default -> "";
        };
    }
}
