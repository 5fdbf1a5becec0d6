package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.exchange.internal.ExportTerms.ExportColumn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An export as shown.
 *
 * @param number by what people speak of it
 * @param filter in Chinese; empty for all
 * @param sensitive labels of the columns that stand in clear
 * @param by who asked
 * @param mine whether the reader asked, and may fetch it
 * @param decidable whether the reader may decide it
 */
record ExportView(
        UUID id,
        String number,
        String kind,
        String kindLabel,
        String state,
        int rows,
        List<ExportColumn> columns,
        List<String> filter,
        @Nullable LocalDate day,
        boolean unmasked,
        List<String> sensitive,
        @Nullable String reason,
        String format,
        String layout,
        String by,
        ExportPlace organization,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        Instant expiresAt,
        int downloads,
        boolean mine,
        boolean decidable) {

    record ExportPlace(UUID id, String name) {}
}
