package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.internal.BodyBefore.Kept;
import org.sunmao.register.Change;
import org.sunmao.register.ChangedSince;
import org.sunmao.register.Editing;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes back what an import made of bodies. */
@Component
class BodyUndo {

    private static final String ACTION = "body.undo";

    private final BodyRosterStore store;
    private final BodyLives lives;
    private final RosterLocks locks;
    private final BodyBefore text;
    private final ChangedSince since;
    private final Journal journal;

    BodyUndo(
            BodyRosterStore store,
            BodyLives lives,
            RosterLocks locks,
            BodyBefore text,
            ChangedSince since,
            Journal journal) {
        this.store = store;
        this.lives = lives;
        this.locks = locks;
        this.text = text;
        this.since = since;
        this.journal = journal;
    }

    List<Left> undo(Scope scope, List<Written> written) {
        locks.alone();
        lives.lockTree();
        var versions = locks.bodies(written.stream().map(Written::subject).toList());
        var left = new HashMap<Integer, String>();
        var made = new LinkedHashMap<UUID, Written>();
        var acts = new ArrayList<Act>();
        for (var one : written) {
            var before = one.before();
            if (!Integer.valueOf(one.version()).equals(versions.get(one.subject()))) {
                left.put(one.row(), since.told(one.subject()));
            } else if (before == null) {
                made.put(one.subject(), one);
            } else {
                restore(scope, one, text.read(before), acts, left);
            }
        }
        keep(made, left);
        acts.addAll(removed(scope, made));
        journal.append(scope.actor(), acts);
        store.remove(made.keySet());
        return left.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Left(one.getKey(), one.getValue()))
                .toList();
    }

    private void restore(
            Scope scope, Written one, Kept kept, List<Act> acts, Map<Integer, String> left) {
        var id = one.subject();
        if (!linked(id, kept)) {
            left.put(one.row(), "与党组织的关联在导入以后有人改动过，保持现在的样子");
            return;
        }
        kept.links().forEach(organization -> store.unlink(organization, id, kept.linkedOn()));
        var stands = lives.load(id);
        var before = text.life(kept);
        lives.save(id, stands, before);
        var holder = (UUID) Objects.requireNonNull(before.last().get("organization"));
        var change = new Change(Map.of(), scope.day(), false);
        var values = Editing.act("body", holder, id, change, stands, before).values();
        acts.add(new Act(holder, ACTION, "body", id, scope.day(), List.of(), values));
    }

    private boolean linked(UUID id, Kept kept) {
        return kept.links().stream()
                .allMatch(organization -> store.linked(organization, id, kept.linkedOn()));
    }

    /** Told for the organization in whose charge they were, as long as they can be read. */
    private List<Act> removed(Scope scope, Map<UUID, Written> made) {
        var acts = new ArrayList<Act>();
        lives.load(made.keySet())
                .forEach(
                        (id, life) -> {
                            var was = life.last();
                            var values = Map.of("before", was);
                            acts.add(
                                    new Act(
                                            (UUID) was.get("organization"),
                                            ACTION,
                                            "body",
                                            id,
                                            scope.day(),
                                            List.of(),
                                            values));
                        });
        return acts;
    }

    /** Those that something hangs on stay, and so do those above them. */
    private void keep(Map<UUID, Written> made, Map<Integer, String> left) {
        var stay = new HashSet<>(store.otherwiseLinked(made.keySet()));
        stay.forEach(id -> keep(id, "与党组织的关联在导入以后有人改动过", made, left));
        var below = store.children(List.copyOf(made.keySet()));
        for (var kept = true; kept; ) {
            kept = false;
            for (var child : below) {
                if (made.containsKey(child.parent())
                        && (stay.contains(child.id()) || !made.containsKey(child.id()))) {
                    stay.add(child.parent());
                    keep(child.parent(), "下面还有单位", made, left);
                    kept = true;
                }
            }
        }
    }

    private static void keep(
            UUID id, String why, Map<UUID, Written> made, Map<Integer, String> left) {
        var one = made.remove(id);
        if (one != null) {
            left.put(one.row(), why + "，请先处理后再撤销；这一行保持现在的样子");
        }
    }
}
