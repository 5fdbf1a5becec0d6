package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.internal.Clashes.Sought;
import org.sunmao.meeting.internal.Ground.DuePerson;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.MeetingProposal.ProposedBirthday;
import org.sunmao.meeting.internal.MeetingProposal.ProposedChoice;
import org.sunmao.meeting.internal.MeetingProposal.ProposedClash;
import org.sunmao.meeting.internal.MeetingProposal.ProposedExemption;
import org.sunmao.meeting.internal.MeetingProposal.ProposedLecture;
import org.sunmao.meeting.internal.MeetingProposal.ProposedLine;
import org.sunmao.meeting.internal.MeetingProposal.ProposedPerson;
import org.sunmao.meeting.internal.MeetingProposal.ProposedQuorum;
import org.sunmao.meeting.internal.MeetingProposalStore.Last;
import org.sunmao.meeting.internal.MeetingProposalStore.Leader;
import org.sunmao.meeting.internal.MeetingProposalStore.Planned;
import org.sunmao.meeting.internal.MeetingView.MeetingAgendaItem;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;
import org.sunmao.meeting.internal.ProposedType.Entry;
import org.sunmao.organization.Relations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposes a meeting, so that who records it only confirms. */
@Service
class MeetingProposals {

    private static final UUID NONE = new UUID(0, 0);
    private static final int COMMITTEE = 3;
    static final List<ProposedChoice> REASONS =
            Stream.of(Reason.values())
                    .map(one -> new ProposedChoice(one.code(), one.label()))
                    .toList();

    private final Scopes scopes;
    private final GroundStore grounds;
    private final MeetingProposalStore store;
    private final MeetingRules rules;
    private final Clashes clashes;
    private final Relations relations;
    private final Lectures lectures;
    private final HostedStore hosts;

    MeetingProposals(
            Scopes scopes,
            GroundStore grounds,
            MeetingProposalStore store,
            MeetingRules rules,
            Clashes clashes,
            Relations relations,
            Lectures lectures,
            HostedStore hosts) {
        this.hosts = hosts;
        this.lectures = lectures;
        this.scopes = scopes;
        this.grounds = grounds;
        this.store = store;
        this.rules = rules;
        this.clashes = clashes;
        this.relations = relations;
    }

    /** What it is about, once type and day are settled. */
    private record Matter(
            UUID organization,
            MeetingType type,
            LocalDate on,
            Ground ground,
            @Nullable Planned planned,
            Optional<Last> last,
            Optional<Leader> leader) {}

    /**
     * Proposes one.
     *
     * @param sentType null for what the plan or the rules want next
     * @param sentOn null for its day in the plan, or today
     */
    MeetingProposal propose(
            SignedIn who, UUID organization, @Nullable String sentType, @Nullable String sentOn) {
        var faults = new Faults();
        var type = sentType == null ? null : MeetingType.find(sentType).orElse(null);
        if (sentType != null && type == null) {
            faults.add("type", "没有这一类，请重新选择");
        }
        var on = faults.day(sentOn, "on");
        faults.refuse();
        return scopes.read(who, scope -> view(scope, matter(scope, organization, type, on)));
    }

    private Matter matter(
            Scope scope, UUID organization, @Nullable MeetingType asked, @Nullable LocalDate day) {
        var today = scope.day();
        var about = day == null ? today : day;
        var ground = ground(scope, organization, about);
        var planned = store.planned(organization, about.withDayOfMonth(1), about.plusMonths(1));
        var held = store.held(scope, organization, about.withDayOfYear(1), about.plusYears(1));
        var leader = store.leader(organization, about.isAfter(today) ? today : about);
        var type = asked == null ? type(ground, leader, about, planned, held) : asked;
        var open = ProposedType.open(type, about, planned, held);
        var on = day == null && open != null && !open.on().isAfter(today) ? open.on() : about;
        var known = on.isAfter(today) ? today : on;
        var meant = new Asked(organization, known, today);
        var attending = Attendance.of(type, null, ground.kind());
        var due = grounds.due(List.of(meant), List.of(attending)).getFirst();
        return new Matter(
                organization,
                type,
                on,
                ground.with(due, hosts.hosted(meant, attending)),
                open,
                store.last(scope, organization, type),
                leader);
    }

