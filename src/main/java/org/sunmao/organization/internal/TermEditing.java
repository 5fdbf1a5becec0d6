package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.PostFields.APPROVAL_NUMBER;
import static org.sunmao.organization.internal.PostFields.APPROVED_ON;
import static org.sunmao.organization.internal.TermFields.BEGINS;
import static org.sunmao.organization.internal.TermFields.DUE;
import static org.sunmao.organization.internal.TermFields.ENDS;
import static org.sunmao.organization.internal.TermFields.YEARS;
import static org.sunmao.register.Timeline.OPEN;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.internal.Post.Approval;
import org.sunmao.organization.internal.PostRules.Home;
import org.sunmao.organization.internal.PostRules.Refused;
import org.sunmao.organization.internal.TermViews.TermView;
import org.sunmao.register.Change;
import org.sunmao.register.Field;
import org.sunmao.register.FieldReader;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Beginning a term, which ends the one before; putting its end off; correcting it. */
@Service
class TermEditing {

    /** What is made, for receipts. */
    private static final String MADE = "term";

    private final Scopes scopes;
    private final TermStore store;
    private final TermViews views;
    private final PostHomes homes;
    private final PostConflicts conflicts;
    private final FieldReader reader;
    private final Receipts receipts;
    private final Journal journal;
    private final Rulebook rulebook;

    TermEditing(
            Scopes scopes,
            TermStore store,
            TermViews views,
            PostHomes homes,
            PostConflicts conflicts,
            FieldReader reader,
            Receipts receipts,
            Journal journal,
            Rulebook rulebook) {
        this.scopes = scopes;
        this.store = store;
        this.views = views;
        this.homes = homes;
        this.conflicts = conflicts;
        this.reader = reader;
        this.receipts = receipts;
        this.journal = journal;
        this.rulebook = rulebook;
    }

    TermView begin(
            SignedIn who,
            UUID organization,
            @Nullable UUID key,
            Map<String, @Nullable Object> sent) {
        var entry = reader.entry(PostFields.flat(sent), TermFields.ENTERED);
        return scopes.write(
                who,
                scope -> {
                    var made =
                            receipts.once(who, MADE, key, () -> begin(scope, organization, entry));
                    return views.view(who, scope, find(scope, made));
                });
    }

