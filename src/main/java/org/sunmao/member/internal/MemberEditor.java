package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Readings;
import org.sunmao.member.Members;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Editing.Locked;
import org.sunmao.register.FieldReader;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Entering one member by hand, and changing what is known of one. */
@Service
class MemberEditor {

    /** What is made, for receipts. */
    private static final String MEMBER = "member";

    private final Scopes scopes;
    private final MemberDirectory directory;
    private final MemberStore store;
    private final MemberLives lives;
    private final MemberChecks checks;
    private final MemberCards cards;
    private final Holders holders;
    private final Members register;
    private final Receipts receipts;
    private final FieldReader reader;
    private final Editing editing;
    private final Journal journal;
    private final Readings readings;
    private final Searches searches;
    private final Rulebook rulebook;
    private final Corrections corrections;

    MemberEditor(
            Scopes scopes,
            MemberDirectory directory,
            MemberStore store,
            MemberLives lives,
            MemberChecks checks,
            MemberCards cards,
            Holders holders,
            Members register,
            Receipts receipts,
            FieldReader reader,
            Editing editing,
            Journal journal,
            Readings readings,
            Searches searches,
            Rulebook rulebook,
            Corrections corrections) {
        this.scopes = scopes;
        this.directory = directory;
        this.store = store;
        this.lives = lives;
        this.checks = checks;
        this.cards = cards;
        this.holders = holders;
        this.register = register;
        this.receipts = receipts;
        this.reader = reader;
        this.editing = editing;
        this.journal = journal;
        this.readings = readings;
        this.searches = searches;
        this.rulebook = rulebook;
        this.corrections = corrections;
    }

    /**
     * Enters a member.
     *
     * @param key makes repeating harmless: what was made under it is answered again
     */
    MemberCard enter(SignedIn who, Map<String, @Nullable Object> sent, @Nullable UUID key) {
        var entry = MemberValues.complete(reader.entry(sent, MemberFields.EDITED), "");
        return probing(
                who,
                entry,
                scope -> {
                    var made = receipts.once(who, MEMBER, key, () -> enter(scope, entry));
                    return directory.card(who, scope, made);
                });
    }

    private UUID enter(Scope scope, Change entry) {
        var values = entry.values();
        checks.check(values, scope.day());
        var holder = (UUID) values.get(MemberFields.ORGANIZATION.name());
        holders.check(scope, holder, entry.effectiveOn());
        holders.check(scope, holder, scope.day());
        holders.checkGroup(values, entry.effectiveOn());
        holders.checkHost(scope, values, entry.effectiveOn());
        holders.checkHost(scope, values, scope.day());
        lives.refuseTaken(values, null);
        var member = MemberValues.member(values, entry.effectiveOn());
        register.enter(scope, List.of(member));
        return member.id().value();
    }

    /**
     * Changes a member.
     *
     * @param based the version the change is based on
     * @param answering the correction request that it answers, if it does
     */
    MemberCard change(
            SignedIn who,
            UUID id,
            int based,
            Map<String, @Nullable Object> sent,
            @Nullable UUID answering) {
        var asked = reader.change(sent, MemberFields.EDITED);
        return probing(
                who,
                asked,
                scope -> {
                    var member = store.get(id, scope, null);
                    var name = member.orElseThrow(NotFound::new).name();
                    var change = MemberValues.complete(asked, name);
                    refuseClosed(who, scope, change);
                    change(who, scope, id, based, change);
                    if (answering != null) {
                        corrections.finish(who, scope, answering, id, change);
                    }
                    return directory.card(who, scope, id);
                });
    }

    /**
     * That a number is registered elsewhere is an answer, too: who gets many of them is stopped.
     */
    private MemberCard probing(SignedIn who, Change change, Function<Scope, MemberCard> work) {
        var number = change.values().get(MemberFields.CITIZEN_NUMBER.name());
        if (number == null) {
            return scopes.write(who, work);
        }
        readings.refuseProbing(who.reader());
        try {
            return scopes.write(who, work);
        } catch (InputRefused | DuplicateKeyException refused) {
            var taken = new InputRefused(MemberFields.CITIZEN_NUMBER.pointer(), MemberLives.TAKEN);
            if (refused instanceof InputRefused one && !one.errors().equals(taken.errors())) {
                throw one;
            }
            readings.probed(who.reader(), searches.index(number.toString()));
            throw taken;
        }
    }

    private void change(SignedIn who, Scope scope, UUID id, int based, Change change) {
        var version = lives.lock(id);
        var before = lives.load(id);
        var record = new Locked(id, version, before, () -> directory.card(who, scope, id));
        if (!editing.concerns(record, based, change, MemberFields.EDITED)) {
            return;
        }
        var after = change.applyTo(before, MemberFields.EDITED);
        lives.check(scope, id, before, after);
        lives.save(id, before, after);
        var holder = MemberLives.organization(after);
        journal.append(scope.actor(), Editing.act("member", holder, id, change, before, after));
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
}
