package org.sunmao.exchange.internal;

import org.sunmao.register.Column;
import org.sunmao.register.Roster.Finding;

/** What is found wrong with a cell, told without showing what must not be shown. */
final class Found extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BRIEF = 20;

    private final String code;

    /**
     * @param says in Chinese, with what to do
     */
    Found(String code, String says) {
        super(says, null, false, false);
        this.code = code;
    }

    Finding of(Column column) {
        return Finding.error(column.field().name(), code, String.valueOf(getMessage()));
    }

    /** For a row that has values beyond its headings. */
    static Finding overlong() {
        return Finding.error(null, "too-many-values", "这一行的值比标题多，各列可能错位。请检查：内容里有逗号的，要用引号括起来");
    }

    /** The text as a message may hold it. */
    static String quoted(Column column, String text) {
        if (column.sensitive()) {
            return "这里的内容";
        }
        var length = text.codePointCount(0, text.length());
        var brief =
                length <= BRIEF ? text : text.substring(0, text.offsetByCodePoints(0, BRIEF)) + "…";
        return "“" + brief + "”";
    }
}
