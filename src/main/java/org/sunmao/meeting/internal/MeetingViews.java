package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.internal.Meeting.Mark;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingView.MeetingAgendaItem;
import org.sunmao.meeting.internal.MeetingView.MeetingCheck;
import org.sunmao.meeting.internal.MeetingView.MeetingCount;
import org.sunmao.meeting.internal.MeetingView.MeetingExcluded;
import org.sunmao.meeting.internal.MeetingView.MeetingGrade;
import org.sunmao.meeting.internal.MeetingView.MeetingHead;
import org.sunmao.meeting.internal.MeetingView.MeetingHint;
import org.sunmao.meeting.internal.MeetingView.MeetingMark;
import org.sunmao.meeting.internal.MeetingView.MeetingMeasure;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.meeting.internal.MeetingView.MeetingOffer;
import org.sunmao.meeting.internal.MeetingView.MeetingPerson;
import org.sunmao.meeting.internal.MeetingView.MeetingRoll;
import org.sunmao.meeting.internal.MeetingView.MeetingSignature;
import org.sunmao.meeting.internal.MeetingView.MeetingSignatures;
import org.sunmao.meeting.internal.MeetingView.MeetingVote;
import org.sunmao.organization.Relations;
import org.sunmao.web.NotFound;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Meetings as they are shown, and what the asker may do with them. */
@Component
class MeetingViews {

    static final String SOMEBODY = "其他党组织的党员";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ShownStore store;
    private final MeetingRules rules;
    private final MeetingMays mays;
    private final MeetingHints hints;
    private final Relations relations;
    private final AppraisalFacts appraisals;
    private final LectureStore lectures;
    private final HostedStore hosts;

    MeetingViews(
            ShownStore store,
            MeetingRules rules,
            MeetingMays mays,
            MeetingHints hints,
            Relations relations,
            AppraisalFacts appraisals,
            LectureStore lectures,
            HostedStore hosts) {
        this.hosts = hosts;
        this.store = store;
        this.rules = rules;
        this.mays = mays;
        this.hints = hints;
        this.relations = relations;
        this.appraisals = appraisals;
        this.lectures = lectures;
    }

    MeetingView get(SignedIn who, Scope scope, UUID id) {
        return view(who, scope, store.get(scope, id).orElseThrow(NotFound::new));
    }

    private MeetingView view(SignedIn who, Scope scope, Shown shown) {
        var meeting = shown.meeting();
        var sees = MeetingSight.open(who, meeting, shown.kind(), shown.parent());
        return view(who, scope, shown, meeting, names(shown), sees);
    }

    private MeetingView view(
            SignedIn who,
            Scope scope,
            Shown shown,
            Meeting meeting,
            Map<UUID, String> names,
            boolean sees) {
        return new MeetingView(
                meeting.id(),
                meeting.version(),
                new MeetingNamed(meeting.organization(), shown.organization()),
                meeting.type().code(),
                meeting.type().label(),
                code(meeting.form()),
                meeting.state().code(),
                stateName(meeting.state().code()),
                meeting.when().on(),
                time(meeting.when().begins()),
                meeting.when().minutes(),
                sees ? meeting.topic() : meeting.type().label(),
                meeting.when().place(),
                head(meeting.heads().chair()),
                head(meeting.heads().recorder()),
                sees ? agenda(meeting) : List.of(),
                sees ? meeting.text().record() : null,
                sees ? meeting.text().resolution() : null,
                roll(meeting, names),
                votes(shown, names),
                shown.grades().stream().map(grade -> grade(grade, names)).toList(),
                shown.measures().stream().map(measure -> measure(measure, names)).toList(),
                sees ? shown.annotations() : List.of(),
                meeting.late(),
                sees ? meeting.reason() : null,
                meeting.recorded().name(),
                meeting.recorded().on(),
                meeting.recorded().at(),
                signatures(meeting.state()),
                meeting.lockedOn(),
                check(meeting.state()),
                shown.lecture(),
                offer(meeting),
                !sees,
                mays.of(who, meeting, sees, scope.day()),
                hints(scope, shown));
    }

    private @Nullable MeetingOffer offer(Meeting meeting) {
        if (meeting.type() != MeetingType.LECTURE) {
            return null;
        }
        var stands = lectures.stands(meeting.id());
        return new MeetingOffer(stands.offered(), stands.until());
    }

    private List<MeetingHint> hints(Scope scope, Shown shown) {
        var all = new ArrayList<>(hints.of(scope, shown.meeting(), shown.votes()));
        all.addAll(appraisals.hints(shown));
        return all;
    }

    private Map<UUID, String> names(Shown shown) {
        var people = new HashSet<>(shown.meeting().people());
        shown.grades().forEach(grade -> people.add(grade.member()));
        shown.measures().stream()
                .map(Shown.Measure::member)
                .filter(Objects::nonNull)
                .forEach(people::add);
        if (people.isEmpty()) {
            return Map.of();
        }
        var names = hosts.names(shown.meeting().roll().hosted());
        names.putAll(relations.names(people));
        return names;
    }

    static String stateName(String state) {
        return switch (state) {
            case "noticed" -> "已通知";
            case "in-session" -> "正在开";
            case "short" -> "人数不够";
            case "draft" -> "待签字";
            case "signed" -> "已签字";
            case "returned" -> "已退回";
            case "accepted" -> "检查通过";
            case "archived" -> "已归档";
            case "cancelled" -> "已撤销";
            default -> throw new IllegalStateException(state);
        };
    }

