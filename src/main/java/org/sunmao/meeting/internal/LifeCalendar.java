package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Persons;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.internal.CalendarStore.Joined;
import org.sunmao.meeting.internal.CalendarStore.Met;
import org.sunmao.meeting.internal.CalendarStore.Planned;
import org.sunmao.meeting.internal.CalendarView.CalendarDay;
import org.sunmao.meeting.internal.CalendarView.CalendarItem;
import org.sunmao.meeting.internal.PlanMatch.Wanted;
import org.sunmao.meeting.internal.YearProposal.Held;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calendar of an organization and of all below it: what was, what is to come, who joined. */
@Service
class LifeCalendar {

    /** A township has fewer; of a whole county nobody reads the days. */
    private static final int MOST = 300;

    /** A part of a day, in the order in which a day is read. */
    private record Entry(LocalDate on, CalendarItem item) {}

    private final Scopes scopes;
    private final CalendarStore store;
    private final LifeOrganizations organizations;
    private final Persons persons;

    LifeCalendar(
            Scopes scopes, CalendarStore store, LifeOrganizations organizations, Persons persons) {
        this.scopes = scopes;
        this.store = store;
        this.organizations = organizations;
        this.persons = persons;
    }

    CalendarView get(SignedIn who, UUID organization, @Nullable String sent) {
        return scopes.read(
                who,
                scope -> {
                    var month = LifeText.month(sent, scope.day());
                    var top = organizations.get(scope, organization);
                    var below = organizations.below(top, scope.day(), MOST + 1);
                    if (below.size() > MOST) {
                        throw new InputRefused("organization", "范围太大，请选择一个乡镇或者一个党支部");
                    }
                    var entries = entries(who, scope, month, below);
                    return new CalendarView(top.named(), month.toString(), days(entries));
                });
    }

    private static List<CalendarDay> days(List<Entry> entries) {
        var byDay =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Entry::on,
                                        TreeMap::new,
                                        Collectors.mapping(Entry::item, Collectors.toList())));
        return byDay.entrySet().stream()
                .map(day -> new CalendarDay(day.getKey(), day.getValue()))
                .toList();
    }

    private List<Entry> entries(SignedIn who, Scope scope, YearMonth month, List<Named> below) {
        Map<UUID, Named> names =
                below.stream().collect(Collectors.toMap(Named::id, named -> named));
        var met = store.meetings(names.keySet(), month.getYear());
        var entries = new ArrayList<Entry>();
        met.stream()
                .filter(one -> YearMonth.from(one.on()).equals(month))
                .map(one -> entry(one, names))
                .forEach(entries::add);
        planned(names.keySet(), month, met).stream()
                .map(line -> entry(line, names))
                .forEach(entries::add);
        entries.addAll(birthdays(who, scope, month, names));
        return entries;
    }

    private static Entry entry(Met met, Map<UUID, Named> names) {
        return new Entry(
                met.on(),
                new CalendarItem(
                        met.held() ? "held" : "noticed",
                        met.id(),
                        met.type().code(),
                        met.type().label(),
                        met.topic(),
                        named(names, met.organization()),
                        met.held() ? met.people() : null));
    }

    private static Entry entry(Planned line, Map<UUID, Named> names) {
        return new Entry(
                line.on(),
                new CalendarItem(
                        "planned",
                        null,
                        line.type().code(),
                        line.type().label(),
                        line.topic(),
                        named(names, line.organization()),
                        null));
    }

    private static Named named(Map<UUID, Named> names, UUID organization) {
        return names.getOrDefault(organization, new Named(organization, ""));
    }

    /** What of the month is planned and neither held nor announced yet. */
    private List<Planned> planned(Collection<UUID> ids, YearMonth month, List<Met> met) {
        var byOrganization = met.stream().collect(Collectors.groupingBy(Met::organization));
        var lines =
                store.planned(ids, month.getYear()).stream()
                        .collect(Collectors.groupingBy(Planned::organization));
        return lines.entrySet().stream()
                .flatMap(
                        of ->
                                open(
                                        of.getValue(),
                                        byOrganization.getOrDefault(of.getKey(), List.of()))
                                        .stream())
                .filter(line -> YearMonth.from(line.on()).equals(month))
                .toList();
    }

    private static List<Planned> open(List<Planned> lines, List<Met> met) {
        var wanted =
                lines.stream()
                        .map(line -> new Wanted(line.type(), line.on(), months(line)))
                        .toList();
        var held =
                met.stream()
                        .map(one -> new Held(one.id(), one.type(), one.on(), one.topic()))
                        .toList();
        var found = PlanMatch.of(wanted, held);
        return IntStream.range(0, lines.size())
                .filter(at -> found.get(at) == null)
                .mapToObj(lines::get)
                .toList();
    }

    private static int months(Planned line) {
        return PlanNeeds.months(line.type());
    }

    /** Political birthdays (R-LF-16), by organization and day. */
    private List<Entry> birthdays(
            SignedIn who, Scope scope, YearMonth month, Map<UUID, Named> names) {
        var last = month.atEndOfMonth();
        var day = last.isBefore(scope.day()) ? last : scope.day();
        var joined =
                store.joined(names.keySet(), month.getMonthValue(), day).stream()
                        .filter(one -> Anniversaries.falls(one.on(), month))
                        .toList();
        var people = people(who, scope, names.size(), joined);
        record Key(LocalDate on, UUID organization) {}
        var groups =
                joined.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one ->
                                                new Key(
                                                        Anniversaries.on(one.on(), month),
                                                        one.organization())));
        return groups.entrySet().stream()
                .map(
                        of ->
                                new Entry(
                                        of.getKey().on(),
                                        birthday(
                                                named(names, of.getKey().organization()),
                                                month,
                                                of.getValue(),
                                                people)))
                .toList();
    }

    /** Names of a single branch alone: of many, the numbers are enough. */
    private Map<UUID, String> people(
            SignedIn who, Scope scope, int organizations, List<Joined> joined) {
        if (organizations > 1 || joined.isEmpty() || !who.role().may(Right.MEMBERS_READ)) {
            return Map.of();
        }
        return persons.names(scope, joined.stream().map(Joined::member).toList());
    }

    private static CalendarItem birthday(
            Named organization, YearMonth month, List<Joined> joined, Map<UUID, String> people) {
        var names =
                joined.stream()
                        .filter(one -> people.containsKey(one.member()))
                        .map(
                                one ->
                                        people.get(one.member())
                                                + "（"
                                                + Anniversaries.years(one.on(), month)
                                                + " 年）")
                        .collect(Collectors.joining("、"));
        return new CalendarItem(
                "birthday",
                null,
                null,
                null,
                names.isEmpty() ? "政治生日" : "政治生日：" + names,
                organization,
                joined.size());
    }
}
