package org.sunmao.organization.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.PostGrants;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Headcounts;
import org.sunmao.register.Change;
import org.sunmao.register.ChangedSince;
import org.sunmao.register.Editing;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Written;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineText;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes back what an import made of organizations. */
@Component
class OrganizationUndo {

    /** Rights that ever held count, not only those of today. */
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private static final String ACTION = "organization.undo";

    private final OrganizationRosterStore store;
    private final OrganizationLives lives;
    private final ChangeWriter changes;
    private final RosterLocks locks;
    private final Headcounts headcounts;
    private final PostGrants grants;
    private final ChangedSince since;
    private final TimelineText text;
    private final Journal journal;

    OrganizationUndo(
            OrganizationRosterStore store,
            OrganizationLives lives,
            ChangeWriter changes,
            RosterLocks locks,
            Headcounts headcounts,
            PostGrants grants,
            ChangedSince since,
            JsonMapper json,
            Journal journal) {
        this.store = store;
        this.lives = lives;
        this.changes = changes;
        this.locks = locks;
        this.headcounts = headcounts;
        this.grants = grants;
        this.since = since;
        this.text = new TimelineText(json, OrganizationFields.CHANGED);
        this.journal = journal;
    }

    List<Left> undo(Scope scope, List<Written> written) {
        locks.alone();
        changes.lockTree();
        var versions = locks.organizations(written.stream().map(Written::subject).toList());
        var left = new HashMap<Integer, String>();
        var made = new LinkedHashMap<UUID, Written>();
        var acts = new ArrayList<Act>();
        for (var one : written) {
            if (!Integer.valueOf(one.version()).equals(versions.get(one.subject()))) {
                left.put(one.row(), since.told(one.subject()));
            } else if (one.before() == null) {
                made.put(one.subject(), one);
            } else {
                acts.add(restore(scope, one.subject(), one.before()));
            }
        }
        keep(made, left);
        acts.addAll(removed(scope, made.keySet()));
        store.remove(made.keySet());
        journal.append(scope.actor(), acts);
        return left.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Left(one.getKey(), one.getValue()))
                .toList();
    }

    private Act restore(Scope scope, UUID id, String kept) {
        var before = text.read(kept);
        var stands = lives.load(id, lives.lock(id).establishedOn());
        lives.restore(id, stands, before);
        return undone(scope, id, stands, before);
    }

    private static Act undone(Scope scope, UUID id, Timeline stands, Timeline before) {
        var change = new Change(Map.of(), scope.day(), false);
        var act = Editing.act("organization", id, id, change, stands, before);
        return new Act(id, ACTION, "organization", id, scope.day(), List.of(), act.values());
    }

    /** Told for the nearest above that stays: for one that is no more nobody is told anything. */
    private List<Act> removed(Scope scope, Set<UUID> made) {
        var named = store.named(made);
        var acts = new ArrayList<Act>();
        for (var one : named.values()) {
            var parent = one.parent();
            while (parent != null && named.containsKey(parent)) {
                parent = named.get(parent).parent();
            }
            var was = Map.of("before", Map.of(OrganizationFields.NAME.name(), one.name()));
            acts.add(
                    new Act(parent, ACTION, "organization", one.id(), scope.day(), List.of(), was));
        }
        return acts;
    }

    /** Those that something hangs on stay, and so do those above them. */
    private void keep(Map<UUID, Written> made, Map<Integer, String> left) {
        if (made.isEmpty()) {
            return;
        }
        var hanging = store.hanging(made.keySet());
        grants.over(made.keySet(), EVER).forEach(g -> hanging.put(g.organization(), "账号的权限"));
        for (var id : made.keySet()) {
            headcounts.firstHeld(id).ifPresent(_ -> hanging.put(id, "党员的组织关系"));
        }
        hanging.forEach((id, what) -> keep(id, "已有" + what, made, left));
        var below = store.children(List.copyOf(made.keySet()));
        Set<UUID> stay = new HashSet<>(hanging.keySet());
        for (var kept = true; kept; ) {
            kept = false;
            for (var child : below) {
                if (made.containsKey(child.parent())
                        && (stay.contains(child.id()) || !made.containsKey(child.id()))) {
                    stay.add(child.parent());
                    keep(child.parent(), "下面还有党组织", made, left);
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
