package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.Ground.DuePerson;
import org.sunmao.meeting.internal.GroundStore.Asked;
import org.sunmao.meeting.internal.MeetingProposalStore.Last;
import org.sunmao.meeting.internal.MeetingProposalStore.Leader;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;
import org.sunmao.meeting.internal.VotersView.Voter;
import org.sunmao.meeting.internal.VotersView.VoterClass;
import org.sunmao.organization.Relations;
import org.sunmao.rules.RuleId;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells a branch who votes on admission before it meets: nobody counts heads by hand. */
@Service
class VotersDesk {

    private static final List<RuleId> RULES =
            List.of(
                    MeetingRules.ATTENDANCE,
                    MeetingRules.ENTITLED,
                    MeetingRules.ORDER,
                    MeetingRules.ADMISSION,
                    MeetingRules.ONE_BY_ONE);

    private final Scopes scopes;
    private final GroundStore grounds;
    private final MeetingProposalStore proposals;
    private final MeetingStore store;
    private final MeetingRules rules;
    private final ExclusionChecks exclusions;
    private final Relations relations;

    VotersDesk(
            Scopes scopes,
            GroundStore grounds,
            MeetingProposalStore proposals,
            MeetingStore store,
            MeetingRules rules,
            ExclusionChecks exclusions,
            Relations relations) {
        this.scopes = scopes;
        this.grounds = grounds;
        this.proposals = proposals;
        this.store = store;
        this.rules = rules;
        this.exclusions = exclusions;
        this.relations = relations;
    }

    /**
     * Of a branch on a day.
     *
     * @param sentOn null for today; a day to come is answered by the register of today
     */
    VotersView voters(SignedIn who, UUID organization, @Nullable String sentOn) {
        var faults = new Faults();
        var on = faults.day(sentOn, "on");
        faults.refuse();
        return scopes.read(who, scope -> view(scope, organization, on == null ? scope.day() : on));
    }

    private VotersView view(Scope scope, UUID organization, LocalDate on) {
        var known = on.isAfter(scope.day()) ? scope.day() : on;
        var asked = List.of(new Asked(organization, known, scope.day()));
        var ground =
                grounds.grounds(scope, asked)
                        .getFirst()
                        .filter(Ground::within)
                        .orElseThrow(NotFound::new);
        if (known.isBefore(ground.establishedOn())) {
            throw new InputRefused(
                    "on", "“%s”%s 才成立，日期不能早于成立日期".formatted(ground.name(), ground.establishedOn()));
        }
        var attending = Attendance.of(MeetingType.MEMBERS, null, ground.kind());
        var due = grounds.due(asked, List.of(attending)).getFirst();
        var leader = proposals.leader(organization, known).map(Leader::member).orElse(null);
        var last = proposals.last(scope, organization, MeetingType.MEMBERS).orElse(null);
        var recorder = last == null ? null : last.recorder();
        var names = names(due, leader, recorder);
        return view(
                new MeetingNamed(organization, ground.name()),
                on,
                due.stream().map(one -> voter(one, names)).toList(),
                person(leader, names),
                person(Objects.equals(leader, recorder) ? null : recorder, names),
                last,
                store.open(scope, organization, on));
    }

    private VotersView view(
            MeetingNamed organization,
            LocalDate on,
            List<Voter> due,
            @Nullable MeetingPerson chair,
            @Nullable MeetingPerson recorder,
            @Nullable Last last,
            List<VotersView.VoterMeeting> meetings) {
        var id = organization.id();
        var entitled = (int) due.stream().filter(Voter::full).count();
        var voting = rules.voting(MeetingRules.ADMISSION, on, id);
        var present = Math.max(1, voting.opens().least(entitled));
        var least = Math.max(1, voting.passes().least(entitled));
        return new VotersView(
                organization,
                on,
                due.stream().sorted(Comparator.comparing(Voter::name)).toList(),
                entitled,
                present,
                least,
                entitled == 0
                        ? "这一天没有有表决权的正式党员，不能表决"
                        : "应到会有表决权的正式党员 %d 名，至少到会 %d 名才能开会，赞成 %d 票以上为通过"
                                .formatted(entitled, present, least),
                RULES.stream().map(rule -> rules.named(rule, on, id)).toList(),
                MeetingProposals.REASONS,
                exclusions.classes(on, id).stream().map(VotersDesk::offered).toList(),
                chair,
                recorder,
                last == null ? null : last.place(),
                meetings);
    }

    private static VoterClass offered(Exclusion one) {
        return new VoterClass(
                one.code(),
                one.label(),
                one.ground() == Exclusion.Ground.LAW ? "处分决定是哪一天、由谁作出的" : "上级党组织哪一天同意、支部大会是否通过");
    }

    private Map<UUID, String> names(
            List<DuePerson> due, @Nullable UUID leader, @Nullable UUID recorder) {
        var people = new HashSet<UUID>();
        due.forEach(one -> people.add(one.id()));
        for (var one : new @Nullable UUID[] {leader, recorder}) {
            if (one != null) {
                people.add(one);
            }
        }
        return people.isEmpty() ? Map.of() : relations.names(people);
    }

    private static Voter voter(DuePerson one, Map<UUID, String> names) {
        return new Voter(
                one.id(),
                names.getOrDefault(one.id(), MeetingViews.SOMEBODY),
                one.full(),
                one.exempt(),
                one.floating(),
                one.full() ? null : "预备党员没有表决权，可以列席");
    }

    private static @Nullable MeetingPerson person(@Nullable UUID member, Map<UUID, String> names) {
        var name = member == null ? null : names.get(member);
        return member == null || name == null ? null : new MeetingPerson(member, name);
    }
}
