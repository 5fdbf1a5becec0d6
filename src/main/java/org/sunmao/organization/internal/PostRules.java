package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.Kinds.PARTY_GROUP;
import static org.sunmao.organization.internal.Kinds.TEMPORARY_BRANCH;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.People.Person;
import org.sunmao.organization.PostView.Remark;
import org.sunmao.organization.internal.PostKind.Group;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may hold which post where, and what the rules remark on a post that is held. It refuses only
 * what cannot be; the rest it remarks. Knows no clock and no database.
 */
final class PostRules {

    static final RuleId APPROVAL = new RuleId("R-BR-11");
    static final RuleId STANDING = new RuleId("R-BR-12");
    static final RuleId FULL_MEMBERS = new RuleId("R-EL-04");
    static final RuleId LABELS = new RuleId("R-CD-01");
    static final RuleId FIRST_SECRETARY = new RuleId("R-CD-10");
    static final RuleId LIAISON = new RuleId("R-CD-11");

    static final String ELECTED = "elected";
    private static final String VILLAGE = "village";

    /** What only one person holds at a time in one organization. */
    private static final Set<PostKind> HELD_BY_ONE =
            Set.of(
                    PostKind.SECRETARY,
                    PostKind.GROUP_LEADER,
                    PostKind.LIAISON,
                    PostKind.VILLAGE_CHAIR,
                    PostKind.COLLECTIVE_HEAD,
                    PostKind.SUPERVISION_CHAIR);

    /**
     * The organization a post is held in.
     *
     * @param kind what it is, a code of table organizationKind
     */
    record Home(String kind, String field, LocalDate establishedOn) {

        boolean village() {
            return field.equals(VILLAGE) && !kind.equals(Kinds.GROUP);
        }
    }

    /**
     * It cannot be, for this reason.
     *
     * @param rule the rule that forbids it; null where it is a matter of sense
     * @param field the field it is about
     */
    record Refused(@Nullable RuleId rule, String field, String reason) {}

    private final Function<RuleId, Rule> rules;

    /**
     * @param rules the rules as in force on the day
     */
    PostRules(Function<RuleId, Rule> rules) {
        this.rules = rules;
    }

    /**
     * Why the post cannot be held; empty if it can.
     *
     * @param person the member who holds it, if it is one
     * @param others the other posts there ever were in the organization
     */
    static List<Refused> refused(Post post, Home home, @Nullable Person person, List<Post> others) {
        var refused = new ArrayList<Refused>();
        place(post, home).ifPresent(refused::add);
        days(post, home).ifPresent(refused::add);
        person(post, home, person).ifPresent(refused::add);
        beside(post, others).ifPresent(refused::add);
        return refused;
    }

    /** Whether others hold what cannot be held beside it. */
    static Optional<Refused> beside(Post post, List<Post> others) {
        return others.stream()
                .filter(post::overlaps)
                .flatMap(other -> beside(post, other).stream())
                .findFirst();
    }

    static Optional<Refused> place(Post post, Home home) {
        var group = home.kind().equals(Kinds.GROUP);
        var kind = post.kind();
        if (group != (kind == PostKind.GROUP_LEADER)) {
            return Optional.of(
                    group
                            ? new Refused(PARTY_GROUP, "kind", "党小组不是一级党组织，只设组长")
                            : new Refused(PARTY_GROUP, "kind", "组长只设在党小组"));
        }
        if (!home.village()) {
            return switch (kind) {
                case FIRST_SECRETARY, WORK_TEAM_MEMBER ->
                        Optional.of(new Refused(FIRST_SECRETARY, "kind", "驻村第一书记和工作队员只派到村（社区）党组织"));
                case LIAISON -> Optional.of(new Refused(LIAISON, "kind", "党建联络员只设在村（社区）党组织"));
                default ->
                        kind.group() == Group.VILLAGE || kind == PostKind.RESERVE_CADRE
                                ? Optional.of(new Refused(null, "kind", "这一职务只登记在村（社区）党组织"))
                                : Optional.empty();
            };
        }
        return Optional.empty();
    }

