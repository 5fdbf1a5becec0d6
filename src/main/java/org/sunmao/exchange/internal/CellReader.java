package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.Codes;
import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Day;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Words;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads cells into values of columns. What people write in many ways is read as what it means; what
 * could mean two things is never guessed.
 */
@Component
class CellReader {

    private static final Pattern NOTHING = Pattern.compile("[-—–_/\\\\]{1,4}");

    private final CodeReader codes;
    private final DivisionReader divisions;
    private final Clock clock;

    CellReader(Codes codes, Clock clock) {
        this.codes = new CodeReader(codes);
        this.divisions = new DivisionReader(codes, clock);
        this.clock = clock;
    }

    /**
     * One cell as its column takes it.
     *
     * @param meaning what was remembered of a text of this column: a code, or null
     */
    Read read(Column column, Cell cell, Function<String, @Nullable String> meaning) {
        if (cell.kind() == Kind.EMPTY) {
            return Read.NOTHING;
        }
        try {
            if (cell.kind() == Kind.ERROR) {
                throw new Found("formula-without-value", "这一格的公式没有算出结果，请改填数值或文字");
            }
            var text = clean(cell.text());
            var kind = column.field().kind();
            var unsaid = NOTHING.matcher(text).matches() && !(kind instanceof Text);
            return text.isEmpty() || unsaid ? Read.NOTHING : value(column, cell, text, meaning);
        } catch (Found found) {
            return new Read(null, List.of(found.of(column)));
        }
    }

    private Read value(
            Column column, Cell cell, String text, Function<String, @Nullable String> meaning) {
        return switch (column.field().kind()) {
            case Text(var most) -> text(column, TextReader.text(cell, text, most));
            case Formed(var normal, _) ->
                    text(column, TextReader.formed(column, cell, text, normal));
            case Day _ -> Read.of(DayReader.read(column, cell, text, LocalDate.now(clock)));
            case Code(var table) -> Read.of(codes.read(column, table, text, meaning));
            case Division _ -> Read.of(divisions.read(column, text, meaning));
            case Flag _ -> Read.of(TextReader.flag(column, text));
            case Whole(var least, var most) -> Read.of(TextReader.whole(column, text, least, most));
            case Reference _ -> text(column, text);
        };
    }

    /** Private-use characters are kept, and told of: they look different elsewhere (COD-08). */
    private static Read text(Column column, String text) {
        if (text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.PRIVATE_USE)) {
            return Read.of(text);
        }
        var finding =
                Finding.warning(
                        column.field().name(),
                        "private-use",
                        "含有造字，在别的电脑上可能显示不出来。能用标准汉字的请改用标准汉字，确实没有的可以保留");
        return new Read(text, List.of(finding));
    }

    private static String clean(String typed) {
        try {
            var words = Words.clean(typed);
            return words.startsWith("'") || words.startsWith("‘")
                    ? words.substring(1).strip()
                    : words;
        } catch (Fault _) {
            throw new Found("control-characters", "含有看不见的控制字符，请重新输入这一格");
        }
    }
}
