package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.OrganizationFields.BRANCH_CLASS;
import static org.sunmao.organization.internal.OrganizationFields.CHANGED;
import static org.sunmao.organization.internal.OrganizationFields.ENTERED;
import static org.sunmao.organization.internal.OrganizationFields.ESTABLISHED_ON;
import static org.sunmao.organization.internal.OrganizationFields.KIND;
import static org.sunmao.organization.internal.OrganizationFields.PARENT;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Headcounts;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.internal.Kinds.Refused;
import org.sunmao.organization.internal.OrganizationStore.Details;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Editing.Locked;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Timeline;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Entering and changing single organizations by hand. */
@Service
class OrganizationEditing {

    /** What is made, for receipts. */
    private static final String MADE = "organization";

    private final Scopes scopes;
    private final OrganizationPages pages;
    private final OrganizationLives lives;
    private final Organizations register;
    private final Reachable reachable;
    private final OrganizationStore store;
    private final PostStore posts;
    private final Headcounts headcounts;
    private final FieldReader reader;
    private final Editing editing;
    private final Receipts receipts;
    private final Journal journal;
    private final Rulebook rulebook;

    OrganizationEditing(
            Scopes scopes,
            OrganizationPages pages,
            OrganizationLives lives,
            Organizations register,
            Reachable reachable,
            OrganizationStore store,
            PostStore posts,
            Headcounts headcounts,
            FieldReader reader,
            Editing editing,
            Receipts receipts,
            Journal journal,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.pages = pages;
        this.lives = lives;
        this.register = register;
        this.reachable = reachable;
        this.store = store;
        this.posts = posts;
        this.headcounts = headcounts;
        this.reader = reader;
        this.editing = editing;
        this.receipts = receipts;
        this.journal = journal;
        this.rulebook = rulebook;
    }

    /** Enters one; under a key that was used before, shows what was entered then. */
    OrganizationView enter(SignedIn who, @Nullable UUID key, Map<String, @Nullable Object> sent) {
        var entry = reader.entry(sent, ENTERED);
        return scopes.write(
                who,
                scope -> {
                    var id = receipts.once(who, MADE, key, () -> enter(scope, entry));
                    return pages.view(who, scope, id);
                });
    }

    /**
     * Changes one.
     *
     * @param based the version the asker has seen
     */
    OrganizationView change(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        var change = reader.change(sent, CHANGED);
        return scopes.write(
                who,
                scope -> {
                    reachable.organization(scope, id);
                    var locked = lives.lock(id);
                    var before = lives.load(id, locked.establishedOn());
                    var record =
                            new Locked(
                                    id, locked.version(), before, () -> pages.view(who, scope, id));
                    if (editing.concerns(record, based, change, CHANGED)) {
                        change(scope, id, change, before);
                    }
                    return pages.view(who, scope, id);
                });
    }

    private UUID enter(Scope scope, Change entry) {
        var values = entry.values();
        var parent = (UUID) Objects.requireNonNull(values.get(PARENT.name()));
        reachable.organization(scope, parent, PARENT);
        lives.lock(parent); // its kind stays what it is until this stands
        var kind = (String) Objects.requireNonNull(values.get(KIND.name()));
        refuseIf(Kinds.below(store.kind(parent).orElse(null), kind).stream().toList(), scope.day());
        checkClass(values);
        var organization = organization(values, new OrganizationId(parent));
        register.enter(scope, List.of(organization));
        return organization.id().value();
    }

    private void change(Scope scope, UUID id, Change change, Timeline before) {
        var after = change.applyTo(before, CHANGED);
        after.spans().forEach(span -> checkClass(span.values()));
        checkKind(scope, id, before, after);
        checkFirstDay(id, before, after);
        lives.save(id, before, after);
        journal.append(scope.actor(), Editing.act("organization", id, id, change, before, after));
    }

    /** Only branches are told apart by class; which kind it is may have changed with the days. */
    private static void checkClass(Map<String, @Nullable Object> values) {
        var kind = (String) values.get(KIND.name());
        if (values.get(BRANCH_CLASS.name()) != null && !Kinds.classed(kind)) {
            throw new InputRefused(BRANCH_CLASS.pointer(), "只有党支部、联合党支部、流动党员党支部和党总支才分类，请清空这一项");
        }
    }

    private void checkKind(Scope scope, UUID id, Timeline before, Timeline after) {
        var kind = (String) Objects.requireNonNull(after.last().get(KIND.name()));
        if (kind.equals(before.last().get(KIND.name()))) {
            return;
        }
        var parent = store.get(scope, id).map(Details::parent).flatMap(store::kind).orElse(null);
        var refused = new ArrayList<Refused>();
        Kinds.holding(kind, headcounts.of(id, scope.day()).held()).ifPresent(refused::add);
        Kinds.below(parent, kind).ifPresent(refused::add);
        store.kindsBelow(id).forEach(below -> Kinds.below(kind, below).ifPresent(refused::add));
        refuseIf(refused, scope.day());
    }

    private void checkFirstDay(UUID id, Timeline before, Timeline after) {
        var first = OrganizationLives.establishedOn(after);
        if (first.isAfter(before.begin())) {
            var held = headcounts.firstHeld(id).filter(first::isAfter).orElse(null);
            if (held != null) {
                throw new InputRefused(
                        ESTABLISHED_ON.pointer(), "从 " + held + " 起这里就有党员的组织关系，成立日期不能晚于这一天，请核对");
            }
            if (posts.of(id).stream().anyMatch(post -> post.from().isBefore(first))) {
                throw new InputRefused(ESTABLISHED_ON.pointer(), "登记的任职有从更早的一天开始的，成立日期不能更晚，请先核对任职");
            }
        }
    }

    private void refuseIf(List<Refused> refused, LocalDate day) {
        if (!refused.isEmpty()) {
            var first = refused.getFirst();
            var rule = rulebook.rule(first.rule(), day);
            throw new RuleRefused(rule, first.reason(), KIND.name());
        }
    }

    private static NewOrganization organization(
            Map<String, @Nullable Object> values, OrganizationId parent) {
        return new NewOrganization(
                OrganizationId.next(),
                parent,
                text(values, "name"),
                text(values, "kind"),
                text(values, "field"),
                (String) values.get("branchClass"),
                (String) values.get("division"),
                (LocalDate) Objects.requireNonNull(values.get(ESTABLISHED_ON.name())));
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return (String) Objects.requireNonNull(values.get(name));
    }
}
