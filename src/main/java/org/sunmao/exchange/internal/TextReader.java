package org.sunmao.exchange.internal;

import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads texts, numbers written as texts, and what is true or not. */
final class TextReader {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,2}");
    private static final Pattern SPREAD = Pattern.compile("\\p{IsHan}( \\p{IsHan}){1,3}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-‐‑–—－·.]");
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,9})(\\.0+)?");
    private static final Pattern MONTHS = Pattern.compile("(\\d+)个?月");
    private static final Set<String> TRUE =
            Set.of("是", "有", "对", "真", "TRUE", "YES", "Y", "T", "1", "√", "✓", "✔", "☑");
    private static final Set<String> FALSE =
            Set.of("否", "无", "没有", "不是", "假", "FALSE", "NO", "N", "F", "0", "×", "✗", "✘", "X");

    private TextReader() {}

    static String text(Cell cell, String text, int most) {
        var words = number(cell, SPREAD.matcher(text).matches() ? text.replace(" ", "") : text);
        if (Words.length(words) > most) {
            throw new Found("too-long", "过长，请控制在 " + most + " 个字以内");
        }
        return words;
    }

    /** As typed, else without the spaces and dashes by which people group digits. */
    static String formed(Column column, Cell cell, String text, UnaryOperator<String> normal) {
        var words = number(cell, Widths.halfDigits(text));
        try {
            return normal.apply(words);
        } catch (Fault fault) {
            return joined(column, words, normal, fault);
        }
    }

    private static String joined(
            Column column, String words, UnaryOperator<String> normal, Fault first) {
        try {
            return normal.apply(BETWEEN.matcher(words).replaceAll(""));
        } catch (Fault second) {
            var code = second.code();
            var usual = column.field().column().replace('_', '-') + "-form";
            var reason = code == null ? first.reason() : second.reason();
            throw new Found(code == null ? usual : code, reason);
        }
    }

    /** Digits that went through a float are told: what was lost does not come back. */
    private static String number(Cell cell, String text) {
        if (cell.kind() == Kind.NUMBER && Numbers.beyondFloats(text)) {
            throw asFloat();
        }
        if (cell.kind() == Kind.TEXT && SCIENTIFIC.matcher(text).matches()) {
            var number = new BigDecimal(text);
            if (number.scale() < 0) {
                throw asFloat();
            }
            return number.toPlainString();
        }
        return text;
    }

    private static Found asFloat() {
        return new Found("number-as-float", "Excel 把号码存成了数字，后几位已丢失。请把这一列设成“文本”格式，再重新填写完整的号码");
    }

    static Boolean flag(Column column, String text) {
        var said = Widths.half(text).replace(" ", "").toUpperCase(Locale.ROOT);
        if (TRUE.contains(said)) {
            return true;
        }
        if (FALSE.contains(said)) {
            return false;
        }
        throw new Found("not-a-flag", Found.quoted(column, text) + "看不出是还是否，请填“是”或“否”");
    }

    static Integer whole(Column column, String text, int least, int most) {
        var said = Widths.half(text).replace(" ", "");
        if (column.field().label().contains("月")) {
            said = MONTHS.matcher(said).replaceAll("$1");
        }
        var parts = WHOLE.matcher(said);
        if (!parts.matches()) {
            throw new Found("not-a-number", Found.quoted(column, text) + "不是整数，请只填数字");
        }
        var number = Integer.parseInt(parts.group(1));
        if (number < least || number > most) {
            throw new Found("out-of-range", "请填 " + least + " 到 " + most + " 之间的整数");
        }
        return number;
    }
}
