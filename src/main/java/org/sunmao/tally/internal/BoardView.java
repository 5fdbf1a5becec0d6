package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The exceptions of an organization with all below it, as of a day: which duties are late or lit,
 * by rule, by organization directly below, and by month. Nothing is ranked.
 */
record BoardView(
        BoardTop organization,
        LocalDate day,
        boolean today,
        BoardCount counted,
        List<BoardRule> rules,
        List<BoardPart> organizations,
        List<BoardMonth> months) {

    record BoardTop(UUID id, String name, String kind) {}

    /**
     * @param late past its last day and unmet; one that is red as well counts there, too
     * @param explained late or lit, with an explanation nobody has answered
     * @param waiting explained or contested, and nobody has decided
     * @param organizations how many there are
     * @param clean those of them without an exception of their own
     * @param since when the first of the exceptions that still stand began
     */
    record BoardCount(
            long open,
            long late,
            long yellow,
            long red,
            long contested,
            long waived,
            long met,
            long explained,
            long waiting,
            long organizations,
            long clean,
            @Nullable LocalDate since) {}

    /**
     * @param name of the declaration
     * @param helper who helps, in words; null where nobody is named
     */
    record BoardRule(
            String name,
            String title,
            BoardSource rule,
            long open,
            long late,
            long yellow,
            long red,
            long contested,
            long waived,
            @Nullable LocalDate since,
            @Nullable String helper) {}

    /**
     * @param local whether the source was not seen, so that it is shown as set here
     */
    record BoardSource(String id, String title, String cite, boolean local) {}

    /**
     * @param own the organization itself, without what lies below it
     */
    record BoardPart(
            UUID id,
            String name,
            String kind,
            boolean own,
            long late,
            long yellow,
            long red,
            long contested,
            @Nullable LocalDate since) {}

    /**
     * @param month as in {@code 2026-11}
     * @param due whose last day lies in it
     */
    record BoardMonth(String month, long due, long inTime, long afterwards, long late) {}
}
