package org.sunmao.tally.internal;

import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One number of a table by what stands directly below the organization.
 *
 * @param own how many lie in the organization itself
 */
record StatisticsBreakdown(
        Named organization,
        LocalDate day,
        boolean preview,
        String table,
        String title,
        String key,
        String label,
        String list,
        Map<String, String> filter,
        long count,
        long own,
        List<StatisticsPart> items) {

    /** One organization directly below, with all below it. */
    record StatisticsPart(UUID id, String name, String kind, long count) {}
}