    static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static @Nullable MeetingHead head(@Nullable Person person) {
        var name = person == null ? null : person.name();
        return person == null || name == null ? null : new MeetingHead(person.member(), name);
    }

    private static List<MeetingAgendaItem> agenda(Meeting meeting) {
        var steps = Agendas.of(meeting.type());
        return meeting.text().agenda().stream().map(item -> item(item, steps)).toList();
    }

    private static MeetingAgendaItem item(Item item, List<Agendas.Step> steps) {
        var required =
                steps.stream().anyMatch(step -> step.required() && step.key().equals(item.key()));
        return new MeetingAgendaItem(item.key(), item.title(), required, item.done(), item.text());
    }

    private static MeetingRoll roll(Meeting meeting, Map<UUID, String> names) {
        var roll = meeting.roll();
        var due =
                roll.due().stream()
                        .map(member -> mark(roll, member, names))
                        .sorted(Comparator.comparing(MeetingMark::name))
                        .toList();
        return new MeetingRoll(
                due,
                people(roll.guests(), names),
                people(roll.hosted(), names),
                new MeetingCount(
                        roll.due().size(),
                        roll.present().size(),
                        roll.distant().size(),
                        roll.count(Mark.EXCUSED),
                        roll.count(Mark.ABSENT),
                        roll.count(Mark.EXEMPT)));
    }

    private static MeetingMark mark(Meeting.Roll roll, UUID member, Map<UUID, String> names) {
        var mark = roll.mark(member);
        var reason = mark == Mark.EXCUSED ? roll.excused().get(member) : null;
        return new MeetingMark(
                member,
                names.getOrDefault(member, SOMEBODY),
                mark.code(),
                mark.label(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.label());
    }

    private static List<MeetingPerson> people(Collection<UUID> members, Map<UUID, String> names) {
        return members.stream()
                .map(member -> new MeetingPerson(member, names.getOrDefault(member, SOMEBODY)))
                .toList();
    }

    private List<MeetingVote> votes(Shown shown, Map<UUID, String> names) {
        return shown.votes().stream().map(vote -> vote(shown.meeting(), vote, names)).toList();
    }

    private MeetingVote vote(Meeting meeting, Vote vote, Map<UUID, String> names) {
        var counts = vote.counts();
        var on = meeting.when().on();
        var needed =
                rules.voting(vote.rule(), on, meeting.organization()).passes().least(counts.due());
        return new MeetingVote(
                vote.number(),
                vote.matter(),
                rules.named(vote.rule(), on, meeting.organization()),
                vote.secret(),
                counts.due(),
                counts.present(),
                counts.written(),
                counts.inFavour(),
                counts.against(),
                counts.abstained(),
                vote.passed(),
                "应到 %d，到会 %d，赞成 %d，要 %d 票以上，%s"
                        .formatted(
                                counts.due(),
                                counts.present(),
                                counts.inFavour(),
                                needed,
                                vote.passed() ? "通过" : "没有通过"),
                vote.bound(),
                vote.excluded().stream().map(one -> excluded(one, names)).toList());
    }

    private static MeetingExcluded excluded(Excluded one, Map<UUID, String> names) {
        return new MeetingExcluded(
                one.member(),
                names.getOrDefault(one.member(), SOMEBODY),
                one.reason().code(),
                one.reason().label(),
                one.consent());
    }

    private static MeetingGrade grade(Shown.Grade grade, Map<UUID, String> names) {
        return new MeetingGrade(
                grade.member(),
                names.getOrDefault(grade.member(), SOMEBODY),
                grade.excellent(),
                grade.qualified(),
                grade.basic(),
                grade.unqualified(),
                grade.grade(),
                gradeName(grade.grade()),
                grade.gap(),
                grade.toldOn());
    }

    static @Nullable String gradeName(@Nullable String grade) {
        return switch (grade) {
            case null -> null;
            case "excellent" -> "优秀";
            case "qualified" -> "合格";
            case "basic" -> "基本合格";
            case "unqualified" -> "不合格";
            default -> throw new IllegalStateException(grade);
        };
    }

    private static MeetingMeasure measure(Shown.Measure measure, Map<UUID, String> names) {
        var member = measure.member();
        return new MeetingMeasure(
                measure.id(),
                measure.number(),
                measure.says(),
                member == null
                        ? null
                        : new MeetingNamed(member, names.getOrDefault(member, SOMEBODY)),
                measure.due(),
                measure.doneOn(),
                measure.doneSays());
    }

    private static MeetingSignatures signatures(MeetingState state) {
        var left = Left.of(state);
        return new MeetingSignatures(signature(left.recorder()), signature(left.chair()));
    }

    private static @Nullable String code(@Nullable MeetingType type) {
        return type == null ? null : type.code();
    }

    private static @Nullable MeetingSignature signature(@Nullable Signature signature) {
        return signature == null ? null : new MeetingSignature(signature.name(), signature.at());
    }

    private static @Nullable MeetingCheck check(MeetingState state) {
        var check = Left.of(state).check();
        return check == null
                ? null
                : new MeetingCheck(
                        check.name(),
                        check.at(),
                        !(state instanceof MeetingState.Returned),
                        check.reason());
    }
}
