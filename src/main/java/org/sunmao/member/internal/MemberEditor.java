package org.sunmao.member.internal;

import static org.sunmao.member.internal.MemberCodec.text;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Journal;
import org.sunmao.member.Members;
import org.sunmao.organization.Posts;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Editing.Locked;
import org.sunmao.register.Field;
import org.sunmao.register.FieldReader;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineTable;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Entering one member by hand, and changing what is known of one. */
@Service
class MemberEditor {

    /** The purpose under which rows are written that former holders held. */
    private static final String EDIT = "edit";

    /** What is made, for receipts. */
    private static final String MEMBER = "member";

    private static final String TAKEN = "这个公民身份号码已经登记在平台上，不能重复登记；如是转入的党员，请办理组织关系转接";

    private final Scopes scopes;
    private final MemberDirectory directory;
    private final MemberStore store;
    private final MemberWriter writer;
    private final MemberChecks checks;
    private final MemberCards cards;
    private final MemberCodec codec;
    private final Holders holders;
    private final Members register;
    private final Posts posts;
    private final Receipts receipts;
    private final FieldReader reader;
    private final Editing editing;
    private final Journal journal;
    private final Rulebook rulebook;
    private final TimelineTable profiles;

    MemberEditor(
            Scopes scopes,
            MemberDirectory directory,
            MemberStore store,
            MemberWriter writer,
            MemberChecks checks,
            MemberCards cards,
            MemberCodec codec,
            Holders holders,
            Members register,
            Posts posts,
            Receipts receipts,
            FieldReader reader,
            Editing editing,
            Journal journal,
            Rulebook rulebook,
            JdbcClient jdbc) {
        this.scopes = scopes;
        this.directory = directory;
        this.store = store;
        this.writer = writer;
        this.checks = checks;
        this.cards = cards;
        this.codec = codec;
        this.holders = holders;
        this.register = register;
        this.posts = posts;
        this.receipts = receipts;
        this.reader = reader;
        this.editing = editing;
        this.journal = journal;
        this.rulebook = rulebook;
        this.profiles = new TimelineTable(jdbc, "member.profile", MemberCodec.COLUMNS, codec);
    }

    /**
     * Enters a member.
     *
     * @param key makes repeating harmless: what was made under it is answered again
     */
    MemberCard enter(SignedIn who, Map<String, @Nullable Object> sent, @Nullable UUID key) {
        var entry = MemberValues.complete(reader.entry(sent, MemberFields.EDITED), "");
        try {
            return scopes.write(
                    who,
                    scope -> {
                        var made = receipts.once(who, MEMBER, key, () -> enter(scope, entry));
                        return directory.card(who, scope, made);
                    });
        } catch (DuplicateKeyException _) {
            throw new InputRefused(MemberFields.CITIZEN_NUMBER.pointer(), TAKEN);
        }
    }

    private UUID enter(Scope scope, Change entry) {
        var values = entry.values();
        checks.check(values, scope.day());
        var holder = (UUID) values.get(MemberFields.ORGANIZATION.name());
        holders.check(scope, holder, entry.effectiveOn());
        holders.check(scope, holder, scope.day());
        refuseTaken(values, null);
        var member = MemberValues.member(values, entry.effectiveOn());
        register.enter(scope, List.of(member));
        return member.id().value();
    }

    /**
     * Changes a member.
     *
     * @param based the version the change is based on
     */
    MemberCard change(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        var asked = reader.change(sent, MemberFields.EDITED);
        try {
            return scopes.write(
                    who,
                    scope -> {
                        var member = store.get(id, scope, null);
                        var name = member.orElseThrow(NotFound::new).name();
                        var change = MemberValues.complete(asked, name);
                        refuseClosed(who, scope, change);
                        change(who, scope, id, based, change);
                        return directory.card(who, scope, id);
                    });
        } catch (DuplicateKeyException _) {
            throw new InputRefused(MemberFields.CITIZEN_NUMBER.pointer(), TAKEN);
        }
    }

    private void change(SignedIn who, Scope scope, UUID id, int based, Change change) {
        var version = store.lock(id);
        scopes.about(id, EDIT);
        var before = profiles.load(id).orElseThrow(NotFound::new);
        var record = new Locked(id, version, before, () -> directory.card(who, scope, id));
        if (!editing.concerns(record, based, change, MemberFields.EDITED)) {
            return;
        }
        var after = change.applyTo(before, MemberFields.EDITED);
        check(scope, id, before, after);
        profiles.save(id, before, after);
        store.raiseVersion(id);
        var holder = organization(after.last());
        renewTerms(id, before, after);
        if (differs(MemberFields.NAME, before, after)) {
            posts.renamed(id, Objects.requireNonNull(text(after.last(), MemberFields.NAME)));
        }
        journal.append(scope.actor(), Editing.act("member", holder, id, change, before, after));
    }

    private void check(Scope scope, UUID id, Timeline before, Timeline after) {
        after.spans().stream()
                .filter(span -> !before.spans().contains(span))
                .forEach(span -> checks.check(span.values(), scope.day()));
        after.differences(before, MemberFields.ORGANIZATION.name())
                .forEach((day, holder) -> holders.check(scope, (UUID) holder, day));
        after.spans().stream()
                .filter(span -> !span.to().equals(Timeline.OPEN))
                .filter(span -> !holder(span.values()).equals(holder(before.on(span.from()))))
                .forEach(span -> checkLast(scope, span));
        if (differs(MemberFields.ORGANIZATION, before, after)) {
            holders.check(scope, organization(after.last()), scope.day());
        }
        if (differs(MemberFields.CITIZEN_NUMBER, before, after)) {
            refuseTaken(after.last(), id);
        }
    }

    /** What held the member must have been there until the last of those days. */
    private void checkLast(Scope scope, Timeline.Span span) {
        holders.check(scope, organization(span.values()), span.to().minusDays(1));
    }

    private static Object holder(Map<String, @Nullable Object> values) {
        return Objects.requireNonNullElse(values.get(MemberFields.ORGANIZATION.name()), "");
    }

    private void refuseTaken(Map<String, @Nullable Object> values, @Nullable UUID but) {
        var number = text(values, MemberFields.CITIZEN_NUMBER);
        var index = codec.index(Sealed.CITIZEN_NUMBER, number);
        if (index != null && store.numberTaken(index, but)) {
            throw new InputRefused(MemberFields.CITIZEN_NUMBER.pointer(), TAKEN);
        }
    }

    private void refuseClosed(SignedIn who, Scope scope, Change change) {
        for (var closed : cards.edit(who, scope.day()).closed()) {
            var named = closed.fields().stream().filter(change.values()::containsKey).toList();
            if (!named.isEmpty()) {
                throw new RuleRefused(
                        rulebook.rule(MemberCards.OF_THE_COMMITTEE, scope.day()),
                        closed.reason(),
                        named.toArray(String[]::new));
            }
        }
    }

    private void renewTerms(UUID id, Timeline before, Timeline after) {
        if (after.differences(before).stream().anyMatch(MemberWriter.FOUND_BY::contains)) {
            writer.renewTerms(id, after);
        }
    }

    private static boolean differs(Field field, Timeline before, Timeline after) {
        return !Objects.equals(before.last().get(field.name()), after.last().get(field.name()));
    }

    private static UUID organization(Map<String, @Nullable Object> values) {
        return (UUID) Objects.requireNonNull(values.get(MemberFields.ORGANIZATION.name()));
    }
}
