package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The plan of a year as a branch adopted it.
 *
 * @param copied the year whose plan it took once more; null for what the rules ask
 * @param enteredOn when it was typed in: later than it was adopted where records begin later
 * @param by who led the branch then; null for nobody
 */
record Planned(
        Unit unit,
        int year,
        int themeDay,
        @Nullable Integer copied,
        LocalDate adoptedOn,
        LocalDate enteredOn,
        @Nullable UUID by) {

    boolean isEnteredIn(YearMonth month) {
        return YearMonth.from(enteredOn).equals(month);
    }

    /** In words of the domain. */
    String words() {
        return String.join(
                "\u001f",
                unit.number() + unit.name(),
                "plan",
                String.valueOf(year),
                String.valueOf(themeDay),
                String.valueOf(copied),
                adoptedOn.toString());
    }
}
