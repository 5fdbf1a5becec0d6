package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.internal.ChangeStep.Elsewhere;
import org.sunmao.organization.internal.ChangeStep.Part;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Division;
import org.sunmao.register.FieldKind.Text;
import org.sunmao.register.FieldKind.Whole;
import org.sunmao.register.FieldReader;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the steps of a change as they were sent, and again as they are kept; all faults at once.
 */
@Component
class ChangeReader {

    private static final int MOST_STEPS = 1000;
    private static final int LONGEST_REF = 30;
    private static final int LONGEST_PLACE = 40;
    private static final int LONGEST_REVIEW = 60;
    private static final String ID = "id";
    private static final String STAY = "stay";

    private static final Field PARENT = Field.required("parent", "上级党组织", new Text(LONGEST_PLACE));
    private static final Field ORGANIZATION =
            Field.required("organization", "党组织", new Text(LONGEST_PLACE));
    private static final Field NAME = OrganizationFields.NAME;
    private static final Field KIND =
            Field.required("organizationKind", "党组织类别", new Code(CodeTable.ORGANIZATION_KIND));
    private static final Field INTO = Field.required("into", "并入的党组织", new Text(LONGEST_PLACE));
    private static final Field REST = Field.required("rest", "其余党员的去向", new Text(LONGEST_PLACE));
    private static final Field TARGET = Field.optional("target", "接收的党组织", new Text(LONGEST_PLACE));

    /** The single values of each kind of step; lists are read beside them. */
    private static final Map<String, List<Field>> FIELDS =
            Map.of(
                    "establish",
                    List.of(
                            Field.required("ref", "代号", new Text(LONGEST_REF)),
                            PARENT,
                            NAME,
                            KIND,
                            Field.required("field", "所属领域", new Code(CodeTable.FIELD)),
                            OrganizationFields.BRANCH_CLASS,
                            Field.optional("division", "所在行政区划", new Division()),
                            Field.optional("task", "任务", new Text(200)),
                            Field.optional(
                                    "reviewMonths", "检视间隔（月）", new Whole(1, LONGEST_REVIEW))),
                    "rename",
                    List.of(ORGANIZATION, NAME),
                    "change-kind",
                    List.of(ORGANIZATION, KIND),
                    "move",
                    List.of(ORGANIZATION, PARENT),
                    "merge",
                    List.of(INTO),
                    "split",
                    List.of(ORGANIZATION, REST),
                    "revoke",
                    List.of(ORGANIZATION, TARGET));

    private static final Map<String, List<String>> LISTS =
            Map.of(
                    "establish", List.of("bodies"),
                    "merge", List.of("organizations", "exceptions"),
                    "split", List.of("parts"),
                    "revoke", List.of("exceptions"));

    private final FieldReader reader;

    ChangeReader(FieldReader reader) {
        this.reader = reader;
    }

    /**
     * Steps as read.
     *
     * @param kept as they are kept: with the ids of those to be founded
     */
    record Read(List<Map<String, @Nullable Object>> kept, List<ChangeStep> steps) {}

