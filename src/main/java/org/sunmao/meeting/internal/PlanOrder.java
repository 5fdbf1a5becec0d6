package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A plan as it is sent. */
record PlanOrder(@Nullable Integer themeDay, @Nullable List<@Nullable PlannedOrder> items) {

    record PlannedOrder(
            @Nullable String type,
            @Nullable String on,
            @Nullable String topic,
            @Nullable String movedReason) {}
}
