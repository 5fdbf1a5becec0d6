package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.register.Column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a register each heading of a file stands for. */
final class HeadingFields {

    private HeadingFields() {}

    /** All headings under which columns are known without being asked. */
    static Set<String> known(List<Column> columns) {
        var known = new LinkedHashSet<String>();
        for (var column : columns) {
            known.add(column.field().label());
            known.addAll(column.headings());
        }
        return known;
    }

    /**
     * The headings with their fields. Of two that stand for one field, the first is taken.
     *
     * @param remembered what was said of headings before: the name of a field, or nothing for a
     *     column that is not to be taken
     */
    static List<Heading> match(
            List<String> headings, List<Column> columns, Map<String, String> remembered) {
        var taken = new HashSet<String>();
        var matched = new ArrayList<Heading>();
        for (var i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var said = remembered.get(heading);
            var field = said != null ? said : field(heading, columns);
            var fresh = field != null && !field.isEmpty() && taken.add(field);
            matched.add(new Heading(i, heading, fresh ? field : null, said != null));
        }
        return matched;
    }

    private static @Nullable String field(String heading, List<Column> columns) {
        var plain = Headings.plain(heading);
        return columns.stream()
                .filter(
                        column ->
                                Headings.plain(column.field().label()).equals(plain)
                                        || column.headings().stream()
                                                .anyMatch(
                                                        other ->
                                                                Headings.plain(other)
                                                                        .equals(plain)))
                .map(column -> column.field().name())
                .findFirst()
                .orElse(null);
    }

    /** The columns of the register that the file does not have. */
    static List<Column> lacking(List<Heading> headings, List<Column> columns) {
        return columns.stream()
                .filter(column -> column.field().required())
                .filter(column -> of(headings, column.field().name()).isEmpty())
                .toList();
    }

    static Optional<Heading> of(List<Heading> headings, String field) {
        return headings.stream().filter(heading -> field.equals(heading.field())).findFirst();
    }
}
