package org.sunmao.simulation.internal;

import org.sunmao.member.CitizenNumber;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Citizen numbers that can be nobody's: valid in form and check digit (GB 11643), from the division
 * 000000, which there is not (COD-09). No number is given twice.
 */
final class CitizenNumbers {

    private static final String NOWHERE = "000000";
    private static final int MOST = 999;

    /** The last sequence numbers of a birthday: of women, which is even, and of men, odd. */
    private final Map<LocalDate, int[]> last = new HashMap<>();

    String next(LocalDate bornOn, boolean man) {
        var sequences = last.computeIfAbsent(bornOn, _ -> new int[] {0, -1});
        var sequence = sequences[man ? 1 : 0] += 2;
        if (sequence > MOST) {
            throw new IllegalStateException("no citizen number is left for " + bornOn);
        }
        var digits =
                NOWHERE
                        + bornOn.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(sequence);
        return digits + CitizenNumber.check(digits);
    }
}
