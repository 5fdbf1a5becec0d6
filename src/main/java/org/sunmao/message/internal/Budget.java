package org.sunmao.message.internal;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * How often somebody may be told (AF-10, AF-11).
 *
 * <p>Of each year's digests one is kept back for every month still to come, so that even whoever
 * has most to do hears at least once a month, and never more often than the year allows. What can
 * wait is spread over the year; what is grave is not held up as long as there is anything left.
 *
 * @param quietFrom the hour from which nothing is sent
 * @param quietTo the hour from which something is sent again
 * @param yearly how many a year
 * @param ahead by how many somebody may be ahead of an even spread
 */
record Budget(int quietFrom, int quietTo, int yearly, int ahead) {

    private static final int MONTHS = 12;

    Budget {
        if (yearly < MONTHS) {
            throw new IllegalArgumentException("fewer than one a month: " + yearly);
        }
    }

    enum Permit {
        DAILY,
        /** All that has come together, and nothing more until the next month. */
        MONTHLY,
        NONE
    }

    /**
     * What somebody has had so far.
     *
     * @param inYear in the calendar year of the day
     * @param inMonth in its month
     * @param today whether there was one on the day itself
     */
    record Had(int inYear, int inMonth, boolean today) {

        static final Had NOTHING = new Had(0, 0, false);
    }

    boolean quiet(LocalTime time) {
        return time.getHour() < quietTo || time.getHour() >= quietFrom;
    }

    /**
     * Whether one may be made on a day.
     *
     * @param grave whether it holds what cannot wait
     */
    Permit permit(LocalDate day, Had had, boolean grave) {
        if (had.today() || had.inYear() >= yearly) {
            return Permit.NONE;
        }
        var left = yearly - had.inYear() - (MONTHS - day.getMonthValue());
        var first = had.inMonth() == 0;
        if (left < 1) {
            return first ? Permit.MONTHLY : Permit.NONE; // the budget became smaller meanwhile
        }
        if (grave || first || had.inYear() < spread(day)) {
            return left == 1 ? Permit.MONTHLY : Permit.DAILY;
        }
        return Permit.NONE;
    }

    /** How many would be sent by that day if they came at even distances, and those ahead. */
    private int spread(LocalDate day) {
        return ahead + (yearly - ahead) * day.getDayOfYear() / day.lengthOfYear();
    }
}