    /**
     * Reads what was sent.
     *
     * @param known the ids that were given to words before
     * @throws InputRefused with every fault at its place
     */
    Read read(@Nullable Object sent, Map<String, UUID> known) {
        var faults = new ArrayList<Place>();
        var kept = new ArrayList<Map<String, @Nullable Object>>();
        if (!(sent instanceof List<?> list) || list.isEmpty() || list.size() > MOST_STEPS) {
            throw new InputRefused("/steps", "请写明要做的变更，最多 " + MOST_STEPS + " 步");
        }
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map) {
                var step = new HashMap<String, @Nullable Object>();
                map.forEach((key, value) -> step.put(String.valueOf(key), value));
                kept.add(step);
            } else {
                faults.add(new Place("/steps/" + i, "格式不对"));
            }
        }
        if (faults.isEmpty()) {
            var steps = steps(kept, known, faults);
            if (faults.isEmpty()) {
                return new Read(kept, steps);
            }
        }
        throw new InputRefused(faults);
    }

    /** The ids that were given to the words of steps that are kept. */
    static Map<String, UUID> known(List<Map<String, @Nullable Object>> kept) {
        var known = new HashMap<String, UUID>();
        for (var step : kept) {
            if (step.get(ID) != null) {
                known.put(text(step, "ref"), UUID.fromString(text(step, ID)));
            }
        }
        return known;
    }

    private List<ChangeStep> steps(
            List<Map<String, @Nullable Object>> kept, Map<String, UUID> known, List<Place> faults) {
        var refs = refs(kept, known, faults);
        var steps = new ArrayList<ChangeStep>();
        for (var i = 0; i < kept.size(); i++) {
            var step = kept.get(i);
            var kind = String.valueOf(step.get("kind"));
            var fields = FIELDS.get(kind);
            if (fields == null) {
                faults.add(new Place("/steps/" + i + "/kind", "没有这种变更：" + kind));
                continue;
            }
            var values = values(i, step, kind, fields, faults);
            var places = new Places("/steps/" + i, refs, faults);
            var read = step(kind, values, step, places);
            if (read != null) {
                steps.add(read);
            }
        }
        return steps;
    }

    /** Each to be founded has a word of its own in the document, and its id from the beginning. */
    private static Map<String, UUID> refs(
            List<Map<String, @Nullable Object>> kept, Map<String, UUID> known, List<Place> faults) {
        var refs = new HashMap<String, UUID>();
        for (var i = 0; i < kept.size(); i++) {
            var step = kept.get(i);
            step.remove(ID);
            if ("establish".equals(step.get("kind")) && step.get("ref") instanceof String ref) {
                var id = known.getOrDefault(ref, OrganizationId.next().value());
                step.put(ID, id.toString());
                if (refs.put(ref, id) != null) {
                    faults.add(new Place("/steps/" + i + "/ref", "代号“" + ref + "”用了两次"));
                }
            }
        }
        return refs;
    }

    private Map<String, @Nullable Object> values(
            int i,
            Map<String, @Nullable Object> step,
            String kind,
            List<Field> fields,
            List<Place> faults) {
        var single = new HashMap<String, @Nullable Object>(step);
        single.remove("kind");
        single.remove(ID);
        LISTS.getOrDefault(kind, List.of()).forEach(single::remove);
        try {
            return reader.entry(single, fields).values();
        } catch (InputRefused refused) {
            for (var fault : refused.errors()) {
                faults.add(new Place("/steps/" + i + fault.pointer(), fault.detail()));
            }
            return Map.of();
        }
    }

    private static @Nullable ChangeStep step(
            String kind,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> sent,
            Places places) {
        if (values.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case "establish" -> establish(values, sent, places);
            case "rename" ->
                    new ChangeStep.Rename(places.at(values, "organization"), text(values, "name"));
            case "change-kind" ->
                    new ChangeStep.ChangeKind(
                            places.at(values, "organization"), text(values, "organizationKind"));
            case "move" ->
                    new ChangeStep.Move(
                            places.at(values, "organization"), places.at(values, "parent"));
            case "merge" ->
                    new ChangeStep.Merge(
                            places.list(sent, "organizations", true),
                            places.at(values, "into"),
                            exceptions(sent, places));
            case "split" ->
                    new ChangeStep.Split(
                            places.at(values, "organization"),
                            parts(sent, places),
                            STAY.equals(values.get("rest")) ? null : places.at(values, "rest"));
            default ->
                    new ChangeStep.Revoke(
                            places.at(values, "organization"),
                            values.get("target") == null ? null : places.at(values, "target"),
                            exceptions(sent, places));
        };
    }

    private static ChangeStep establish(
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> sent,
            Places places) {
        return new ChangeStep.Establish(
                text(values, "ref"),
                UUID.fromString(text(sent, ID)),
                places.at(values, "parent"),
                text(values, "name"),
                text(values, "organizationKind"),
                text(values, "field"),
                (String) values.get("branchClass"),
                (String) values.get("division"),
                places.list(sent, "bodies", false),
                (String) values.get("task"),
                (Integer) values.get("reviewMonths"));
    }

    private static List<Elsewhere> exceptions(Map<String, @Nullable Object> sent, Places places) {
        return places.of(
                sent,
                "exceptions",
                false,
                (one, at) -> new Elsewhere(at.at(one, "member"), at.at(one, "target")));
    }

    private static List<Part> parts(Map<String, @Nullable Object> sent, Places places) {
        return places.of(
                sent,
                "parts",
                true,
                (one, at) -> new Part(at.at(one, "into"), at.list(one, "members", true)));
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return String.valueOf(values.get(name));
    }
}
