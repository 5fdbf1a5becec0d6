package org.sunmao.simulation.internal;

import org.sunmao.member.CitizenNumber;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Invented people who are on no register yet; their numbers are nobody's, and no member's. */
final class Newcomers {

    private static final String NOWHERE = "000000";
    private static final String HAN = "01";

    /** Members have theirs from below. */
    private static final int LAST = 999;

    private final Names names;
    private final Map<LocalDate, Integer> taken = new HashMap<>();

    Newcomers(Plan plan) {
        this.names = new Names(plan);
    }

    record Newcomer(String name, String sex, String number) {}

    Newcomer draw(LocalDate bornOn, Dice dice) {
        var man = dice.chance(0.5);
        var sequence = LAST - 2 * taken.merge(bornOn, 1, Integer::sum) + (man ? 2 : 1);
        var digits =
                NOWHERE
                        + bornOn.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(sequence);
        return new Newcomer(
                names.draw(man, HAN, bornOn.getYear(), dice),
                man ? Person.MAN : Person.WOMAN,
                digits + CitizenNumber.check(digits));
    }
}
