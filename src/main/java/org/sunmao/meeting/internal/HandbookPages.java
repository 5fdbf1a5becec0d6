package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.meeting.internal.HandbookPaper.Minutes;
import org.sunmao.meeting.internal.HandbookPaper.Officer;
import org.sunmao.meeting.internal.HandbookPaper.Plan;
import org.sunmao.meeting.internal.HandbookPaper.PlanRow;
import org.sunmao.meeting.internal.HandbookPaper.Roll;
import org.sunmao.meeting.internal.HandbookPaper.RollLine;
import org.sunmao.meeting.internal.HandbookStore.HeldPost;
import org.sunmao.meeting.internal.HandbookStore.Member;
import org.sunmao.meeting.internal.HandbookStore.Term;
import org.sunmao.meeting.internal.HandbookStore.Year;
import org.sunmao.meeting.internal.Handbooks.Composed;
import org.sunmao.meeting.internal.PlanView.PlanLine;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.organization.Relations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Composes the handbook of a branch from what was entered elsewhere. */
@Component
class HandbookPages {

    private final HandbookStore store;
    private final ShownStore shown;
    private final PlanStore plans;
    private final PlanViews planViews;
    private final LifeOrganizations known;
    private final Organizations organizations;
    private final Relations relations;
    private final Codes codes;
    private final Tree tree;
    private final Clock clock;

    HandbookPages(
            HandbookStore store,
            ShownStore shown,
            PlanStore plans,
            PlanViews planViews,
            LifeOrganizations known,
            Organizations organizations,
            Relations relations,
            Codes codes,
            Tree tree,
            Clock clock) {
        this.store = store;
        this.shown = shown;
        this.plans = plans;
        this.planViews = planViews;
        this.known = known;
        this.organizations = organizations;
        this.relations = relations;
        this.codes = codes;
        this.tree = tree;
        this.clock = clock;
    }

    Composed of(Scope scope, UUID organization, int number, String told) {
        var branch = known.get(scope, organization).named();
        var year = Year.of(number);
        var day = scope.day();
        var all = new ArrayList<>(store.groups(organization, year));
        all.addFirst(organization);
        var held = shown.year(all, number);
        var posts = store.posts(all, year);
        var members = store.members(organization, day);
        var names = names(held, posts, members);
        var words = new HandbookMinutes(organization, names, clock.getZone());
        var tables = new HandbookTables(words);
        var paper =
                new HandbookPaper(
                        organization + "-" + number,
                        branch.name(),
                        above(organization, day),
                        number,
                        day,
                        store.term(organization, day).map(HandbookPages::told).orElse("没有登记"),
                        officers(organization, posts, names, day),
                        roll(members, names),
                        plan(organization, number, day, held),
                        minutes(held, words),
                        tables.appraisals(held),
                        tables.measures(held),
                        tables.activities(held),
                        tables.attendance(held, members.stream().map(Member::id).toList()),
                        told);
        return new Composed(paper, members.stream().map(Member::id).toList());
    }

    private static List<Minutes> minutes(List<Shown> held, HandbookMinutes words) {
        var meetings =
                held.stream()
                        .filter(one -> one.meeting().type().isMeeting())
                        .filter(one -> !one.meeting().confidential())
                        .toList();
        return IntStream.range(0, meetings.size())
                .mapToObj(at -> words.of(at + 1, meetings.get(at)))
                .toList();
    }

    private String above(UUID organization, LocalDate day) {
        return organizations.ancestors(organization, day).stream()
                .map(Named::name)
                .collect(Collectors.joining("　"));
    }

    private static String told(Term term) {
        return term.since() + " 起，" + term.until() + " 届满";
    }

    private Map<UUID, String> names(List<Shown> held, List<HeldPost> posts, List<Member> members) {
        Set<UUID> people = new HashSet<>();
        for (var one : held) {
            people.addAll(one.meeting().people());
            one.grades().forEach(grade -> people.add(grade.member()));
            one.measures().stream()
                    .map(Shown.Measure::member)
                    .filter(Objects::nonNull)
                    .forEach(people::add);
        }
        posts.forEach(post -> people.add(post.member()));
        members.forEach(member -> people.add(member.id()));
        return people.isEmpty() ? Map.of() : relations.names(people);
    }

