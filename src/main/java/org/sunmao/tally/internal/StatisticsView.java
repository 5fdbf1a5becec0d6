package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The statistics of an organization with all below it, as of a day.
 *
 * @param preview whether the day is to come, so that what is decided for it was reckoned in
 * @param published whether small numbers are held back (PRV-11)
 * @param says what is to be known before reading, in Chinese
 */
record StatisticsView(
        Named organization,
        LocalDate day,
        boolean preview,
        boolean published,
        List<String> says,
        List<StatisticsTable> tables) {

    /**
     * @param rule the rule that demands it, with its source; null for one of our own
     * @param confirmed whether the source was seen
     * @param list where those counted stand one by one: members, organizations or bodies
     * @param total null where it is held back; {@code hidden} is shown instead
     */
    record StatisticsTable(
            String id,
            String title,
            @Nullable String rule,
            @Nullable String source,
            boolean confirmed,
            String list,
            @Nullable Long total,
            @Nullable String hidden,
            List<StatisticsRow> rows,
            List<String> remarks) {}

    /**
     * @param group the rows of one group, together, are the total; null for a row beside them
     * @param list where those counted stand one by one
     * @param count null where it is held back; {@code hidden} is shown instead
     * @param share of the total, in percent, to one decimal
     * @param filter under which the list, of the same organization and day, shows exactly these;
     *     null where it has none
     * @param below whether it is also told by the organizations directly below
     */
    record StatisticsRow(
            String key,
            String label,
            @Nullable String group,
            String list,
            @Nullable Long count,
            @Nullable String hidden,
            @Nullable Double share,
            @Nullable Map<String, String> filter,
            boolean below) {}
}
