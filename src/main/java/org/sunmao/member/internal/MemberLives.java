package org.sunmao.member.internal;

import static org.sunmao.member.internal.MemberCodec.text;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.organization.Posts;
import org.sunmao.register.Field;
import org.sunmao.register.Timeline;
import org.sunmao.register.TimelineTable;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What one member was by day, locked to be changed, and what a change must not break. */
@Component
class MemberLives {

    static final String TAKEN = "这个公民身份号码已经登记在平台上，不能重复登记；如是转入的党员，请办理组织关系转接";

    /** The purpose under which rows are written that former holders held. */
    private static final String EDIT = "edit";

    private final Scopes scopes;
    private final MemberStore store;
    private final MemberWriter writer;
    private final MemberChecks checks;
    private final MemberCodec codec;
    private final Holders holders;
    private final Posts posts;
    private final TimelineTable profiles;

    MemberLives(
            Scopes scopes,
            MemberStore store,
            MemberWriter writer,
            MemberChecks checks,
            MemberCodec codec,
            Holders holders,
            Posts posts,
            JdbcClient jdbc) {
        this.scopes = scopes;
        this.store = store;
        this.writer = writer;
        this.checks = checks;
        this.codec = codec;
        this.holders = holders;
        this.posts = posts;
        this.profiles = new TimelineTable(jdbc, "member.profile", MemberCodec.COLUMNS, codec);
    }

    /** The version, locked until the transaction ends. */
    int lock(UUID id) {
        return store.lock(id);
    }

    /** All that is known of a member whom the transaction has found in its scope. */
    Timeline load(UUID id) {
        scopes.about(id, EDIT);
        return profiles.load(id).orElseThrow(NotFound::new);
    }

    /**
     * Whether the group or the branch is another; what stands is not held against other changes.
     */
    private static boolean grouped(
            Map<String, @Nullable Object> after, Map<String, @Nullable Object> before) {
        return differ(after, before, MemberFields.PARTY_GROUP, MemberFields.ORGANIZATION);
    }

    private static boolean hosted(
            Map<String, @Nullable Object> after, Map<String, @Nullable Object> before) {
        return differ(after, before, MemberFields.HOST, MemberFields.ORGANIZATION);
    }

    private static boolean differ(
            Map<String, @Nullable Object> after,
            Map<String, @Nullable Object> before,
            Field... fields) {
        return Stream.of(fields)
                .map(Field::name)
                .anyMatch(name -> !Objects.equals(after.get(name), before.get(name)));
    }

    /**
     * Examines what a member would be from one day to the next.
     *
     * @throws InputRefused for what cannot be, or lies outside the scope
     * @throws org.sunmao.rules.RuleRefused for what a rule forbids
     */
    void check(Scope scope, UUID id, Timeline before, Timeline after) {
        after.spans().stream()
                .filter(span -> !before.spans().contains(span))
                .forEach(span -> checks.check(span.values(), scope.day()));
        after.spans().stream()
                .filter(span -> grouped(span.values(), before.on(span.from())))
                .forEach(span -> holders.checkGroup(span.values(), span.from()));
        after.spans().stream()
                .filter(span -> hosted(span.values(), before.on(span.from())))
                .forEach(span -> checkHost(scope, span));
        after.differences(before, MemberFields.ORGANIZATION.name())
                .forEach((day, holder) -> holders.check(scope, (UUID) holder, day));
        after.spans().stream()
                .filter(span -> !span.to().equals(Timeline.OPEN))
                .filter(span -> !holder(span.values()).equals(holder(before.on(span.from()))))
                .forEach(span -> checkLast(scope, span));
        if (differs(MemberFields.ORGANIZATION, before, after)) {
            holders.check(scope, organization(after), scope.day());
        }
        if (differs(MemberFields.CITIZEN_NUMBER, before, after)) {
            refuseTaken(after.last(), id);
        }
    }

    /** A host is there on the first of those days, and today or on the last of them. */
    private void checkHost(Scope scope, Timeline.Span span) {
        holders.checkHost(scope, span.values(), span.from());
        var until = span.to().equals(Timeline.OPEN) ? scope.day() : span.to().minusDays(1);
        if (until.isAfter(span.from())) {
            holders.checkHost(scope, span.values(), until);
        }
    }

    /** What held the member must have been there until the last of those days. */
    private void checkLast(Scope scope, Timeline.Span span) {
        holders.check(scope, organization(span.values()), span.to().minusDays(1));
    }

    private static Object holder(Map<String, @Nullable Object> values) {
        return Objects.requireNonNullElse(values.get(MemberFields.ORGANIZATION.name()), "");
    }

    /** A number belongs to one member of the whole platform. */
    void refuseTaken(Map<String, @Nullable Object> values, @Nullable UUID but) {
        var number = text(values, MemberFields.CITIZEN_NUMBER);
        var index = codec.index(Sealed.CITIZEN_NUMBER, number);
        if (index != null && store.numberTaken(index, but)) {
            throw new InputRefused(MemberFields.CITIZEN_NUMBER.pointer(), TAKEN);
        }
    }

    /** Writes what differs, counts the version, and lets the member be found by it. */
    void save(UUID id, Timeline before, Timeline after) {
        profiles.save(id, before, after);
        store.raiseVersion(id);
        if (after.differences(before).stream().anyMatch(MemberWriter.FOUND_BY::contains)) {
            writer.renewTerms(id, after);
        }
        if (differs(MemberFields.NAME, before, after)) {
            posts.renamed(id, Objects.requireNonNull(text(after.last(), MemberFields.NAME)));
        }
    }

    /** The record ends: from that day on the member is in the register no more. */
    void end(UUID id, Timeline before, LocalDate on) {
        var kept = new ArrayList<Timeline.Span>();
        for (var span : before.spans()) {
            if (span.from().isBefore(on)) {
                var to = span.to().isAfter(on) ? on : span.to();
                kept.add(new Timeline.Span(span.from(), to, span.values()));
            }
        }
        var after = new Timeline(kept);
        store.leave(id, on);
        profiles.save(id, before, after);
        store.raiseVersion(id);
        writer.renewTerms(id, after);
    }

    private static boolean differs(Field field, Timeline before, Timeline after) {
        return !Objects.equals(before.last().get(field.name()), after.last().get(field.name()));
    }

    /** What holds the member at the last that is known. */
    static UUID organization(Timeline timeline) {
        return organization(timeline.last());
    }

    private static UUID organization(Map<String, @Nullable Object> values) {
        return (UUID) Objects.requireNonNull(values.get(MemberFields.ORGANIZATION.name()));
    }

    /** The fields that a timeline of ours has values of. */
    static List<Field> fields() {
        return MemberCodec.STORED;
    }
}
