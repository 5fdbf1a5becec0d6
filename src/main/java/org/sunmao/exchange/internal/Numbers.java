package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.exchange.internal.Cell.Kind;
import org.sunmao.exchange.internal.NumberFormats.Shown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;

/** Numbers as a workbook keeps them, and the days some of them mean. */
final class Numbers {

    /** So many digits of a float can be trusted. */
    static final MathContext OF_FLOATS = new MathContext(15);

    private static final int WIDEST = 400;
    private static final LocalDate BEFORE_THE_FIRST = LocalDate.of(1899, 12, 31);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    /** The twenty-ninth of February 1900, which there was not and Excel counts. */
    private static final int NEVER = 60;

    private static final int LAST = 2_958_465;

    private Numbers() {}

    static Cell cell(String raw, Shown shown, boolean since1904) {
        var number = number(raw.strip());
        if (number == null) {
            return new Cell(Kind.TEXT, raw);
        }
        var text = text(number);
        if (shown == Shown.NUMBER
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(LAST)) > 0) {
            return new Cell(Kind.NUMBER, text);
        }
        var serial = number.intValue();
        if (since1904) {
            return day(FIRST_OF_1904.plusDays(serial), shown);
        }
        if (serial == 0) {
            return new Cell(Kind.NUMBER, text);
        }
        return serial == NEVER ? new Cell(Kind.TEXT, "1900-02-29") : day(day(serial), shown);
    }

    private static Cell day(LocalDate day, Shown shown) {
        return shown == Shown.MONTH && day.getDayOfMonth() == 1
                ? new Cell(Kind.TEXT, YearMonth.from(day).toString())
                : new Cell(Kind.DAY, day.toString());
    }

    /** Whether there are more digits than a float can keep. */
    static boolean beyondFloats(String text) {
        return text.chars().filter(Character::isDigit).count() > OF_FLOATS.getPrecision();
    }

    /** The day that Excel shows for a number other than {@value NEVER}. */
    static LocalDate day(int serial) {
        return BEFORE_THE_FIRST.plusDays(serial > NEVER ? serial - 1L : serial);
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            var number = new BigDecimal(raw);
            return Math.abs((long) number.scale()) + number.precision() > WIDEST ? null : number;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** A fraction is what the float means: 2003.7 stands in the file as 2003.7000000000001, too. */
    private static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        var plain = number.stripTrailingZeros();
        var meant =
                plain.scale() > 0 && plain.precision() > OF_FLOATS.getPrecision()
                        ? new BigDecimal(Double.toString(number.round(OF_FLOATS).doubleValue()))
                        : plain;
        return meant.stripTrailingZeros().toPlainString();
    }
}
