package org.sunmao.privacy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One column of a table, as the registry has it (PRV-01).
 *
 * @param withheld why it is not in the copy that a person gets of their data; null where it is
 */
public record RegisteredField(
        String column,
        String label,
        String group,
        String purpose,
        String basis,
        Sensitivity sensitivity,
        List<Reader> readers,
        Retention retention,
        String source,
        @Nullable String withheld) {}