    private Ground ground(Scope scope, UUID organization, LocalDate day) {
        var ground =
                grounds.grounds(scope, List.of(new Asked(organization, day, scope.day())))
                        .getFirst()
                        .orElseThrow(NotFound::new);
        if (!ground.within()) {
            throw new NotFound();
        }
        if (day.isBefore(ground.establishedOn())) {
            throw new InputRefused(
                    "on", "“%s”%s 才成立，日期不能早于成立日期".formatted(ground.name(), ground.establishedOn()));
        }
        return ground;
    }

    private static MeetingType type(
            Ground ground,
            Optional<Leader> leader,
            LocalDate day,
            List<Planned> planned,
            List<Entry> held) {
        var lines = planned.stream().map(line -> new Entry(line.type(), line.on())).toList();
        var committee = leader.filter(one -> one.officers() >= COMMITTEE).isPresent();
        return ProposedType.of(ground.kind(), committee, day, lines, held);
    }

    private MeetingProposal view(Scope scope, Matter matter) {
        var names = names(matter);
        var type = matter.type();
        var on = matter.on();
        var last = matter.last().filter(one -> one.type() == type);
        var chair = matter.leader().map(Leader::member).orElse(null);
        var recorder =
                matter.last()
                        .map(Last::recorder)
                        .filter(one -> !Objects.equals(one, chair))
                        .filter(one -> type != MeetingType.TALK)
                        .orElse(null);
        var birthdays = birthdays(matter, names);
        return new MeetingProposal(
                type.code(),
                type.label(),
                form(matter),
                on,
                last.map(Last::begins).map(MeetingViews::time).orElse(null),
                minutes(matter, last),
                topic(matter),
                last.map(Last::place).orElse(null),
                person(chair, names),
                person(recorder, names),
                due(matter, names),
                HostedStore.people(matter.ground()),
                REASONS,
                agenda(type, birthdays),
                birthdays,
                quorum(matter),
                late(scope, matter),
                clashes(scope, matter),
                line(matter.planned()),
                followable(matter),
                types(matter.ground()));
    }

    /** As long as the last one, so that nobody's hours are lost because nobody typed how long. */
    private @Nullable Integer minutes(Matter matter, Optional<Last> last) {
        return last.map(Last::minutes)
                .or(() -> rules.length(matter.type(), matter.on(), matter.organization()))
                .orElse(null);
    }

    /** What of others may be followed on that day, and was not yet. */
    private List<ProposedLecture> followable(Matter matter) {
        if (matter.type() != MeetingType.LECTURE) {
            return List.of();
        }
        var on = matter.on();
        return lectures.offered(matter.organization(), on, on).stream()
                .filter(one -> one.open(on) && one.followed() == null)
                .map(
                        one ->
                                new ProposedLecture(
                                        one.id(),
                                        one.topic(),
                                        lectures.named(one.organization(), on),
                                        one.on()))
                .toList();
    }

    private static String topic(Matter matter) {
        var planned = matter.planned();
        var topic = planned == null ? null : planned.topic();
        return topic == null ? ProposedType.topic(matter.type(), matter.on()) : topic;
    }

    private static @Nullable ProposedLine line(@Nullable Planned planned) {
        return planned == null
                ? null
                : new ProposedLine(planned.id(), planned.on(), planned.topic());
    }

    private static List<ProposedChoice> types(Ground ground) {
        return ProposedType.types(ground.kind()).stream()
                .map(one -> new ProposedChoice(one.code(), one.label()))
                .toList();
    }

    private Map<UUID, String> names(Matter matter) {
        var people = new HashSet<>(matter.ground().due().stream().map(DuePerson::id).toList());
        matter.leader().map(Leader::member).ifPresent(people::add);
        matter.last().map(Last::recorder).ifPresent(people::add);
        return people.isEmpty() ? Map.of() : relations.names(people);
    }

    private static @Nullable String form(Matter matter) {
        if (matter.type() != MeetingType.LIFE_MEETING) {
            return null;
        }
        return (matter.ground().kind().equals("group") ? MeetingType.GROUP : MeetingType.MEMBERS)
                .code();
    }

