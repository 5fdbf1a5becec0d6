package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.organization.internal.ChangeStep.ChangeKind;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeStep.Merge;
import org.sunmao.organization.internal.ChangeStep.Move;
import org.sunmao.organization.internal.ChangeStep.Rename;
import org.sunmao.organization.internal.ChangeStep.Revoke;
import org.sunmao.organization.internal.ChangeStep.Split;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps of a change in words, a sentence each. */
@Component
class ChangeWords {

    private static final int NAMED = 5;
    private static final int LONGEST_TITLE = 100;

    private final Tree tree;
    private final Codes codes;

    ChangeWords(Tree tree, Codes codes) {
        this.tree = tree;
        this.codes = codes;
    }

    /** The names of all that steps speak of, as on the eve of the change. */
    Map<UUID, String> names(List<ChangeStep> steps, LocalDate on) {
        var names = new LinkedHashMap<UUID, String>();
        for (var step : steps) {
            if (step instanceof Establish founding) {
                names.put(founding.id(), founding.name());
                founding.bodies().forEach(body -> name(names, body, on));
            }
        }
        for (var id : ChangeSurvey.touched(steps)) {
            name(names, id, on);
        }
        return names;
    }

    private void name(Map<UUID, String> names, UUID id, LocalDate on) {
        names.computeIfAbsent(id, _ -> tree.name(id, on.minusDays(1)).orElse("（不存在）"));
    }

    String says(ChangeStep step, Map<UUID, String> names) {
        return switch (step) {
            case Establish founding ->
                    "在“%s”下成立%s“%s”"
                            .formatted(
                                    names.get(founding.parent()),
                                    codes.label(CodeTable.ORGANIZATION_KIND, founding.kind()),
                                    founding.name());
            case Rename(var id, var name) -> "“%s”更名为“%s”".formatted(names.get(id), name);
            case ChangeKind(var id, var kind) ->
                    "“%s”改设为%s"
                            .formatted(
                                    names.get(id), codes.label(CodeTable.ORGANIZATION_KIND, kind));
            case Move(var id, var parent) ->
                    "“%s”改由“%s”领导".formatted(names.get(id), names.get(parent));
            case Merge(var ids, var into, _) ->
                    "%s并入“%s”".formatted(list(ids, names), names.get(into));
            case Split split -> split(split, names);
            case Revoke(var id, var target, _) ->
                    target == null
                            ? "撤销“%s”".formatted(names.get(id))
                            : "撤销“%s”，党员和下属党组织转到“%s”".formatted(names.get(id), names.get(target));
        };
    }

    private static String split(Split split, Map<UUID, String> names) {
        var parts =
                split.parts().stream()
                        .map(
                                part ->
                                        "%d 名党员转到“%s”"
                                                .formatted(
                                                        part.members().size(),
                                                        names.get(part.into())))
                        .collect(Collectors.joining("，"));
        var rest = split.rest();
        return "“%s”拆分：%s，其余%s"
                .formatted(
                        names.get(split.organization()),
                        parts,
                        rest == null ? "留在原党组织" : "转到“" + names.get(rest) + "”，原党组织撤销");
    }

    /** What a change is called that was given no title. */
    String title(List<ChangeStep> steps, LocalDate on) {
        var first = says(steps.getFirst(), names(steps, on));
        var title = steps.size() == 1 ? first : first + "等 " + steps.size() + " 项";
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    private static String list(Collection<UUID> ids, Map<UUID, String> names) {
        var some =
                ids.stream()
                        .limit(NAMED)
                        .map(id -> "“" + names.get(id) + "”")
                        .collect(Collectors.joining("、"));
        return ids.size() <= NAMED ? some : some + "等 " + ids.size() + " 个党组织";
    }
}
