package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A request as it is sent; nothing of it can be relied upon.
 *
 * @param from the first day; today, where none is given
 * @param days how many days there are to answer
 * @param until the last day
 */
record RequestWish(
        @Nullable UUID organization,
        @Nullable String title,
        @Nullable String document,
        @Nullable String article,
        @Nullable String purpose,
        @Nullable List<@Nullable WishedItem> items,
        @Nullable String frequency,
        @Nullable String from,
        @Nullable Integer days,
        @Nullable String until,
        @Nullable Integer minutes,
        @Nullable WishedTarget target,
        @Nullable UUID approver) {

    record WishedItem(@Nullable String label, @Nullable String kind) {}

    /**
     * Of whom.
     *
     * @param top this one and all below it
     * @param kinds those of these kinds; of none, all
     */
    record WishedTarget(@Nullable UUID top, @Nullable List<@Nullable String> kinds) {}
}
