package org.sunmao.organization.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.internal.ChangeReader.Read;
import org.sunmao.organization.internal.ChangeRecord.Passed;
import org.sunmao.organization.internal.ChangeStore.Listed;
import org.sunmao.register.Histories;
import org.sunmao.register.HistoryEntry;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Writing and reading the documents of changes; nothing of the register changes here. */
@Service
class Changes {

    private static final String CHANGE = "change";

    private final Scopes scopes;
    private final ChangeStore store;
    private final ChangeSurvey survey;
    private final ChangeDrafts drafts;
    private final ChangePages pages;
    private final Reachable reachable;
    private final Receipts receipts;
    private final Histories histories;
    private final Journal journal;
    private final Clock clock;

    Changes(
            Scopes scopes,
            ChangeStore store,
            ChangeSurvey survey,
            ChangeDrafts drafts,
            ChangePages pages,
            Reachable reachable,
            Receipts receipts,
            Histories histories,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.survey = survey;
        this.drafts = drafts;
        this.pages = pages;
        this.reachable = reachable;
        this.receipts = receipts;
        this.histories = histories;
        this.journal = journal;
        this.clock = clock;
    }

    /** One line of the list of changes. */
    record ChangeItem(
            UUID id,
            int version,
            Named organization,
            String title,
            String state,
            String stateLabel,
            LocalDate effectiveOn,
            @Nullable String blocked) {}

    /** Writes a draft; under a key that was used before, shows what was written then. */
    ChangeView draft(
            SignedIn who,
            UUID organization,
            @Nullable UUID key,
            Map<String, @Nullable Object> sent) {
        return scopes.write(
                who,
                scope -> {
                    reachable.organization(scope, organization);
                    var id =
                            receipts.once(
                                    who, CHANGE, key, () -> draft(who, scope, organization, sent));
                    return pages.view(who, scope, find(scope, id));
                });
    }

    private UUID draft(
            SignedIn who, Scope scope, UUID organization, Map<String, @Nullable Object> sent) {
        var draft = drafts.entry(sent);
        checkReach(scope, draft.read());
        var change =
                new ChangeRecord(
                        UuidCreator.getTimeOrderedEpoch(),
                        0,
                        organization,
                        draft.title(),
                        "draft",
                        draft.effectiveOn(),
                        draft.reason(),
                        draft.read().kept(),
                        Passed.NOTHING,
                        null,
                        who.account(),
                        clock.instant());
        store.add(change, touched(scope, change, draft.read()));
        journal.append(scope.actor(), act("draft", change));
        return change.id();
    }

    /** Writes a draft anew, as far as something is sent. */
    ChangeView rewrite(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        return scopes.write(
                who,
                scope -> {
                    find(scope, id);
                    store.lock(id);
                    var before = find(scope, id);
                    var draft = drafts.change(before, sent);
                    var after = draft.applyTo(before);
                    if (after.equals(before)) {
                        return pages.view(who, scope, before);
                    }
                    if (!before.state().equals("draft")) {
                        throw new InputRefused("/state", "只有草稿可以修改；这份变更" + before.now().label());
                    }
                    if (based != before.version()) {
                        throw stale(who, scope, before, after);
                    }
                    checkReach(scope, draft.read());
                    store.rewrite(after, touched(scope, after, draft.read()));
                    journal.append(scope.actor(), act("rewrite", after));
                    return pages.view(who, scope, find(scope, id));
                });
    }

    ChangeView get(SignedIn who, UUID id) {
        return scopes.read(who, scope -> pages.view(who, scope, find(scope, id)));
    }

    Page<ChangeItem> list(
            SignedIn who,
            @Nullable UUID organization,
            @Nullable String state,
            @Nullable String after,
            int limit) {
        var key = PageKey.read(after, 1);
        var behind = key == null ? null : PageKey.uuid(key.getFirst());
        var listed = new Listed(organization, state, behind, limit + 1);
        return scopes.read(
                who,
                scope -> {
                    var items = store.list(scope, listed).stream().map(this::item).toList();
                    return Page.of(items, limit, item -> List.of(item.id().toString()));
                });
    }

