package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as it is shown.
 *
 * @param counts what became of the rows
 * @param progress while work goes on
 * @param fault why the file was rejected, or why the last act came to nothing
 * @param headings the headings of the file with the fields they stand for
 * @param lacking required columns that the file does not have
 * @param unmapped values that no code is known for
 * @param kinds what was found, by kind, the most frequent first
 * @param undoUntil until when it can be taken back; null if there is nothing to take back
 * @param interrupted whether the service was interrupted and began the work anew
 */
record ImportView(
        UUID id,
        String kind,
        String kindLabel,
        String fileName,
        long size,
        String state,
        RowCounts counts,
        @Nullable WorkProgress progress,
        @Nullable ImportFault fault,
        List<ImportNotice> notices,
        List<HeadingView> headings,
        List<LackingColumn> lacking,
        List<UnmappedValue> unmapped,
        List<ProblemKind> kinds,
        String by,
        Instant at,
        @Nullable Instant previewedAt,
        @Nullable Instant committedAt,
        @Nullable Instant undoneAt,
        @Nullable Instant undoUntil,
        boolean interrupted,
        ImportHome organization) {

    record RowCounts(
            int rows,
            int valid,
            int failed,
            int warnings,
            int questions,
            int made,
            int changed,
            int same,
            int written,
            int undone,
            int left) {}

    record WorkProgress(String step, int done, int total) {}

    record ImportFault(String code, String message) {}

    record ImportNotice(String code, String message) {}

    record HeadingView(
            int column,
            String heading,
            @Nullable String field,
            @Nullable String label,
            boolean remembered) {}

    record LackingColumn(String field, String label) {}

    record UnmappedValue(String field, String label, String text, int rows) {}

    /**
     * Problems of one kind.
     *
     * @param says of one of the rows
     * @param settled whether warnings of this kind were confirmed
     */
    record ProblemKind(
            String level,
            String code,
            @Nullable String field,
            @Nullable String label,
            String says,
            int rows,
            boolean settled) {}

    record ImportHome(UUID id, String name) {}
}
