package org.sunmao.register;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One act on a record, as told to people: texts ready to be shown.
 *
 * @param by the name of whose account it was; null for the system
 * @param post in which post
 * @param action what was done, as the journal calls it
 * @param title the same in Chinese
 * @param sealed its number in the sealed journal; null: not sealed yet, and an unsealed entry
 *     cannot be proved
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        @Nullable String by,
        String post,
        String action,
        String title,
        LocalDate effectiveOn,
        List<FieldChange> changes,
        @Nullable Long sealed) {

    public record FieldChange(
            String field, String label, @Nullable String before, @Nullable String after) {}
}
