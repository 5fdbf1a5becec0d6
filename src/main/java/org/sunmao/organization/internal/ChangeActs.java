package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Act;
import org.sunmao.organization.Relations.Moved;
import org.sunmao.organization.internal.ChangeFacts.Effects;
import org.sunmao.organization.internal.ChangeFacts.End;
import org.sunmao.organization.internal.ChangeOutcome.Touched;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeWriter.BodyMoved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is told of a change: to people, of each organization, and to the journal, from whose entries
 * alone the tree of any day can be made again.
 *
 * <p>An entry with {@code before} and {@code after} says: from its day on, wherever the one value
 * stands, the other stands now.
 */
@Component
class ChangeActs {

    private static final String PARENT = OrganizationFields.PARENT.name();
    private static final String NAME = OrganizationFields.NAME.name();
    private static final String KIND = OrganizationFields.KIND.name();
    private static final String ORGANIZATION = BodyFields.ORGANIZATION.name();

    private final Codes codes;

    ChangeActs(Codes codes) {
        this.codes = codes;
    }

    /** Why a post ends with its organization. */
    static String reason(End end) {
        return switch (end.how()) {
            case "merge" -> "党组织合并";
            case "split" -> "党组织拆分";
            default -> "党组织撤销";
        };
    }

    /** What became of each organization, as a person reads it. */
    List<Touched> touched(ChangeFacts facts, Effects effects, List<Moved> members) {
        var after = new Afterwards(facts, effects);
        var touched = new ArrayList<Touched>();
        for (var founding : effects.founded()) {
            var above = after.name(founding.parent());
            touched.add(new Touched(founding.id(), founding.name(), "new", null, above));
        }
        effects.ended().forEach((id, end) -> touched.add(ended(facts, after, id, end)));
        effects.moved()
                .forEach(
                        (id, parent) -> {
                            var below = after.name(parent);
                            var from = nameAbove(facts, id);
                            touched.add(told(facts, id, "moved", from, below));
                        });
        effects.names()
                .forEach(
                        (id, name) ->
                                touched.add(told(facts, id, "renamed", name(facts, id), name)));
        effects.kinds()
                .forEach(
                        (id, kind) -> {
                            var before = label(facts.get(id).kind());
                            touched.add(told(facts, id, "kind", before, label(kind)));
                        });
        touched.addAll(grown(facts, after, members));
        return touched;
    }

    private static Touched ended(ChangeFacts facts, Afterwards after, UUID id, End end) {
        var target = end.target();
        return told(facts, id, "ended", null, target == null ? null : after.name(target));
    }

    private static Touched told(
            ChangeFacts facts,
            UUID id,
            String what,
            @Nullable String before,
            @Nullable String after) {
        return new Touched(id, name(facts, id), what, before, after);
    }

    private static String name(ChangeFacts facts, UUID id) {
        return facts.get(id).name();
    }

    private static List<Touched> grown(ChangeFacts facts, Afterwards after, List<Moved> members) {
        var coming = new LinkedHashMap<UUID, Integer>();
        members.forEach(moved -> coming.merge(moved.to(), 1, Integer::sum));
        var grown = new ArrayList<Touched>();
        coming.forEach(
                (id, count) -> {
                    var known = facts.organizations().get(id);
                    var before = known == null ? 0 : known.held();
                    grown.add(
                            new Touched(
                                    id,
                                    after.name(id),
                                    "grown",
                                    before + " 名党员",
                                    before + count + " 名党员"));
                });
        return grown;
    }

    /** The entries for the organizations and bodies; of members module member tells. */
    List<Act> of(ChangeRecord change, ChangeFacts facts, Effects effects, ChangeOutcome outcome) {
        var acts = new ArrayList<Act>();
        effects.founded().forEach(founding -> acts.add(founded(change, founding)));
        var changed = new LinkedHashSet<UUID>(effects.moved().keySet());
        changed.addAll(effects.names().keySet());
        changed.addAll(effects.kinds().keySet());
        changed.forEach(id -> acts.addAll(changed(change, facts, effects, id)));
        effects.ended().forEach((id, end) -> acts.add(ended(change, id, end)));
        outcome.bodies().forEach(body -> acts.add(body(change, body)));
        return acts;
    }

    private static Act founded(ChangeRecord change, Establish founding) {
        var after = new HashMap<String, @Nullable Object>();
        after.put("id", founding.id());
        after.put(PARENT, founding.parent());
        after.put(NAME, founding.name());
        after.put(KIND, founding.kind());
        after.put("field", founding.field());
        after.put("bodies", founding.bodies());
        return act(change, "establish", founding.id(), Map.of("after", after));
    }

    /** Of one that had several parents after the day, only the one that ended is told of. */
    private static List<Act> changed(
            ChangeRecord change, ChangeFacts facts, Effects effects, UUID id) {
        var known = facts.get(id);
        var before = new HashMap<String, @Nullable Object>();
        var after = new HashMap<String, @Nullable Object>();
        var parent = effects.moved().get(id);
        if (parent != null) {
            before.put(PARENT, left(facts, effects, id));
            after.put(PARENT, parent);
        }
        var name = effects.names().get(id);
        if (name != null) {
            before.put(NAME, known.name());
            after.put(NAME, name);
        }
        var kind = effects.kinds().get(id);
        if (kind != null) {
            before.put(KIND, known.kind());
            after.put(KIND, kind);
        }
        return List.of(act(change, "reorganize", id, Map.of("before", before, "after", after)));
    }

    /**
     * The parent it leaves: the one that ends, if there is one, which it may have had only later.
     */
    private static @Nullable UUID left(ChangeFacts facts, Effects effects, UUID id) {
        return effects.ended().keySet().stream()
                .filter(ended -> facts.get(ended).children().contains(id))
                .findFirst()
                .orElse(facts.get(id).parent());
    }

    private static Act ended(ChangeRecord change, UUID id, End end) {
        Map<String, @Nullable Object> before =
                Collections.singletonMap(OrganizationFields.SUCCESSOR.name(), null);
        Map<String, @Nullable Object> after =
                Collections.singletonMap(OrganizationFields.SUCCESSOR.name(), end.target());
        return act(change, end.how(), id, Map.of("before", before, "after", after));
    }

    private static Act body(ChangeRecord change, BodyMoved body) {
        return new Act(
                body.target(),
                "body.change",
                "body",
                body.id(),
                change.effectiveOn(),
                List.of(),
                Map.of(
                        "change",
                        change.id(),
                        "before",
                        Map.of(ORGANIZATION, body.source()),
                        "after",
                        Map.of(ORGANIZATION, body.target())));
    }

    private static Act act(ChangeRecord change, String verb, UUID id, Map<String, ?> told) {
        var values = new HashMap<String, Object>(told);
        values.put("change", change.id());
        return new Act(
                id,
                "organization." + verb,
                "organization",
                id,
                change.effectiveOn(),
                List.of(),
                values);
    }

    private static @Nullable String nameAbove(ChangeFacts facts, UUID id) {
        var parent = facts.get(id).parent();
        return parent == null ? null : facts.get(parent).name();
    }

    private String label(String kind) {
        return codes.label(CodeTable.ORGANIZATION_KIND, kind);
    }
}
