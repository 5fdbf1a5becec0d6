package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a request takes of people's time (AF-24).
 *
 * @param minutes of one answer
 * @param each minutes of one organization, until the last day
 * @param total minutes of all
 * @param cap the minutes one organization should be asked for in a month, by all requests
 * @param over what whoever asks is told where more is asked; null where it is not
 */
record Burden(
        int organizations,
        int periods,
        int minutes,
        int each,
        long total,
        BigDecimal hours,
        List<BurdenMonth> months,
        BurdenCap cap,
        @Nullable String over) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /**
     * One month.
     *
     * @param minutes this request asks of one organization
     * @param others the most that other requests ask of one of them
     * @param over how many organizations are asked for more than the cap
     */
    record BurdenMonth(YearMonth month, int minutes, long total, int others, int over) {}

    /** The figure, and the rule it stands in. */
    record BurdenCap(int minutes, CitedRule rule) {}

    /**
     * A rule as it is cited.
     *
     * @param local whether it is a configuration of ours and no confirmed text
     */
    record CitedRule(String id, String title, String cite, boolean local, LocalDate since) {}

    static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(HOUR, 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .add(BigDecimal.ZERO);
    }
}
