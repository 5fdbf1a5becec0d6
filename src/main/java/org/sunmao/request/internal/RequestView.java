package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request as it is shown, to whoever asks and to whoever is asked.
 *
 * @param until the last day
 * @param burden null where its organizations are no more
 * @param periods how far the answers have come; told to those who ask
 */
record RequestView(
        UUID id,
        RequestOrganization organization,
        String title,
        String document,
        String article,
        String purpose,
        List<AskedItem> items,
        String frequency,
        String frequencyName,
        LocalDate from,
        int days,
        LocalDate until,
        int minutes,
        RequestTarget target,
        String approver,
        String state,
        String stateName,
        String by,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable String endReason,
        @Nullable Burden burden,
        List<PeriodProgress> periods,
        RequestMay may) {

    record RequestOrganization(UUID id, String name) {}

    record AskedItem(String label, String kind, String kindName) {
        static AskedItem of(Item item) {
            return new AskedItem(item.label(), item.kind().code(), item.kind().label());
        }
    }

    /** Of whom: an organization and all below it, those of these kinds; of none, all. */
    record RequestTarget(RequestOrganization top, List<TargetKind> kinds) {
        record TargetKind(String code, String name) {}
    }

    /** How many have answered, how many have not yet, and how many are late. */
    record PeriodProgress(
            String key,
            String name,
            LocalDate from,
            LocalDate due,
            int answered,
            int open,
            int late,
            List<ItemSum> sums) {}

    /**
     * The numbers of all answers together.
     *
     * @param item its place among the items
     */
    record ItemSum(int item, String label, BigDecimal sum, int count) {}

    /**
     * What the asker may do.
     *
     * @param answer for some organization of theirs
     * @param own whether their own organization is asked
     */
    record RequestMay(
            boolean submit,
            boolean approve,
            boolean refuse,
            boolean withdraw,
            boolean end,
            boolean answer,
            boolean own) {}
}
