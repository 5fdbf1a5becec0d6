package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Tree;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Organizations.Holder;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether an organization may hold the formal relation of a member. */
@Component
class Holders {

    private static final RuleId TEMPORARY = new RuleId("R-BR-07");
    private static final RuleId GROUP = new RuleId("R-BR-13");
    private static final RuleId HOST = new RuleId("R-MOB-03");

    /** A temporary branch hosts, though it holds no relation: that is what it is for. */
    private static final Set<String> NO_HOSTS = Set.of("group", "committee", "work-committee");

    private final Tree tree;
    private final Organizations organizations;
    private final Rulebook rulebook;

    Holders(Tree tree, Organizations organizations, Rulebook rulebook) {
        this.tree = tree;
        this.organizations = organizations;
        this.rulebook = rulebook;
    }

    /**
     * Examines where a member is to be held from a day on.
     *
     * @throws InputRefused outside the scope, ended meanwhile, or where members are held further
     *     below
     * @throws RuleRefused where a rule says that nobody's relation is held
     */
    void check(Scope scope, @Nullable UUID organization, LocalDate day) {
        var today = scope.day();
        var now = holder(organization, today);
        if (organization == null || now == null || !within(scope, organization, now)) {
            throw refused("这个党组织不在您的管理范围内，或不存在，请重新选择");
        }
        var holder = day.equals(today) ? now : holder(organization, day);
        if (holder == null) {
            throw refused(now.name() + "在 " + day + " 还没有成立，请核对从哪一天起");
        }
        fit(scope, holder);
    }

    /** Those that many rows name, as they are today; they stay so until the transaction ends. */
    Map<UUID, Holder> today(Scope scope, Collection<UUID> named) {
        return named.isEmpty() ? Map.of() : organizations.holders(named, scope.day());
    }

    /** Examines what an organization is: not whether it lies in the scope. */
    void fit(Scope scope, Holder holder) {
        var ended = holder.endedOn();
        if (ended != null) {
            throw refused(holder.name() + "已于 " + ended + " 撤销，不能登记党员，请重新选择党组织");
        }
        switch (holder.kind()) {
            case "temporary" -> throw refused(TEMPORARY, scope, "临时党支部不转接组织关系，请登记在党员原来的党支部");
            case "group" -> throw refused(GROUP, scope, "党小组不是一级党组织，请登记在它所在的党支部");
            case "committee", "work-committee" -> throw refused("党委不直接管理党员的组织关系，请选择下面的党支部");
            case "general-branch" -> {
                if (holder.hasChildren()) {
                    throw refused("这个党总支下面设有党支部，请选择党员所在的党支部");
                }
            }
            default -> {}
        }
    }

    /**
     * Examines the group a member belongs to on a day: a part of the branch that holds the member.
     *
     * @throws InputRefused for any other
     */
    void checkGroup(Map<String, @Nullable Object> values, LocalDate day) {
        var group = (UUID) values.get(MemberFields.PARTY_GROUP.name());
        if (group == null) {
            return;
        }
        var holder = (UUID) values.get(MemberFields.ORGANIZATION.name());
        var above = holder == null ? null : tree.path(holder, day).orElse(null);
        var below = tree.path(group, day).orElse(null);
        var part = above != null && below != null && below.startsWith(above);
        var found = holder(group, day);
        if (!part || found == null || !found.kind().equals("group")) {
            throw new InputRefused(MemberFields.PARTY_GROUP.pointer(), "请选择所在党支部下面的党小组；没有划分党小组的不填");
        }
    }

    /**
     * Examines where a floating member takes part in organization life on a day: a branch of the
     * same house, wherever in it, that is not the member's own.
     *
     * @throws InputRefused for what is none on that day
     * @throws RuleRefused for the one that holds the relation
     */
    void checkHost(Scope scope, Map<String, @Nullable Object> values, LocalDate day) {
        var host = (UUID) values.get(MemberFields.HOST.name());
        if (host == null) {
            return;
        }
        var home = (UUID) values.get(MemberFields.ORGANIZATION.name());
        if (host.equals(home)) {
            throw new RuleRefused(
                    rulebook.rule(HOST, scope.day()),
                    "组织关系就在这个党支部，不用再登记为流入地；人已经回来的，请把“流动党员”改为“否”",
                    MemberFields.HOST.name());
        }
        var now = holder(host, scope.day());
        if (now == null || home == null || !sameHouse(scope, host, home)) {
            throw unfit("没有这个党组织，请重新选择；流入地不在本平台的，请把名称填在“平台外的流入地党组织”里");
        }
        var then = day.equals(scope.day()) ? now : holder(host, day);
        if (then == null) {
            throw unfit(now.name() + "在 " + day + " 还没有成立，请核对从哪一天起");
        }
        if (then.endedOn() != null) {
            throw unfit(then.name() + "已于 " + then.endedOn() + " 撤销，请重新选择流入地党组织");
        }
        if (NO_HOSTS.contains(then.kind())
                || (then.kind().equals("general-branch") && then.hasChildren())) {
            throw unfit("流入党员编入党支部参加组织生活，请选择下面的党支部");
        }
    }

    private boolean sameHouse(Scope scope, UUID one, UUID other) {
        var top = top(scope, one);
        return top.isPresent() && top.equals(top(scope, other));
    }

    private Optional<String> top(Scope scope, UUID organization) {
        var now = holder(organization, scope.day());
        return now == null ? Optional.empty() : path(scope, organization, now).map(Holders::top);
    }

    /** The first step of a path: what all of a house have in common. */
    static String top(String path) {
        return path.substring(0, path.indexOf('/', 1) + 1);
    }

    private static InputRefused unfit(String reason) {
        return new InputRefused(MemberFields.HOST.pointer(), reason);
    }

    private @Nullable Holder holder(@Nullable UUID organization, LocalDate day) {
        return organization == null ? null : organizations.holder(organization, day).orElse(null);
    }

    /**
     * An ended organization has no place today: it is told of to those who had it in their scope.
     */
    private boolean within(Scope scope, UUID organization, Holder holder) {
        return path(scope, organization, holder).filter(scope.subtree()::contains).isPresent();
    }

    private Optional<String> path(Scope scope, UUID organization, Holder holder) {
        var ended = holder.endedOn();
        return tree.path(organization, ended == null ? scope.day() : ended.minusDays(1));
    }

    private static InputRefused refused(String reason) {
        return new InputRefused(MemberFields.ORGANIZATION.pointer(), reason);
    }

    private RuleRefused refused(RuleId rule, Scope scope, String reason) {
        return new RuleRefused(
                rulebook.rule(rule, scope.day()), reason, MemberFields.ORGANIZATION.name());
    }
}
