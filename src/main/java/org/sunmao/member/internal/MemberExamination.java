package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.journal.Journal;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.member.internal.MemberMatches.Person;
import org.sunmao.member.internal.MemberMatches.Standing;
import org.sunmao.organization.OrganizationIndex;
import org.sunmao.organization.OrganizationIndex.One;
import org.sunmao.organization.Organizations.Holder;
import org.sunmao.register.Change;
import org.sunmao.register.Editing;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Entry;
import org.sunmao.register.Roster.Examination;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Outcome;
import org.sunmao.register.Roster.Verdict;
import org.sunmao.register.Roster.Written;
import org.sunmao.register.TimelineText;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judges the rows of one roster of members, and writes those that may stand. */
final class MemberExamination implements Examination {

    /** What every examination works with. */
    @Component
    record Tools(
            MemberMatches matches,
            MemberFindings findings,
            MemberLives lives,
            Members register,
            Journal journal,
            JsonMapper json) {}

    /** What is known of the rows of one piece, looked up at once. */
    private record Known(
            Map<String, Standing> numbers,
            Set<String> taken,
            Map<Person, List<Standing>> persons) {}

    /** A member to be entered, held from a day on. */
    private record Made(Map<String, @Nullable Object> values, LocalDate since) {

        /** Names are read only now: that costs more than all the rest. */
        NewMember member() {
            return MemberValues.member(
                    MemberValues.complete(new Change(values, since, false), "").values(), since);
        }
    }

    /** A row on its way to a verdict. */
    private record Row(Entry entry, List<Finding> findings, Map<String, @Nullable Object> values) {

        @Nullable String text(Field field) {
            var value = values.get(field.name());
            return value == null ? null : value.toString();
        }

        Verdict verdict(Outcome outcome, @Nullable UUID subject, @Nullable Object plan) {
            var failed = findings.stream().anyMatch(MemberFindings::error);
            return new Verdict(
                    entry.row(),
                    failed ? Outcome.FAILED : outcome,
                    findings,
                    subject,
                    failed ? null : plan);
        }
    }

    private final Scope scope;
    private final OrganizationIndex organizations;
    private final Tools tools;
    private final Map<UUID, Holder> today = new HashMap<>();
    private final Map<List<Object>, List<Finding>> before = new HashMap<>();

    MemberExamination(Scope scope, OrganizationIndex organizations, Tools tools) {
        this.scope = scope;
        this.organizations = organizations;
        this.tools = tools;
    }

    @Override
    public List<Verdict> examine(List<Entry> entries) {
        var known = look(entries);
        return entries.stream().map(entry -> examine(entry, known)).toList();
    }

    private Known look(List<Entry> entries) {
        lookForHolders(entries);
        var numbers = new ArrayList<String>();
        var persons = new ArrayList<Person>();
        for (var entry : entries) {
            var number = entry.values().get(MemberFields.CITIZEN_NUMBER.name());
            if (number != null) {
                numbers.add(number.toString());
            } else {
                var person = person(entry.values());
                if (person != null) {
                    persons.add(person);
                }
            }
        }
        var found = tools.matches().byNumber(scope, numbers);
        var others = numbers.stream().filter(number -> !found.containsKey(number)).toList();
        return new Known(
                found, tools.matches().taken(others), tools.matches().byPerson(scope, persons));
    }

    /** A roster names few organizations, many times: each is looked up once. */
    private void lookForHolders(List<Entry> entries) {
        var named = new HashSet<UUID>();
        for (var entry : entries) {
            var text = entry.values().get(MemberFields.ORGANIZATION.name());
            if (text != null && organizations.match(text.toString()) instanceof One(var one)) {
                named.add(one.id());
            }
        }
        named.removeAll(today.keySet());
        today.putAll(tools.findings().today(scope, named));
    }

    private static @Nullable Person person(Map<String, ?> values) {
        return values.get(MemberFields.NAME.name()) instanceof String name
                        && values.get(MemberFields.BORN_ON.name()) instanceof LocalDate bornOn
                ? new Person(name, bornOn)
                : null;
    }

    private Verdict examine(Entry entry, Known known) {
        var row = new Row(entry, new ArrayList<>(), new HashMap<>(entry.values()));
        place(row);
        var number = row.text(MemberFields.CITIZEN_NUMBER);
        if (number == null) {
            return unnumbered(row, known);
        }
        var standing = known.numbers().get(number);
        if (standing != null) {
            return changed(row, standing);
        }
        if (known.taken().contains(number)) {
            row.findings()
                    .add(
                            Finding.error(
                                    MemberFields.CITIZEN_NUMBER.name(),
                                    "registered-elsewhere",
                                    MemberLives.TAKEN));
        }
        return made(row);
    }

    /** The organization and its group, as the texts mean them. */
    private void place(Row row) {
        place(row, MemberFields.ORGANIZATION);
        place(row, MemberFields.PARTY_GROUP);
        host(row);
    }

    /** A host lies mostly outside the scope or the house: its name is kept as it was written. */
    private void host(Row row) {
        var text = row.text(MemberFields.HOST);
        if (text == null) {
            return;
        }
        if (organizations.match(text) instanceof One(var one)) {
            row.values().put(MemberFields.HOST.name(), one.id());
            return;
        }
        row.values().put(MemberFields.HOST.name(), null);
        row.values().putIfAbsent(MemberFields.HOST_NAME.name(), text);
        row.findings().add(MemberFindings.hostElsewhere(text));
    }

    private void place(Row row, Field field) {
        var text = row.text(field);
        if (text != null) {
            var match = organizations.match(text);
            match.fault(field, text).ifPresent(row.findings()::add);
            row.values().put(field.name(), match instanceof One(var one) ? one.id() : null);
        }
    }

