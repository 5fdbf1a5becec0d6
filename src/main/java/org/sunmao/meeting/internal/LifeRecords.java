package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Persons;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.meeting.internal.LifeRecordStore.Holding;
import org.sunmao.meeting.internal.LifeRecordView.LifeCounts;
import org.sunmao.meeting.internal.LifeRecordView.LifeGrade;
import org.sunmao.meeting.internal.LifeRecordView.LifeLine;
import org.sunmao.meeting.internal.Meeting.Mark;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.web.NotFound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The life of a member, from the one row of each meeting (R-LF-17). */
@Service
class LifeRecords {

    private static final String ABOUT = "life";
    private static final int DIGITS = 4;

    /** Whose record is read, and how far. */
    private record Asked(UUID member, boolean own, boolean hours) {}

    private final Scopes scopes;
    private final LifeRecordStore store;
    private final Persons persons;
    private final Organizations organizations;
    private final Tree tree;
    private final Readings readings;
    private final MeetingRules rules;

    LifeRecords(
            Scopes scopes,
            LifeRecordStore store,
            Persons persons,
            Organizations organizations,
            Tree tree,
            Readings readings,
            MeetingRules rules) {
        this.scopes = scopes;
        this.store = store;
        this.persons = persons;
        this.organizations = organizations;
        this.tree = tree;
        this.readings = readings;
        this.rules = rules;
    }

    /** One's own. */
    LifeRecordView mine(SignedIn who, @Nullable Integer year) {
        var member = who.member();
        if (member == null) {
            throw new NotFound();
        }
        return scopes.read(
                who,
                scope -> {
                    scopes.about(member, ABOUT);
                    return view(scope, new Asked(member, true, true), year);
                });
    }

    /** That of a member whom the asker's organization or one below it holds. */
    LifeRecordView of(SignedIn who, UUID member, @Nullable Integer year) {
        var view =
                scopes.read(
                        who,
                        scope -> {
                            var person = persons.find(scope, member).orElseThrow(NotFound::new);
                            var branch = person.organization().equals(who.organization());
                            scopes.about(member, ABOUT);
                            return view(scope, new Asked(member, false, branch), year);
                        });
        readings.each(who.reader(), Look.of(Kind.VIEW, Level.S2).of("组织生活记实"), List.of(member));
        return view;
    }

    private LifeRecordView view(Scope scope, Asked asked, @Nullable Integer sent) {
        var year = LifeText.year(sent, "year", scope.day());
        var holding = holding(scope, asked.member());
        var meetings = store.meetings(asked.member(), holding, year);
        var lines = meetings.stream().map(meeting -> line(meeting, asked)).toList();
        return new LifeRecordView(
                year,
                store.years(asked.member(), holding),
                counts(meetings, asked),
                lines,
                grades(asked));
    }

    /** All that ever held the member, and those above: they hold lectures for all below. */
    private Set<UUID> holding(Scope scope, UUID member) {
        var all = new HashSet<UUID>();
        for (var one : store.holding(member)) {
            all.add(one.organization());
            organizations.ancestors(one.organization(), day(scope, one)).stream()
                    .map(Named::id)
                    .forEach(all::add);
        }
        return all;
    }

    private static LocalDate day(Scope scope, Holding one) {
        return one.to().isAfter(scope.day()) ? scope.day() : one.to().minusDays(1);
    }

    private LifeLine line(Meeting meeting, Asked asked) {
        var roll = meeting.roll();
        var due = roll.due().contains(asked.member());
        var mark = roll.mark(asked.member());
        var hosted = roll.hosted().contains(asked.member());
        var reason = due ? roll.excused().get(asked.member()) : null;
        var on = meeting.when().on();
        var open = asked.hours() || !meeting.confidential();
        var name = tree.name(meeting.organization(), on).orElse("");
        return new LifeLine(
                meeting.id(),
                on,
                meeting.type().code(),
                meeting.type().label(),
                open ? meeting.topic() : meeting.type().label(),
                new MeetingNamed(meeting.organization(), name),
                due ? mark.code() : hosted ? "hosted" : "guest",
                due ? mark.label() : hosted ? "流入参加" : "参加",
                reason == null ? null : reason.label(),
                asked.hours() ? meeting.when().minutes() : null);
    }

    /** Those of whom attendance is not demanded are not counted when they stay away (R-EDU-07). */
    private LifeCounts counts(List<Meeting> meetings, Asked asked) {
        var due =
                meetings.stream()
                        .map(Meeting::roll)
                        .filter(roll -> roll.due().contains(asked.member()))
                        .map(roll -> roll.mark(asked.member()))
                        .filter(mark -> mark != Mark.EXEMPT)
                        .toList();
        var present = due.stream().filter(LifeRecords::there).count();
        return new LifeCounts(
                due.size(),
                (int) present,
                (int) due.stream().filter(mark -> mark == Mark.EXCUSED).count(),
                (int) due.stream().filter(mark -> mark == Mark.ABSENT).count(),
                asked.hours() ? hours(meetings, asked.member()) : null);
    }

    private static boolean there(Mark mark) {
        return mark == Mark.PRESENT || mark == Mark.DISTANT;
    }

    /** Class hours of what counts for them (R-EDU-01), as long as they are where it was held. */
    private BigDecimal hours(List<Meeting> meetings, UUID member) {
        var minutes = new HashMap<Integer, Integer>();
        for (var meeting : meetings) {
            var roll = meeting.roll();
            var length = meeting.when().minutes();
            var came = !roll.due().contains(member) || there(roll.mark(member));
            if (length != null && came && MeetingRules.learned(meeting.type())) {
                var hour = rules.classHour(meeting.when().on(), meeting.organization());
                minutes.merge(hour, length, Integer::sum);
            }
        }
        return minutes.entrySet().stream()
                .map(one -> hours(one.getValue(), one.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(1, RoundingMode.DOWN);
    }

    private static BigDecimal hours(int minutes, int hour) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(hour), DIGITS, RoundingMode.DOWN);
    }

    /** A grade is told by a person first; until then the member does not find it here. */
    private List<LifeGrade> grades(Asked asked) {
        return store.grades(asked.member()).stream()
                .filter(one -> !asked.own() || one.toldOn() != null)
                .map(
                        one ->
                                new LifeGrade(
                                        one.year(),
                                        one.grade(),
                                        MeetingViews.gradeName(one.grade()),
                                        one.gap(),
                                        one.toldOn()))
                .toList();
    }
}