    static Optional<Refused> days(Post post, Home home) {
        if (post.from().isBefore(home.establishedOn())) {
            return Optional.of(
                    new Refused(
                            null, "from", "这个党组织 " + home.establishedOn() + " 成立，任职不能从更早的一天开始"));
        }
        return post.from().isBefore(post.to())
                ? Optional.empty()
                : Optional.of(new Refused(null, "to", "卸任日期应在任职开始日期之后"));
    }

    static Optional<Refused> person(Post post, Home home, @Nullable Person person) {
        var officer = post.kind().group() == Group.OFFICER;
        if (officer && post.member() == null) {
            return Optional.of(new Refused(null, "member", "班子成员是党员，请从党员名册里选人"));
        }
        if (officer && person != null && person.joinedOn().isAfter(post.from())) {
            var joined = person.name() + " " + person.joinedOn() + " 入党，";
            return Optional.of(new Refused(null, "from", joined + "任职不能从更早的一天开始"));
        }
        var elected = post.appointment().equals(ELECTED);
        if (elected && home.kind().equals(Kinds.TEMPORARY)) {
            return Optional.of(
                    new Refused(TEMPORARY_BRANCH, "appointment", "临时党支部的班子由批准成立的党组织指定，不选举"));
        }
        if (elected
                && officer
                && person != null
                && post.kind() != PostKind.GROUP_LEADER
                && !fullOn(person, post.from())) {
            return Optional.of(
                    new Refused(
                            FULL_MEMBERS,
                            "member",
                            person.name() + "在 " + post.from() + " 还不是正式党员，没有被选举权"));
        }
        return Optional.empty();
    }

    private static Optional<Refused> beside(Post post, Post other) {
        if (other.kind() == post.kind() && other.samePerson(post)) {
            return Optional.of(
                    new Refused(null, "from", post.name() + held(other) + "已任这一职务，两段任职不能重叠"));
        }
        if (other.kind() == post.kind() && HELD_BY_ONE.contains(post.kind())) {
            var rule = post.kind() == PostKind.LIAISON ? LIAISON : null;
            return Optional.of(
                    new Refused(
                            rule,
                            "kind",
                            "这一职务" + held(other) + "由" + other.name() + "担任，同一时间只有一人；请先登记其卸任"));
        }
        if (post.kind().group() == Group.LABEL
                && other.kind().group() == Group.LABEL
                && other.samePerson(post)) {
            return Optional.of(label(post.name()));
        }
        return Optional.empty();
    }

    /** Somebody carries one label of the four geese already, here or elsewhere. */
    static Refused label(String name) {
        return new Refused(LABELS, "kind", name + "已列为四雁中的一项，同一时间只列一项；请先结束原来的一项");
    }

    private static String held(Post post) {
        return post.open() ? "从 " + post.from() + " 起" : "从 " + post.from() + " 至 " + post.to();
    }

    private static boolean fullOn(Person person, LocalDate day) {
        var fullOn = person.fullOn();
        return fullOn != null && !fullOn.isAfter(day);
    }

    /** What the rules say of a post that is held or was. */
    List<Remark> remarks(Post post, @Nullable Person person) {
        var remarks = new ArrayList<Remark>();
        if (lacksApproval(post)) {
            remarks.add(remark(APPROVAL, "选举产生后应当报上级党组织批准，批复还没有登记"));
        }
        if (post.kind() == PostKind.SECRETARY && person != null) {
            var years = rules.apply(STANDING).figure("years");
            if (!fullOn(person, post.from().minusYears(years))) {
                remarks.add(remark(STANDING, "任职时党龄不满 " + years + " 年，书记一般应当满 " + years + " 年"));
            }
        }
        if (post.kind() == PostKind.FIRST_SECRETARY && !post.open()) {
            var years = rules.apply(FIRST_SECRETARY).figure("years");
            if (post.to().isBefore(post.from().plusYears(years))) {
                remarks.add(remark(FIRST_SECRETARY, "驻村不满 " + years + " 年"));
            }
        }
        return remarks;
    }

    /** Elected, and the level above has not approved it yet (R-BR-11). */
    static boolean lacksApproval(Post post) {
        return (post.kind() == PostKind.SECRETARY || post.kind() == PostKind.DEPUTY_SECRETARY)
                && post.appointment().equals(ELECTED)
                && post.approval() == null;
    }

    private Remark remark(RuleId id, String says) {
        return new Remark(id.value(), rules.apply(id).cite(), says);
    }
}
