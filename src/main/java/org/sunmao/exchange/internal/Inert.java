package org.sunmao.exchange.internal;

/**
 * Text of csv that a spreadsheet must not take for a formula: an apostrophe goes before it, and
 * before one that begins with an apostrophe, too, so that it can be taken away again.
 */
final class Inert {

    /** Some spreadsheets take the forms of full width for formulas, too. */
    private static final String LIVELY = "=+-@\t\r\n'＝＋－＠";

    private Inert() {}

    static String made(String text) {
        return !text.isEmpty() && LIVELY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String undone(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && LIVELY.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
