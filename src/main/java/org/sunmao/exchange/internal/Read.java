package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Roster.Finding;

import java.util.List;

/**
 * What a cell says to its column.
 *
 * @param value as the register takes it: a code, a day, a truth value, a whole number, a text in
 *     its normal form; a reference as its text; null if the cell is empty or cannot be read
 */
record Read(@Nullable Object value, List<Finding> findings) {

    static final Read NOTHING = new Read(null, List.of());

    static Read of(Object value) {
        return new Read(value, List.of());
    }
}
