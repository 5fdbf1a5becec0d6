package org.sunmao.person.internal;

import org.sunmao.privacy.PersonalData.Value;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of one person, table by table.
 *
 * @param name of the account, and {@code username} its name for signing in
 * @param withheld what is registered and not here, each with its reason
 */
record MyCopy(
        String name,
        String username,
        Instant takenAt,
        List<CopyPart> tables,
        List<CopyOmission> withheld) {

    record CopyColumn(String column, String label) {}

    record CopyPart(
            String table, String title, List<CopyColumn> columns, List<Map<String, Value>> rows) {}

    record CopyOmission(String table, String title, String column, String label, String reason) {}
}
