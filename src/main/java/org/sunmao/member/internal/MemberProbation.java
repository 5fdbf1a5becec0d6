package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members.Probationer;
import org.sunmao.member.Status;
import org.sunmao.organization.Posts;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Field;
import org.sunmao.register.Timeline;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How probation ends in the register: converted, extended once, or cancelled. */
@Component
class MemberProbation {

    private static final RuleId OUTCOMES = new RuleId("R-DEV-43");
    private static final String ON_TIME = "on-time";
    private static final String EXTENDED = "extended";
    private static final String CANCELLED = "取消预备党员资格";

    private final MemberStore store;
    private final MemberLives lives;
    private final MemberChecks checks;
    private final Posts posts;
    private final Rulebook rulebook;
    private final Journal journal;

    MemberProbation(
            MemberStore store,
            MemberLives lives,
            MemberChecks checks,
            Posts posts,
            Rulebook rulebook,
            Journal journal) {
        this.store = store;
        this.lives = lives;
        this.checks = checks;
        this.posts = posts;
        this.rulebook = rulebook;
        this.journal = journal;
    }

    Optional<Probationer> probationer(Scope scope, MemberId member) {
        return store.get(member.value(), scope, null)
                .filter(found -> Status.PROBATIONARY.code().equals(found.status()))
                .map(
                        found ->
                                new Probationer(
                                        member,
                                        found.organization(),
                                        found.name(),
                                        found.sex(),
                                        found.nation(),
                                        found.bornOn(),
                                        found.education(),
                                        found.jobPost(),
                                        found.joinedOn(),
                                        found.extensionMonths()));
    }

    void convert(Scope scope, MemberId member, LocalDate fullOn, LocalDate on) {
        var id = member.value();
        var before = load(scope, id);
        var stands = before.last();
        if (fullOn.equals(stands.get(MemberFields.FULL_ON.name()))) {
            return;
        }
        refuseFull(scope, stands);
        var values = new HashMap<String, @Nullable Object>();
        values.put(MemberFields.STATUS.name(), Status.FULL.code());
        values.put(MemberFields.FULL_ON.name(), fullOn);
        values.put(
                MemberFields.CONVERSION.name(),
                stands.get(MemberFields.EXTENSION_MONTHS.name()) == null ? ON_TIME : EXTENDED);
        // Whoever was entered later than that is full from the first day that is known.
        var from = fullOn.isBefore(before.begin()) ? before.begin() : fullOn;
        checks.dates(dates(stands, fullOn), on);
        change(scope, id, before, new Change(values, from, false));
    }

    void extend(Scope scope, MemberId member, int months, LocalDate on) {
        var id = member.value();
        var before = load(scope, id);
        var stands = before.last();
        refuseFull(scope, stands);
        var already = stands.get(MemberFields.EXTENSION_MONTHS.name());
        if (already != null) {
            throw refused(scope, "预备期已经延长过 %s 个月，只能延长一次".formatted(already));
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put(MemberFields.EXTENSION_MONTHS.name(), months);
        values.put(MemberFields.CONVERSION.name(), EXTENDED);
        change(scope, id, before, new Change(values, on, false));
    }

    void cancel(Scope scope, MemberId member, LocalDate on, String reason) {
        var id = member.value();
        var before = load(scope, id);
        refuseFull(scope, before.last());
        if (!on.isAfter(before.begin())) {
            throw new InputRefused("on", "党员登记从 %s 开始，取消预备党员资格的日期要晚于这一天".formatted(before.begin()));
        }
        lives.end(id, before, on);
        posts.left(scope, List.of(id), on, CANCELLED);
        journal.append(
                scope.actor(),
                new Act(
                        MemberLives.organization(before),
                        "member.cancel",
                        "member",
                        id,
                        on,
                        List.of(OUTCOMES.value()),
                        Map.of("reason", reason)));
    }

    /** Locked; whoever left the register, or lies outside the scope, is not there. */
    private Timeline load(Scope scope, UUID id) {
        if (store.get(id, scope, null).isEmpty()) {
            throw new NotFound();
        }
        var _ = lives.lock(id);
        return lives.load(id);
    }

    private void change(Scope scope, UUID id, Timeline before, Change change) {
        if (change.effectiveOn().isBefore(before.begin())) {
            throw new InputRefused("on", "党员登记从 %s 开始，日期不能更早".formatted(before.begin()));
        }
        var after = change.applyTo(before, MemberFields.EDITED);
        lives.save(id, before, after);
        var holder = MemberLives.organization(after);
        journal.append(scope.actor(), Editing.act("member", holder, id, change, before, after));
    }

    private void refuseFull(Scope scope, Map<String, @Nullable Object> stands) {
        if (!Status.PROBATIONARY.code().equals(stands.get(MemberFields.STATUS.name()))) {
            throw refused(
                    scope,
                    "党员登记里已经是正式党员（转正日期 %s），请先核对、更正登记"
                            .formatted(stands.get(MemberFields.FULL_ON.name())));
        }
    }

    private RuleRefused refused(Scope scope, String says) {
        return new RuleRefused(rulebook.rule(OUTCOMES, scope.day()), says);
    }

    private static MemberDates dates(Map<String, @Nullable Object> values, LocalDate fullOn) {
        return new MemberDates(
                day(values, MemberFields.BORN_ON), day(values, MemberFields.JOINED_ON), fullOn);
    }

    private static LocalDate day(Map<String, @Nullable Object> values, Field field) {
        return (LocalDate) Objects.requireNonNull(values.get(field.name()));
    }
}
