package org.sunmao.meeting.internal;

import org.sunmao.meeting.MeetingType;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;

/**
 * What a rule asks of an organization: so many of a type in each period.
 *
 * @param months how long a period is; periods follow each other from New Year
 * @param only the one period of the year that is meant, from 1; 0 for each of them
 * @param place where in the period it is best held
 * @param theme whether it may be held together with the theme day, on the same day
 */
record PlanNeed(
        MeetingType type,
        RuleId rule,
        int times,
        int months,
        int only,
        Place place,
        boolean theme) {

    /** Where in a period: the several kinds do not all fall on the same day. */
    enum Place {
        EARLY,
        MIDDLE,
        LATE
    }

    /** The month of a year, from 1, in which one of a period is best held. */
    int month(int period, int number) {
        var within =
                switch (place) {
                    case EARLY -> number * months / times;
                    case MIDDLE -> (2 * number + 1) * months / (2 * times);
                    case LATE -> ((number + 1) * months - 1) / times;
                };
        return (period - 1) * months + Math.min(within, months - 1) + 1;
    }

    /** The period of the year that a day lies in, from 1. */
    int period(LocalDate day) {
        return (day.getMonthValue() - 1) / months + 1;
    }

    int periods() {
        return 12 / months;
    }

    boolean means(int period) {
        return only == 0 || only == period;
    }
}