    private UUID begin(Scope scope, UUID organization, Change entry) {
        var home = homes.lock(scope, organization);
        var values = entry.values();
        var begins = (LocalDate) Objects.requireNonNull(values.get(BEGINS.name()));
        homes.refuse(scope, TermRules.without(home).stream().toList());
        homes.refuse(scope, beginning(home, begins).stream().toList());
        var others = store.of(organization);
        others.stream()
                .filter(term -> !term.begins().isBefore(begins) || closedAfter(term, begins))
                .findFirst()
                .ifPresent(
                        term -> {
                            throw refused(BEGINS, "已登记的一届从 " + term.begins() + " 开始，两届不能重叠");
                        });
        for (var running : others) {
            if (running.ends().equals(OPEN)) {
                end(scope, running, begins);
            }
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var due = begins.plusYears(years(scope, home, begins, (Integer) values.get(YEARS.name())));
        var term = new Term(id, 0, organization, begins, due, null, OPEN, approval(values));
        store.add(term);
        tell(scope, "term.begin", null, term, begins);
        return id;
    }

    /** A term that had ended already, but later than this one begins. */
    private static boolean closedAfter(Term term, LocalDate begins) {
        return !term.ends().equals(OPEN) && term.ends().isAfter(begins);
    }

    private void end(Scope scope, Term running, LocalDate on) {
        var ended = running.ended(on);
        store.change(ended);
        tell(scope, "term.end", running, ended, on);
    }

    /** As the rule of its first day has it; before there was one, as is said, or three years. */
    private int years(Scope scope, Home home, LocalDate begins, @Nullable Integer said) {
        var rule = rulebook.find(TermRules.TERMS, begins);
        if (rule.isEmpty()) {
            return said == null ? new TermRules(rules(scope)).years(home) : said;
        }
        var years = new TermRules(_ -> rule.get()).years(home);
        if (said != null && said != years) {
            var reason = "这类党组织每届任期 " + years + " 年";
            homes.refuse(scope, List.of(new Refused(TermRules.TERMS, YEARS.name(), reason)));
        }
        return years;
    }

    /**
     * Puts the end of a term off, ends it, or corrects its first day.
     *
     * @param based the version the asker has seen
     */
    TermView change(SignedIn who, UUID id, int based, Map<String, @Nullable Object> sent) {
        var change = reader.change(PostFields.flat(sent), TermFields.CHANGED);
        return scopes.write(
                who,
                scope -> {
                    change(who, scope, id, based, change);
                    return views.view(who, scope, find(scope, id));
                });
    }

    private void change(SignedIn who, Scope scope, UUID id, int based, Change change) {
        var home = homes.lock(scope, find(scope, id).organization());
        var before = find(scope, id);
        var after = changed(scope, home, before, change);
        if (after.equals(before)) {
            return;
        }
        if (based != before.version()) {
            throw conflicts.stale(
                    before.organization(),
                    before.version(),
                    TermFields.CHANGED,
                    values(before),
                    values(after),
                    views.view(who, scope, before));
        }
        store.change(after);
        var action = change.correction() ? "term.correct" : extended(before, after);
        tell(scope, action, before, after, scope.day());
    }

    private static String extended(Term before, Term after) {
        return Objects.equals(before.extendedTo(), after.extendedTo()) ? "term.end" : "term.extend";
    }

    private Term changed(Scope scope, Home home, Term before, Change change) {
        var values = values(before);
        values.putAll(change.values());
        if (change.names(BEGINS) && !change.correction()) {
            throw refused(BEGINS, "开始日期登记错了的，请选更正");
        }
        var begins = (LocalDate) Objects.requireNonNull(values.get(BEGINS.name()));
        homes.refuse(scope, beginning(home, begins).stream().toList());
        var length = before.begins().until(before.due());
        var due = begins.equals(before.begins()) ? before.due() : begins.plus(length);
        var ends = (LocalDate) values.get(ENDS.name());
        if (ends == null && !before.ends().equals(OPEN) && !change.correction()) {
            throw refused(ENDS, "这一届已于 " + before.ends() + " 结束；登记错了的，请选更正");
        }
        var until = until(values.get(DUE.name()));
        var approval = approval(values);
        var after =
                new Term(
                        before.id(),
                        before.version(),
                        before.organization(),
                        begins,
                        due,
                        until == null || until.equals(due) ? null : until,
                        ends == null ? OPEN : ends,
                        approval);
        checkDays(scope, after, until);
        refuseOverlap(after);
        return after;
    }

    private void checkDays(Scope scope, Term after, @Nullable LocalDate until) {
        if (!after.ends().isAfter(after.begins())) {
            throw refused(ENDS, "换届日期应在本届开始日期 " + after.begins() + " 之后");
        }
        if (until == null || after.extendedTo() == null) {
            return;
        }
        var rules = new TermRules(rules(scope));
        homes.refuse(scope, rules.extension(after, until).stream().toList());
        if (after.approval() == null) {
            var reason = "延期换届应当报上级党组织批准，请填写批复日期";
            homes.refuse(
                    scope, List.of(new Refused(TermRules.EXTENSION, APPROVED_ON.name(), reason)));
        }
    }

    private void refuseOverlap(Term after) {
        for (var other : store.of(after.organization())) {
            if (!other.id().equals(after.id())
                    && other.begins().isBefore(after.ends())
                    && after.begins().isBefore(other.ends())) {
                throw refused(BEGINS, "已登记的一届从 " + other.begins() + " 开始，两届不能重叠");
            }
        }
    }

    private static Optional<Refused> beginning(Home home, LocalDate begins) {
        return begins.isBefore(home.establishedOn())
                ? Optional.of(
                        new Refused(
                                null,
                                BEGINS.name(),
                                "这个党组织 " + home.establishedOn() + " 成立，届期不能从更早的一天开始"))
                : Optional.empty();
    }

    private Function<RuleId, Rule> rules(Scope scope) {
        return id -> rulebook.rule(id, scope.day());
    }

    private Term find(Scope scope, UUID id) {
        return store.get(scope, id).orElseThrow(NotFound::new);
    }

    private static Map<String, @Nullable Object> values(Term term) {
        var approval = term.approval();
        var values = new HashMap<String, @Nullable Object>();
        values.put(BEGINS.name(), term.begins());
        values.put(DUE.name(), term.extendedTo() == null ? null : term.extendedTo().toString());
        values.put(ENDS.name(), term.ends().equals(OPEN) ? null : term.ends());
        values.put(APPROVED_ON.name(), approval == null ? null : approval.on());
        values.put(APPROVAL_NUMBER.name(), approval == null ? null : approval.number());
        return values;
    }

    private static @Nullable Approval approval(Map<String, @Nullable Object> values) {
        var on = (LocalDate) values.get(APPROVED_ON.name());
        var number = PostFields.text(values, APPROVAL_NUMBER);
        if (on == null && number != null) {
            throw refused(APPROVED_ON, "填了批复文号，请同时填写批复日期");
        }
        return on == null ? null : new Approval(on, number);
    }

    private static @Nullable LocalDate until(@Nullable Object typed) {
        if (typed == null) {
            return null;
        }
        try {
            return LocalDate.parse(typed.toString());
        } catch (DateTimeException _) {
            throw refused(DUE, "没有“" + typed + "”这一天，请按 2026-11-22 的样子填写");
        }
    }

    private void tell(Scope scope, String action, @Nullable Term before, Term after, LocalDate on) {
        var values =
                Map.of(
                        "term", after.id(),
                        "before", told(before, scope.day()),
                        "after", told(after, scope.day()));
        var organization = after.organization();
        journal.append(
                scope.actor(),
                new Act(organization, action, "organization", organization, on, List.of(), values));
    }

    private static Map<String, @Nullable String> told(@Nullable Term term, LocalDate day) {
        var words = term == null ? null : term.begins() + " 开始的一届，" + TermRules.says(term, day);
        return Collections.singletonMap(OrganizationFields.TERM.name(), words);
    }

    private static InputRefused refused(Field field, String reason) {
        return new InputRefused(field.pointer(), reason);
    }
}
