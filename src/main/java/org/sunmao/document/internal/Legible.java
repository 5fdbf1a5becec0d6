package org.sunmao.document.internal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

import java.util.function.IntPredicate;

/**
 * Makes a text printable without losing anything silently: a character that the font lacks becomes
 * 〓, the printers' sign for a missing type, with its code behind it.
 *
 * @param text what can be printed
 * @param whole whether nothing was missing
 */
record Legible(String text, boolean whole) {

    private static final String LAYOUT = "\n\r\t";

    static Legible of(String text, IntPredicate printable) {
        var result = new StringBuilder(text.length());
        var missing = 0;
        for (var character : text.codePoints().toArray()) {
            if (printable.test(character) || LAYOUT.indexOf(character) >= 0) {
                result.appendCodePoint(character);
            } else if (!invisible(character)) {
                result.append("〓（U+%04X）".formatted(character));
                missing++;
            }
        }
        return new Legible(result.toString(), missing == 0);
    }

    /** Marks of writing direction, variant and joining: there is nothing to print. */
    private static boolean invisible(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