    private List<Officer> officers(
            UUID organization, List<HeldPost> posts, Map<UUID, String> names, LocalDate day) {
        var order = new HashMap<String, Integer>();
        codes.entries(CodeTable.POST_KIND).forEach(entry -> order.put(entry.code(), order.size()));
        return posts.stream()
                .sorted(
                        Comparator.<HeldPost, Integer>comparing(
                                        post -> order.getOrDefault(post.kind(), order.size()))
                                .thenComparing(HeldPost::since))
                .map(post -> officer(organization, post, names, day))
                .toList();
    }

    private Officer officer(
            UUID organization, HeldPost post, Map<UUID, String> names, LocalDate day) {
        var label = codes.label(CodeTable.POST_KIND, post.kind());
        var own = post.organization().equals(organization);
        var group = own ? "" : tree.name(post.organization(), day).orElse("") + " ";
        return new Officer(
                group + label,
                names.getOrDefault(post.member(), MeetingViews.SOMEBODY),
                post.since().toString(),
                post.until().equals(LocalDate.MAX) ? "" : post.until().toString());
    }

    private Roll roll(List<Member> members, Map<UUID, String> names) {
        var full = members.stream().filter(one -> one.status().equals("full")).count();
        var lines =
                IntStream.range(0, members.size())
                        .mapToObj(at -> line(at + 1, members.get(at), names))
                        .toList();
        return new Roll(members.size(), (int) full, members.size() - (int) full, lines);
    }

    private RollLine line(int number, Member member, Map<UUID, String> names) {
        return new RollLine(
                number,
                names.getOrDefault(member.id(), MeetingViews.SOMEBODY),
                codes.label(CodeTable.SEX, member.sex()),
                codes.label(CodeTable.NATION, member.nation()),
                YearMonth.from(member.bornOn()).toString(),
                member.education() == null
                        ? ""
                        : codes.label(CodeTable.EDUCATION, member.education()),
                codes.label(CodeTable.MEMBER_STATUS, member.status()),
                member.joinedOn().toString(),
                text(member.fullOn()),
                member.floating() ? "流动" : "");
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** What was planned with what came of it, and what was held beyond it. */
    private Plan plan(UUID organization, int year, LocalDate day, List<Shown> held) {
        var adopted = plans.get(organization, year);
        if (adopted.isEmpty()) {
            return new Plan("没有定年度计划；举行的会议见会议记录", List.of());
        }
        var lines = planViews.lines(organization, year, day, plans.lines(organization, year));
        var met =
                lines.stream()
                        .map(PlanLine::held)
                        .filter(Objects::nonNull)
                        .map(PlanView.PlanHeld::id)
                        .collect(Collectors.toSet());
        var rows =
                Stream.concat(
                                lines.stream().map(HandbookPages::row),
                                beyond(organization, held, met))
                        .sorted(Comparator.comparing(HandbookPages::when))
                        .toList();
        var says = "主题党日固定在每月 %d 日；%s 通过".formatted(adopted.get().themeDay(), adopted.get().by());
        return new Plan(says, rows);
    }

    private static String when(PlanRow row) {
        return row.on().isEmpty() ? row.held() : row.on();
    }

    private static PlanRow row(PlanLine line) {
        var held = line.held();
        return new PlanRow(
                line.on().toString(),
                line.typeName(),
                text(line.topic()),
                held == null ? "" : held.on().toString(),
                text(line.movedReason()));
    }

    private static Stream<PlanRow> beyond(
            UUID organization, List<Shown> held, Collection<UUID> met) {
        return held.stream()
                .map(Shown::meeting)
                .filter(one -> one.organization().equals(organization) && !met.contains(one.id()))
                .filter(one -> one.type().isMeeting() && !one.confidential())
                .map(
                        one ->
                                new PlanRow(
                                        "",
                                        one.type().label(),
                                        one.topic(),
                                        one.when().on().toString(),
                                        "计划外"));
    }
}
