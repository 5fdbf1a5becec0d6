package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.register.Column;
import org.sunmao.register.FieldKind.Code;

import java.util.List;

/** Tells which columns a register takes, so that headings of other files can be mapped to them. */
@RestController
class RosterColumnsController {

    /**
     * A column of a roster.
     *
     * @param table of its codes, where its values are codes
     * @param note what is to be known when it is filled in
     */
    record RosterColumn(
            String field,
            String label,
            boolean required,
            @Nullable String table,
            @Nullable String note) {}

    private final Rosters rosters;

    RosterColumnsController(Rosters rosters) {
        this.rosters = rosters;
    }

    @Requires(Right.ROSTERS_IMPORT)
    @GetMapping("/api/imports/columns")
    List<RosterColumn> columns(@RequestParam String kind) {
        return rosters.of(kind).columns().stream().map(RosterColumnsController::column).toList();
    }

    private static RosterColumn column(Column column) {
        var field = column.field();
        var table = field.kind() instanceof Code(var codes) ? codes.code() : null;
        return new RosterColumn(
                field.name(), field.label(), field.required(), table, column.note());
    }
}
