package org.sunmao.duty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Duties that stand otherwise than before; told within the transaction that wrote them, by a plain
 * event, so that counters move with what they count or not at all.
 */
public record DutiesChanged(List<Moved> moved) {

    /**
     * One duty.
     *
     * @param organization whose it is
     * @param name of its declaration
     * @param before null for one that is new
     * @param after null for one that is gone
     */
    public record Moved(
            UUID duty,
            UUID organization,
            String name,
            @Nullable Standing before,
            @Nullable Standing after) {}
}
