package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** A file of a list while it is written, row by row. */
interface ExportSheet extends AutoCloseable {

    /**
     * What the file says of itself.
     *
     * @param title what is listed, as 党员名册
     * @param watermark who took it out, where and when; stands on every page
     * @param told label and text: who, when, what filter, what for
     * @param codes the tables of the coded columns
     */
    record Says(
            String title,
            String watermark,
            List<Told> told,
            List<CodeLine> codes,
            List<String> headings) {}

    record Told(String label, String text) {}

    record CodeLine(String column, String code, String label, String standard) {}

    /** Texts, days and numbers; null for an empty cell. */
    void rows(List<List<@Nullable Object>> rows) throws IOException;

    /** Writes what belongs at the end. Closing without it leaves a file that is plainly broken. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
