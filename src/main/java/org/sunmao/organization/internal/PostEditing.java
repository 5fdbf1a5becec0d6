package org.sunmao.organization.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.People;
import org.sunmao.organization.People.Person;
import org.sunmao.organization.PostView;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.register.Change;
import org.sunmao.register.Field;
import org.sunmao.register.FieldReader;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Appointing people to posts, ending posts, and correcting what was wrong. */
@Service
class PostEditing {

    /** What is made, for receipts. */
    private static final String MADE = "post";

    private static final String ONE_LABEL = "post_one_label";
    private static final String EFFECTIVE_ON = "effectiveOn";

    private final Scopes scopes;
    private final PostStore store;
    private final PostViews views;
    private final PostHomes homes;
    private final PostRights rights;
    private final PostActs acts;
    private final PostConflicts conflicts;
    private final People people;
    private final FieldReader reader;
    private final Receipts receipts;
    private final Journal journal;

    PostEditing(
            Scopes scopes,
            PostStore store,
            PostViews views,
            PostHomes homes,
            PostRights rights,
            PostActs acts,
            PostConflicts conflicts,
            People people,
            FieldReader reader,
            Receipts receipts,
            Journal journal) {
        this.scopes = scopes;
        this.store = store;
        this.views = views;
        this.homes = homes;
        this.rights = rights;
        this.acts = acts;
        this.conflicts = conflicts;
        this.people = people;
        this.reader = reader;
        this.receipts = receipts;
        this.journal = journal;
    }

    /** Appoints somebody; under a key that was used before, shows what was made then. */
    PostView appoint(
            SignedIn who,
            UUID organization,
            @Nullable UUID key,
            Map<String, @Nullable Object> sent) {
        var entry = reader.entry(read(sent), PostFields.ALL);
        return writing(
                () ->
                        scopes.write(
                                who,
                                scope -> {
                                    var made =
                                            receipts.once(
                                                    who,
                                                    MADE,
                                                    key,
                                                    () -> appoint(scope, organization, entry));
                                    return views.of(who, scope, made);
                                }));
    }

    private UUID appoint(Scope scope, UUID organization, Change entry) {
        var home = homes.lock(scope, organization);
        var values = new HashMap<String, @Nullable Object>(entry.values());
        var person = person(scope, values);
        var id = UuidCreator.getTimeOrderedEpoch();
        var post = PostFields.post(id, 0, organization, values);
        homes.refuse(scope, PostRules.refused(post, home, person, store.of(organization)));
        store.add(post);
        rights.follow(scope, null, post);
        journal.append(scope.actor(), acts.appointed(post));
        return id;
    }

    /**
     * Ends a post, adds to it, or corrects it.
     *
     * @param based the version the asker has seen
     */
    PostView change(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        var change = reader.change(read(sent), PostFields.ALL);
        return writing(
                () ->
                        scopes.write(
                                who,
                                scope -> {
                                    change(who, scope, id, based, change);
                                    return views.of(who, scope, id);
                                }));
    }

    private void change(SignedIn who, Scope scope, UUID id, int based, Change change) {
        var organization = store.get(scope, id).orElseThrow(NotFound::new).organization();
        var home = homes.lock(scope, organization);
        var before = store.get(scope, id).orElseThrow(NotFound::new);
        var standing = PostFields.values(before);
        var values = new HashMap<String, @Nullable Object>(standing);
        values.putAll(change.values());
        var person = change.correction() ? person(scope, before, values) : null;
        if (values.equals(standing)) {
            return;
        }
        if (based != before.version()) {
            throw conflicts.stale(before, values, views.of(who, scope, id));
        }
        var after = PostFields.post(id, before.version(), organization, values);
        if (change.correction()) {
            var others = store.of(organization).stream().filter(p -> !p.id().equals(id)).toList();
            homes.refuse(scope, PostRules.refused(after, home, person, others));
        } else {
            refuseRewriting(before, change);
            homes.refuse(scope, PostRules.days(after, home).stream().toList());
        }
        store.change(after);
        rights.follow(scope, before, after);
        journal.append(scope.actor(), told(change, before, after));
    }

    private List<Act> told(Change change, Post before, Post after) {
        if (change.correction()) {
            return acts.corrected(before, after);
        }
        return after.to().equals(before.to())
                ? acts.changed(before, after)
                : acts.ended(after, after.to());
    }

    /** What stands is history: it is corrected, and never becomes something else. */
    private static void refuseRewriting(Post before, Change change) {
        for (var field : PostFields.ALL) {
            var added = PostFields.ADDED.contains(field);
            if (change.names(field) && !added) {
                throw new InputRefused(field.pointer(), field.label() + "登记错了的，请选更正；换了人的，请结束后另行登记");
            }
        }
        if (change.names(PostFields.TO) && !before.open()) {
            throw new InputRefused(
                    PostFields.TO.pointer(), "已于 " + before.to() + " 卸任；日期登记错了的，请选更正");
        }
    }

    /** Who it is: a member by the name they have, or a name alone. */
    private @Nullable Person person(Scope scope, Map<String, @Nullable Object> values) {
        var member = (UUID) values.get(PostFields.MEMBER.name());
        if (member != null) {
            var found =
                    people.of(scope, List.of(member)).stream()
                            .findFirst()
                            .orElseThrow(() -> refused(PostFields.MEMBER, "这名党员不在您的管理范围内，或不存在"));
            values.put(PostFields.NAME.name(), found.name());
            return found;
        }
        if (values.get(PostFields.NAME.name()) == null) {
            throw refused(PostFields.MEMBER, "请选择党员；不是党员的，请填写姓名");
        }
        return null;
    }

    private @Nullable Person person(
            Scope scope, Post before, Map<String, @Nullable Object> values) {
        var member = (UUID) values.get(PostFields.MEMBER.name());
        if (member == null || !member.equals(before.member())) {
            return person(scope, values);
        }
        values.put(PostFields.NAME.name(), before.name());
        return people.of(scope, List.of(member)).stream().findFirst().orElse(null);
    }

    private static Map<String, @Nullable Object> read(Map<String, @Nullable Object> sent) {
        if (sent.containsKey(EFFECTIVE_ON)) {
            throw new InputRefused("/" + EFFECTIVE_ON, "没有这一项，任职从哪一天开始请填在 from，卸任填在 to");
        }
        return PostFields.flat(sent);
    }

    private static InputRefused refused(Field field, String reason) {
        return new InputRefused(field.pointer(), reason);
    }

    /** What the database refused: somebody else was quicker, or it stands where nobody sees it. */
    private <T> T writing(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException e) {
            var why = String.valueOf(e.getMessage());
            if (why.contains(ONE_LABEL)) {
                throw homes.refusal(PostRules.label("这个人"));
            }
            if (why.contains("post_held_by_one") || why.contains("post_once")) {
                throw homes.refusal(
                        new Refused(null, PostFields.KIND.name(), "这段时间已有人担任这一职务，请刷新后再看"));
            }
            throw e;
        }
    }
}