    Page<HistoryEntry> history(SignedIn who, UUID id, @Nullable String after, int limit) {
        return scopes.read(
                who,
                scope -> {
                    find(scope, id);
                    scopes.about(id, "read");
                    return histories.of(id, ChangeDrafts.TOLD, after, limit);
                });
    }

    ChangeRecord find(Scope scope, UUID id) {
        return store.get(scope, id).orElseThrow(NotFound::new);
    }

    private ChangeItem item(ChangeRecord change) {
        return new ChangeItem(
                change.id(),
                change.version(),
                pages.named(change.organization()),
                change.title(),
                change.state(),
                change.now().label(),
                change.effectiveOn(),
                change.blocked());
    }

    /** Only what is within one's own reach may be changed; where it goes, the superior decides. */
    private void checkReach(Scope scope, Read read) {
        var changed = new ArrayList<Place>();
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < read.steps().size(); i++) {
            var at = "/steps/" + i;
            for (var named : read.steps().get(i).changed()) {
                ids.add(named.organization());
                changed.add(new Place(at + named.pointer(), "这个党组织不在您的管理范围内，或不存在"));
            }
            if (read.steps().get(i) instanceof ChangeStep.Establish founding) {
                ids.add(founding.parent());
                changed.add(new Place(at + "/parent", "这个党组织不在您的管理范围内，或不存在"));
            }
        }
        var within = survey.within(scope, ids);
        within.addAll(founded(read));
        var faults = new ArrayList<Place>();
        for (var i = 0; i < ids.size(); i++) {
            if (!within.contains(ids.get(i))) {
                faults.add(changed.get(i));
            }
        }
        faults.addAll(foreignBodies(scope, read));
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
    }

    /** What is founded is founded in bodies that are in one's own charge. */
    private List<Place> foreignBodies(Scope scope, Read read) {
        var faults = new ArrayList<Place>();
        for (var i = 0; i < read.steps().size(); i++) {
            if (read.steps().get(i) instanceof ChangeStep.Establish founding) {
                var bodies = founding.bodies();
                var within = survey.bodiesWithin(scope, bodies);
                for (var at = 0; at < bodies.size(); at++) {
                    if (!within.contains(bodies.get(at))) {
                        var pointer = "/steps/%d/bodies/%d".formatted(i, at);
                        faults.add(new Place(pointer, "这个单位不在您的管理范围内，或不存在"));
                    }
                }
            }
        }
        return faults;
    }

    private static List<UUID> founded(Read read) {
        return read.steps().stream()
                .map(step -> step instanceof ChangeStep.Establish e ? e.id() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private Set<UUID> touched(Scope scope, ChangeRecord change, Read read) {
        var facts = survey.facts(read.steps(), change.effectiveOn(), scope.day());
        return ChangeCases.concerned(read.steps(), facts);
    }

    private Stale stale(SignedIn who, Scope scope, ChangeRecord before, ChangeRecord after) {
        var last = histories.last(before.id());
        return new Stale(
                new Standing(
                        before.version(),
                        pages.view(who, scope, before),
                        ChangeDrafts.compared(before, after),
                        last.map(HistoryEntry::by).orElse(null),
                        last.map(HistoryEntry::at).orElse(null)));
    }

    /** An entry of the journal about the document itself. */
    static Act act(String verb, ChangeRecord change) {
        return new Act(
                change.organization(),
                "change." + verb,
                CHANGE,
                change.id(),
                change.effectiveOn(),
                List.of(),
                Map.of(
                        "title", change.title(),
                        "reason", change.reason(),
                        "effectiveOn", change.effectiveOn(),
                        "steps", change.steps()));
    }
}
