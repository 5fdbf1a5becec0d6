package org.sunmao.tally.internal;

import static org.sunmao.tally.internal.Counted.BODIES;
import static org.sunmao.tally.internal.Counted.ORGANIZATIONS;

import org.jspecify.annotations.Nullable;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of organizations and bodies, with the filters of their lists. */
class UnitCells {

    private static final Set<String> BRANCHES = Set.of("branch", "joint", "temporary", "floating");
    private static final List<String> BASIC =
            List.of("committee", "general-branch", "branch", "joint", "temporary", "floating");

    private final Codes codes;

    UnitCells(Codes codes) {
        this.codes = codes;
    }

    List<Cell> heads() {
        return List.of(
                kinds("basic", "基层党组织", BASIC),
                kinds("committee", "党委", List.of("committee")),
                kinds("general-branch", "党总支", List.of("general-branch")),
                kinds("branch", "党支部", BASIC.stream().filter(BRANCHES::contains).toList()),
                kinds("joint", "其中联合党支部", List.of("joint")),
                kinds("temporary", "其中临时党支部", List.of("temporary")));
    }

    /**
     * @param by kind or field
     */
    List<Cell> organizations(String by, List<String> values) {
        var place = by.equals("kind") ? 0 : 1;
        var table = by.equals("kind") ? CodeTable.ORGANIZATION_KIND : CodeTable.FIELD;
        return values.stream().map(value -> unit(ORGANIZATIONS, by, place, table, value)).toList();
    }

    List<Cell> bodies(List<String> kinds) {
        return kinds.stream()
                .map(kind -> unit(BODIES, "kind", 0, CodeTable.BODY_KIND, kind))
                .toList();
    }

    List<Cell> coverage(List<String> fields) {
        var cells = new ArrayList<Cell>();
        cells.add(formed("own", "单独组建党组织", "formed", null));
        cells.add(formed("joint", "联合组建党支部", "formed", null));
        cells.add(formed("none", "空白点", "formed", null));
        fields.forEach(field -> cells.add(unit(BODIES, "field", 1, CodeTable.FIELD, field)));
        for (var field : fields) {
            var label = "空白点：" + codes.label(CodeTable.FIELD, field);
            cells.add(formed("none", label, null, field));
        }
        return cells;
    }

    private static Cell kinds(String key, String label, List<String> kinds) {
        return new Cell(
                key,
                label,
                null,
                ORGANIZATIONS,
                Axis.ORGANIZATION,
                value -> kinds.contains(part(value, 0)),
                Map.of("kind", String.join(",", kinds)),
                false);
    }

    private Cell unit(Counted of, String by, int place, CodeTable table, String code) {
        return new Cell(
                by + "-" + code,
                codes.label(table, code),
                by,
                of,
                of.axes().getFirst(),
                value -> part(value, place).equals(code),
                Map.of(by, code),
                false);
    }

    private static Cell formed(
            String how, String label, @Nullable String group, @Nullable String field) {
        return new Cell(
                field == null ? "formed-" + how : "none-" + field,
                label,
                group,
                BODIES,
                Axis.BODY,
                value ->
                        part(value, 2).equals(how)
                                && (field == null || part(value, 1).equals(field)),
                field == null ? Map.of("formed", how) : Map.of("formed", how, "field", field),
                false);
    }

    private static String part(String value, int place) {
        return value.split(" ", -1)[place];
    }
}
