package org.sunmao.privacy;

import java.util.List;

/**
 * One table: what of it speaks of people, and what only holds it together.
 *
 * @param name with its schema
 * @param technical columns that say nothing of a person: ids, versions, days of rows
 */
public record RegisteredTable(
        String name,
        String title,
        About about,
        List<RegisteredField> fields,
        List<String> technical) {

    public RegisteredTable {
        fields = List.copyOf(fields);
        technical = List.copyOf(technical);
    }

    /** What of it a person gets in the copy of their data. */
    public List<RegisteredField> copied() {
        return fields.stream().filter(field -> field.withheld() == null).toList();
    }
}
