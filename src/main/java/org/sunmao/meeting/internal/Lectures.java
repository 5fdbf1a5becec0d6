package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.LectureStore.Follower;
import org.sunmao.meeting.internal.LectureStore.Lecture;
import org.sunmao.meeting.internal.LectureStore.Offer;
import org.sunmao.meeting.internal.LectureView.LectureFollower;
import org.sunmao.meeting.internal.LectureView.LectureFollowers;
import org.sunmao.meeting.internal.LectureView.LectureSum;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.rules.RuleId;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * One lecture that many follow (C3), live or recorded. Each keeps its own roll of it; whoever
 * offered it sees sums.
 */
@Service
class Lectures {

    static final RuleId LECTURE = new RuleId("R-LF-07");
    private static final int MOST = 100;

    /** Without a day, lectures of the last quarter are shown, and those to come. */
    private static final int DAYS = 90;

    private final Scopes scopes;
    private final LectureStore store;
    private final MeetingStore meetings;
    private final MeetingViews views;
    private final MeetingRules rules;
    private final MeetingJournal journal;
    private final LifeOrganizations known;
    private final Organizations organizations;
    private final Tree tree;

    Lectures(
            Scopes scopes,
            LectureStore store,
            MeetingStore meetings,
            MeetingViews views,
            MeetingRules rules,
            MeetingJournal journal,
            LifeOrganizations known,
            Organizations organizations,
            Tree tree) {
        this.scopes = scopes;
        this.store = store;
        this.meetings = meetings;
        this.views = views;
        this.rules = rules;
        this.journal = journal;
        this.known = known;
        this.organizations = organizations;
        this.tree = tree;
    }

    List<LectureView> list(SignedIn who, @Nullable UUID sent, @Nullable String from) {
        var organization = sent == null ? who.organization() : sent;
        if (organization == null) {
            throw new InputRefused("organization", "请选择党组织");
        }
        return scopes.read(
                who,
                scope -> {
                    known.get(scope, organization);
                    var since =
                            from == null || from.isBlank()
                                    ? scope.day().minusDays(DAYS)
                                    : LifeText.day(from, "from");
                    return offered(organization, since, scope.day()).stream()
                            .map(one -> view(one, scope.day()))
                            .toList();
                });
    }

    /** Those that an organization may follow, in the caller's transaction. */
    List<Lecture> offered(UUID organization, LocalDate since, LocalDate day) {
        var above = organizations.ancestors(organization, day).stream().map(Named::id).toList();
        return store.offered(organization, above, since, day, MOST);
    }

    private LectureView view(Lecture one, LocalDate day) {
        return new LectureView(
                one.id(),
                one.topic(),
                named(one.organization(), day),
                one.on(),
                MeetingViews.time(one.begins()),
                one.minutes(),
                one.place(),
                one.teacher(),
                one.until(),
                one.followed());
    }

    MeetingNamed named(UUID organization, LocalDate day) {
        return new MeetingNamed(organization, tree.name(organization, day).orElse(""));
    }

    /** Offers a lecture to be followed, or no longer. */
    MeetingView offer(SignedIn who, UUID id, @Nullable Boolean said, @Nullable String sent) {
        return scopes.write(
                who,
                scope -> {
                    var meeting =
                            meetings.lock(scope, List.of(id)).stream()
                                    .findFirst()
                                    .orElseThrow(NotFound::new);
                    if (said == null) {
                        throw new InputRefused("offered", "请说明是否开放收看");
                    }
                    boolean offered = said;
                    refuse(scope, meeting);
                    var until = offered ? until(meeting, sent) : null;
                    store.offer(id, new Offer(offered, until));
                    var values = new LinkedHashMap<String, Object>(Map.of("offered", offered));
                    if (until != null) {
                        values.put("until", until.toString());
                    }
                    journal.noted(scope, meeting, "offer", LECTURE, values);
                    return views.get(who, scope, id);
                });
    }

    private void refuse(Scope scope, Meeting meeting) {
        if (meeting.type() != MeetingType.LECTURE
                || meeting.lecture() != null
                || meeting.state() instanceof MeetingState.Cancelled) {
            throw rules.refused(
                    LECTURE, scope.day(), meeting.organization(), "只有自己讲的党课可以提供给其他党组织收看");
        }
    }

    private static @Nullable LocalDate until(Meeting meeting, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var until = LifeText.day(sent, "until");
        if (until.isBefore(meeting.when().on())) {
            throw new InputRefused("until", "收看录像的截止日不能早于讲课的日期 " + meeting.when().on());
        }
        return until;
    }

    LectureFollowers followers(SignedIn who, UUID id) {
        return scopes.read(
                who,
                scope -> {
                    var _ =
                            meetings.get(scope, id)
                                    .filter(one -> one.type() == MeetingType.LECTURE)
                                    .orElseThrow(NotFound::new);
                    var found = store.followers(id);
                    var sum =
                            new LectureSum(
                                    (int)
                                            found.stream()
                                                    .map(Follower::organization)
                                                    .distinct()
                                                    .count(),
                                    sum(found, Follower::due),
                                    sum(found, Follower::present),
                                    sum(found, Follower::hosted));
                    return new LectureFollowers(
                            id, sum, found.stream().map(one -> follower(one, scope)).toList());
                });
    }

    private static int sum(List<Follower> found, ToIntFunction<Follower> number) {
        return found.stream().mapToInt(number).sum();
    }

    private LectureFollower follower(Follower one, Scope scope) {
        return new LectureFollower(
                named(one.organization(), scope.day()),
                one.heldOn(),
                one.due(),
                one.present(),
                one.away(),
                one.hosted());
    }
}