    /** Who has no number is never guessed: one who may be meant is asked for. */
    private Verdict unnumbered(Row row, Known look) {
        var person = person(row.values());
        var organization = row.values().get(MemberFields.ORGANIZATION.name());
        var known =
                person == null
                        ? List.<Standing>of()
                        : look.persons().getOrDefault(person, List.of());
        var candidates =
                known.stream()
                        .filter(standing -> standing.organization().equals(organization))
                        .toList();
        var answer = row.entry().answer();
        if (person == null || candidates.isEmpty() || answer == Answer.OTHER) {
            row.findings().add(MemberFindings.NUMBER_LACKING);
            return row.verdict(Outcome.FAILED, null, null);
        }
        if (candidates.size() > 1) {
            row.findings().add(MemberFindings.several(candidates.size()));
            return row.verdict(Outcome.FAILED, null, null);
        }
        var standing = candidates.getFirst();
        if (answer == Answer.SAME) {
            return changed(row, standing);
        }
        row.findings().add(MemberFindings.sameOrNot(standing, place(standing)));
        return row.verdict(Outcome.ASKED, standing.id(), null);
    }

    private String place(Standing standing) {
        return organizations.known(standing.organization()).map(organizations::told).orElse("");
    }

    private Verdict made(Row row) {
        var findings = row.findings();
        tools.findings().complete(row.values(), findings);
        var since = Objects.requireNonNullElse(since(row), scope.day());
        if (findings.stream().noneMatch(MemberFindings::error)) {
            findings.addAll(tools.findings().values(row.values(), scope.day()));
            findings.addAll(holder(row, since));
            findings.addAll(tools.findings().group(row.values(), since));
            findings.addAll(tools.findings().host(scope, row.values(), since));
            findings.addAll(MemberFindings.number(row.values()));
        }
        if (findings.stream().anyMatch(MemberFindings::error)) {
            return row.verdict(Outcome.FAILED, null, null);
        }
        return row.verdict(Outcome.MADE, null, new Made(row.values(), since));
    }

    private static @Nullable LocalDate since(Row row) {
        return (LocalDate) row.values().remove(MemberRoster.SINCE.name());
    }

    private List<Finding> holder(Row row, LocalDate since) {
        var id = (UUID) row.values().get(MemberFields.ORGANIZATION.name());
        var holder = Objects.requireNonNull(today.get(Objects.requireNonNull(id)));
        var findings = tools.findings().holder(scope, holder);
        return !findings.isEmpty() || since.equals(scope.day())
                ? findings
                : before.computeIfAbsent(
                        List.of(id, since), _ -> tools.findings().holder(scope, id, since));
    }

    private Verdict changed(Row row, Standing standing) {
        row.values().remove(MemberRoster.SINCE.name());
        row.values().values().removeIf(Objects::isNull);
        var differing =
                row.values().entrySet().stream()
                        .filter(entry -> differs(standing, entry))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (differing.isEmpty() || row.findings().stream().anyMatch(MemberFindings::error)) {
            return row.verdict(Outcome.SAME, standing.id(), null);
        }
        var change =
                MemberValues.complete(
                        new Change(new HashMap<>(differing), scope.day(), false), standing.name());
        var before = tools.lives().load(standing.id());
        var after = change.applyTo(before, MemberFields.EDITED);
        if (after.equals(before)) {
            return row.verdict(Outcome.SAME, standing.id(), null);
        }
        Supplier<String> from = () -> place(standing);
        row.findings().addAll(MemberFindings.changing(standing, differing, from));
        row.findings()
                .addAll(
                        MemberFindings.refused(
                                () -> tools.lives().check(scope, standing.id(), before, after)));
        if (differing.keySet().stream().anyMatch(MemberFindings.OF_NUMBER::contains)) {
            row.findings().addAll(MemberFindings.number(after.last()));
        }
        return row.verdict(Outcome.CHANGED, standing.id(), change);
    }

    private static boolean differs(Standing standing, Map.Entry<String, ?> said) {
        return !said.getValue().equals(standing.values().get(said.getKey()))
                && !(said.getKey().equals(MemberFields.PARTY_AGE_CORRECTION.name())
                        && said.getValue().equals(0)
                        && standing.values().get(said.getKey()) == null);
    }

    @Override
    public List<Written> write(List<Verdict> verdicts) {
        var made = new ArrayList<NewMember>();
        var written = new ArrayList<Written>();
        for (var verdict : verdicts) {
            switch (verdict.plan()) {
                case Made one -> {
                    var member = one.member();
                    made.add(member);
                    written.add(new Written(verdict.row(), member.id().value(), 0, null));
                }
                case Change change -> written.add(change(verdict, change));
                case null, default -> throw new IllegalArgumentException("nothing to write");
            }
        }
        if (!made.isEmpty()) {
            tools.register().enter(scope, made);
        }
        return written;
    }

    /** Somebody may have been quicker since the row was examined: the change is made on theirs. */
    private Written change(Verdict verdict, Change change) {
        var id = Objects.requireNonNull(verdict.subject());
        var version = tools.lives().lock(id);
        var before = tools.lives().load(id);
        var after = change.applyTo(before, MemberFields.EDITED);
        tools.lives().check(scope, id, before, after);
        tools.lives().save(id, before, after);
        var act = Editing.act("member", MemberLives.organization(after), id, change, before, after);
        tools.journal().append(scope.actor(), act);
        var text = new TimelineText(tools.json(), MemberLives.fields());
        return new Written(verdict.row(), id, version + 1, text.write(before));
    }
}
