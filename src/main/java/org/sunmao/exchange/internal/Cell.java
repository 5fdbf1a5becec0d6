package org.sunmao.exchange.internal;

/**
 * One cell of a file as it was read, before anybody knows what it should say.
 *
 * @param text what stands in it: of a number all its digits without an exponent, as far as the file
 *     has them; of a day {@code 2026-11-22}; of a formula its last result
 */
record Cell(Kind kind, String text) {

    static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A number that the file shows as a day. */
        DAY,
        FLAG,
        /** A formula whose result is an error, or that has none. */
        ERROR
    }
}
