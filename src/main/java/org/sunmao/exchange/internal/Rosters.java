package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.Roster;
import org.sunmao.web.InputRefused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registers that take rosters, by their kinds. */
@Component
class Rosters {

    private static final Map<String, String> LABELS =
            Map.of(
                    "organization", "党组织",
                    "body", "单位",
                    "member", "党员",
                    "officer", "任职",
                    "admission", "发展党员");

    private final Map<String, Roster> rosters;

    Rosters(List<Roster> rosters) {
        this.rosters =
                rosters.stream().collect(Collectors.toMap(Roster::kind, Function.identity()));
    }

    Roster of(String kind) {
        var roster = rosters.get(kind);
        if (roster == null) {
            throw new InputRefused("kind", "请选择要导入的是党组织、单位、党员、任职还是发展党员");
        }
        return roster;
    }

    static String label(String kind) {
        return LABELS.getOrDefault(kind, kind);
    }

    static Optional<Column> column(Roster roster, String field) {
        return roster.columns().stream()
                .filter(column -> column.field().name().equals(field))
                .findFirst();
    }

    /** The word for a field; of one that is none of the columns, its name. */
    static String label(Roster roster, String field) {
        return column(roster, field).map(Column::field).map(Field::label).orElse(field);
    }
}
