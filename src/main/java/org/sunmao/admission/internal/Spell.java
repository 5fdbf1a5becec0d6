package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a case demands for a while.
 *
 * @param due the last day, where the declaration does not say it
 * @param ended the day of the step that met it
 * @param ceased the day from which nobody is held to it
 */
record Spell(
        LocalDate from,
        @Nullable LocalDate due,
        @Nullable LocalDate ended,
        @Nullable LocalDate ceased) {

    Spell(LocalDate from, @Nullable LocalDate ended, @Nullable LocalDate ceased) {
        this(from, null, ended, ceased);
    }
}