    private static @Nullable MeetingPerson person(@Nullable UUID member, Map<UUID, String> names) {
        var name = member == null ? null : names.get(member);
        return member == null || name == null ? null : new MeetingPerson(member, name);
    }

    private List<ProposedPerson> due(Matter matter, Map<UUID, String> names) {
        var rule = rules.rule(MeetingRules.EXEMPT, matter.on(), matter.organization());
        var exempt = new ProposedExemption(rule.id().value(), rule.title());
        var groups =
                store.groups(
                        matter.ground().due().stream()
                                .map(DuePerson::group)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return matter.ground().due().stream()
                .map(
                        one ->
                                new ProposedPerson(
                                        one.id(),
                                        names.getOrDefault(one.id(), MeetingViews.SOMEBODY),
                                        one.full() ? "full" : "probationary",
                                        one.exempt() ? exempt : null,
                                        one.floating(),
                                        one.group() == null ? null : groups.get(one.group())))
                .sorted(Comparator.comparing(ProposedPerson::name))
                .toList();
    }

    /** Of the theme day, who joined in its month in an earlier year. */
    private static List<ProposedBirthday> birthdays(Matter matter, Map<UUID, String> names) {
        var on = matter.on();
        if (matter.type() != MeetingType.THEME_DAY) {
            return List.of();
        }
        return matter.ground().due().stream()
                .filter(one -> celebrates(one.joinedOn(), on))
                .map(
                        one -> {
                            var joined = Objects.requireNonNull(one.joinedOn());
                            return new ProposedBirthday(
                                    one.id(),
                                    names.getOrDefault(one.id(), MeetingViews.SOMEBODY),
                                    on.getYear() - joined.getYear(),
                                    MonthDay.from(joined).atYear(on.getYear()));
                        })
                .sorted(Comparator.comparing(ProposedBirthday::on))
                .toList();
    }

    private static boolean celebrates(@Nullable LocalDate joinedOn, LocalDate on) {
        Month month = on.getMonth();
        return joinedOn != null
                && joinedOn.getMonth() == month
                && joinedOn.getYear() < on.getYear();
    }

    private static List<MeetingAgendaItem> agenda(
            MeetingType type, List<ProposedBirthday> birthdays) {
        var told =
                birthdays.stream()
                        .map(one -> "%s（%d 年）".formatted(one.name(), one.years()))
                        .collect(Collectors.joining("、"));
        return Agendas.of(type).stream()
                .map(
                        step ->
                                new MeetingAgendaItem(
                                        step.key(),
                                        step.title(),
                                        step.required(),
                                        step.required(),
                                        step.key().equals(Agendas.BIRTHDAY) && !told.isEmpty()
                                                ? told
                                                : null))
                .toList();
    }

    private @Nullable ProposedQuorum quorum(Matter matter) {
        var id = MeetingRules.deciding(matter.type(), null);
        if (id == null) {
            return null;
        }
        var due = (int) matter.ground().due().stream().filter(DuePerson::full).count();
        var voting = rules.voting(id, matter.on(), matter.organization());
        var opens = voting.opens().least(due);
        return new ProposedQuorum(
                opens,
                due,
                "应到会有表决权的 %d 名，到会 %d 名以上才能表决，赞成 %d 票以上为通过"
                        .formatted(due, opens, voting.passes().least(due)),
                rules.named(id, matter.on(), matter.organization()));
    }

    private boolean late(Scope scope, Matter matter) {
        return matter.on().isBefore(matter.ground().begunOn())
                || rules.late(matter.on(), scope.day(), matter.organization());
    }

    private List<ProposedClash> clashes(Scope scope, Matter matter) {
        var begins = matter.last().map(Last::begins).orElse(null);
        var people = matter.ground().due().stream().map(DuePerson::id).toList();
        var sought =
                new Sought(
                        NONE,
                        matter.organization(),
                        matter.type(),
                        matter.on(),
                        begins,
                        matter.last().map(Last::minutes).orElse(null),
                        people);
        return clashes.find(scope, sought).stream()
                .map(
                        clash ->
                                new ProposedClash(
                                        clash.id(),
                                        clash.type().code(),
                                        clash.type().label(),
                                        clash.topic(),
                                        clash.on(),
                                        new MeetingNamed(clash.organization(), clash.name())))
                .toList();
    }
}
