package org.sunmao.privacy.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.privacy.About;
import org.sunmao.privacy.Reader;
import org.sunmao.privacy.RegisteredField;
import org.sunmao.privacy.RegisteredTable;
import org.sunmao.privacy.Retention;
import org.sunmao.privacy.Sensitivity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as written in a file: what holds for all of its groups, and the groups.
 *
 * @param basis, readers, retention for groups that say nothing else
 */
record TableEntry(
        String title,
        About about,
        @Nullable String basis,
        @Nullable List<Reader> readers,
        @Nullable Retention retention,
        @Nullable List<String> technical,
        @Nullable List<Group> groups) {

    /**
     * Columns that share all but their name.
     *
     * @param withheld why they are not in a person's copy
     */
    record Group(
            String title,
            Sensitivity sensitivity,
            String purpose,
            @Nullable String basis,
            @Nullable List<Reader> readers,
            @Nullable Retention retention,
            String source,
            @Nullable String withheld,
            LinkedHashMap<String, String> fields) {

        Group {
            require(title, "title");
            require(sensitivity, "sensitivity");
            require(purpose, "purpose");
            require(source, "source");
            require(fields, "fields");
        }
    }

    TableEntry {
        require(title, "title");
        require(about, "about");
        technical = technical == null ? List.of() : technical;
        groups = groups == null ? List.of() : groups;
        var seen = new HashSet<String>();
        var named = new ArrayList<String>(technical);
        groups.forEach(group -> named.addAll(group.fields().keySet()));
        for (var column : named) {
            if (!seen.add(column)) {
                throw new IllegalArgumentException("column " + column + " stands here twice");
            }
        }
        for (var group : groups) {
            require(group.basis() == null ? basis : group.basis(), "basis");
            require(group.readers() == null ? readers : group.readers(), "readers");
            require(group.retention() == null ? retention : group.retention(), "retention");
        }
    }

    RegisteredTable table(String name) {
        var fields = new ArrayList<RegisteredField>();
        for (var group : groups == null ? List.<Group>of() : groups) {
            group.fields().entrySet().forEach(column -> fields.add(field(group, column)));
        }
        return new RegisteredTable(
                name, title, about, fields, technical == null ? List.of() : technical);
    }

    private RegisteredField field(Group group, Map.Entry<String, String> column) {
        return new RegisteredField(
                column.getKey(),
                column.getValue(),
                group.title(),
                group.purpose(),
                said(group.basis(), basis),
                group.sensitivity(),
                said(group.readers(), readers),
                said(group.retention(), retention),
                group.source(),
                group.withheld());
    }

    private static <T> T said(@Nullable T here, @Nullable T above) {
        return here == null ? require(above, "value") : here;
    }

    private static <T> T require(@Nullable T value, String name) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
