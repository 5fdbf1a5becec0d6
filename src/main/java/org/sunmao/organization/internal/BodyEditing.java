package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.BodyFields.ALL;
import static org.sunmao.organization.internal.BodyFields.CREDIT_CODE;
import static org.sunmao.organization.internal.BodyFields.ORGANIZATION;
import static org.sunmao.organization.internal.BodyFields.PARENT;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Journal;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.CreditCode;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Editing.Locked;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Timeline;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Entering and changing single bodies by hand. */
@Service
class BodyEditing {

    /** What is made, for receipts. */
    private static final String BODY = "body";

    private final Scopes scopes;
    private final BodyPages pages;
    private final BodyLives lives;
    private final BodyStore store;
    private final Organizations register;
    private final Reachable reachable;
    private final FieldReader reader;
    private final Editing editing;
    private final Receipts receipts;
    private final Journal journal;

    BodyEditing(
            Scopes scopes,
            BodyPages pages,
            BodyLives lives,
            BodyStore store,
            Organizations register,
            Reachable reachable,
            FieldReader reader,
            Editing editing,
            Receipts receipts,
            Journal journal) {
        this.scopes = scopes;
        this.pages = pages;
        this.lives = lives;
        this.store = store;
        this.register = register;
        this.reachable = reachable;
        this.reader = reader;
        this.editing = editing;
        this.receipts = receipts;
        this.journal = journal;
    }

    /** Enters one; under a key that was used before, shows what was entered then. */
    BodyView enter(SignedIn who, @Nullable UUID key, Map<String, @Nullable Object> sent) {
        var entry = reader.entry(sent, ALL);
        return scopes.write(
                who,
                scope -> {
                    var id = receipts.once(who, BODY, key, () -> enter(scope, entry));
                    return pages.view(who, scope, id);
                });
    }

    /**
     * Changes one.
     *
     * @param based the version the asker has seen
     */
    BodyView change(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        var change = reader.change(sent, ALL);
        return scopes.write(
                who,
                scope -> {
                    if (store.get(scope, id).isEmpty()) {
                        throw new NotFound();
                    }
                    if (change.names(PARENT)) {
                        // Before the body: whoever holds one and waits for the tree stops the
                        // other.
                        lives.lockTree();
                    }
                    var version = lives.lock(id);
                    var before = lives.load(id);
                    var record = new Locked(id, version, before, () -> pages.view(who, scope, id));
                    if (editing.concerns(record, based, change, ALL)) {
                        change(scope, id, change, before);
                    }
                    return pages.view(who, scope, id);
                });
    }

    private UUID enter(Scope scope, Change entry) {
        var values = entry.values();
        var charge = (UUID) Objects.requireNonNull(values.get(ORGANIZATION.name()));
        reachable.organization(scope, charge, ORGANIZATION);
        checkParent(scope, null, (UUID) values.get(PARENT.name()));
        var body = body(entry, new OrganizationId(charge));
        unique(
                scope,
                null,
                (String) values.get(CREDIT_CODE.name()),
                () -> register.enterBodies(scope, List.of(body)));
        return body.id().value();
    }

    private void change(Scope scope, UUID id, Change change, Timeline before) {
        var after = change.applyTo(before, ALL);
        var stands = after.last();
        for (var charge : after.differences(before, ORGANIZATION.name()).values()) {
            reachable.organization(scope, (UUID) Objects.requireNonNull(charge), ORGANIZATION);
        }
        for (var parent : after.differences(before, PARENT.name()).values()) {
            checkParent(scope, id, (UUID) parent);
        }
        unique(
                scope,
                id,
                (String) stands.get(CREDIT_CODE.name()),
                () -> lives.save(id, before, after));
        var holder = (UUID) Objects.requireNonNull(stands.get(ORGANIZATION.name()));
        journal.append(scope.actor(), Editing.act("body", holder, id, change, before, after));
    }

    private void checkParent(Scope scope, @Nullable UUID id, @Nullable UUID parent) {
        if (parent == null) {
            return;
        }
        if (store.get(scope, parent).isEmpty()) {
            throw new InputRefused(PARENT.pointer(), "这个单位不在您的管理范围内，或不存在");
        }
        if (id != null
                && store.line(parent, scope.day()).stream()
                        .anyMatch(above -> above.id().equals(id))) {
            throw new InputRefused(PARENT.pointer(), "单位不能放在它自己或它的下级单位下面");
        }
    }

    /** A code belongs to one body: which one, is told only within the scope. */
    private void unique(Scope scope, @Nullable UUID id, @Nullable String code, Runnable write) {
        if (code != null) {
            store.withCode(scope, code, id)
                    .ifPresent(
                            name -> {
                                throw taken("已登记在“" + name + "”名下");
                            });
        }
        try {
            write.run();
        } catch (DuplicateKeyException _) {
            throw taken("已登记在别的单位名下");
        }
    }

    private static InputRefused taken(String where) {
        return new InputRefused(CREDIT_CODE.pointer(), "这个统一社会信用代码" + where + "，请核对");
    }

    private static NewBody body(Change entry, OrganizationId charge) {
        var values = entry.values();
        var parent = (UUID) values.get(PARENT.name());
        var code = (String) values.get(CREDIT_CODE.name());
        return new NewBody(
                BodyId.next(),
                parent == null ? null : new BodyId(parent),
                charge,
                (String) Objects.requireNonNull(values.get("name")),
                (String) Objects.requireNonNull(values.get("kind")),
                (String) Objects.requireNonNull(values.get("field")),
                (String) values.get("division"),
                code == null ? null : new CreditCode(code),
                (Integer) values.get("headcount"),
                entry.effectiveOn(),
                List.of());
    }
}
