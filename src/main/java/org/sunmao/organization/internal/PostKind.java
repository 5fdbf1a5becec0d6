package org.sunmao.organization.internal;

import static org.sunmao.organization.internal.PostKind.Group.DISPATCHED;
import static org.sunmao.organization.internal.PostKind.Group.LABEL;
import static org.sunmao.organization.internal.PostKind.Group.OFFICER;
import static org.sunmao.organization.internal.PostKind.Group.POOL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The posts a person may hold in an organization, in the order in which they are told. */
enum PostKind {
    SECRETARY("secretary", OFFICER),
    DEPUTY_SECRETARY("deputy-secretary", OFFICER),
    ORGANIZATION_MEMBER("organization-member", OFFICER),
    PUBLICITY_MEMBER("publicity-member", OFFICER),
    DISCIPLINE_MEMBER("discipline-member", OFFICER),
    UNITED_FRONT_MEMBER("united-front-member", OFFICER),
    YOUTH_MEMBER("youth-member", OFFICER),
    WOMEN_MEMBER("women-member", OFFICER),
    COMMITTEE_MEMBER("committee-member", OFFICER),
    GROUP_LEADER("group-leader", OFFICER),
    FIRST_SECRETARY("first-secretary", DISPATCHED),
    WORK_TEAM_MEMBER("work-team-member", DISPATCHED),
    LIAISON("liaison", DISPATCHED),
    SECONDMENT("secondment", DISPATCHED),
    VILLAGE_CHAIR("village-chair", Group.VILLAGE),
    COLLECTIVE_HEAD("collective-head", Group.VILLAGE),
    SUPERVISION_CHAIR("supervision-chair", Group.VILLAGE),
    SUPERVISION_LIAISON("supervision-liaison", Group.VILLAGE),
    VILLAGE_COMMITTEE_MEMBER("village-committee-member", Group.VILLAGE),
    RETIRED_CADRE("retired-cadre", Group.VILLAGE),
    VILLAGE_GRADUATE("village-graduate", Group.VILLAGE),
    RESERVE_CADRE("reserve-cadre", POOL),
    YOUNG_TALENT("young-talent", POOL),
    VOLUNTEER("volunteer", POOL),
    GOOSE_HEAD("goose-head", LABEL),
    GOOSE_WILD("goose-wild", LABEL),
    GOOSE_RETURNING("goose-returning", LABEL),
    GOOSE_YOUNG("goose-young", LABEL);

    /** What the posts have in common. */
    enum Group {
        /** 班子: what an organization elects or is given to lead it. */
        OFFICER("officer"),
        /** 选派: sent there by others. */
        DISPATCHED("dispatched"),
        /** 村务: what the village itself has. */
        VILLAGE("village"),
        /** 队伍: those from whom others are taken. */
        POOL("pool"),
        /** 四雁: what kind of able person someone is. */
        LABEL("label");

        private final String code;

        Group(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<Group> find(String code) {
            return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
        }
    }

    private final String code;
    private final Group group;

    PostKind(String code, Group group) {
        this.code = code;
        this.group = group;
    }

    /** The name outside the program; never renamed. */
    String code() {
        return code;
    }

    Group group() {
        return group;
    }

    /** Whether only a member can hold it: the Party's own, not the village's. */
    boolean asksForMembers() {
        return group == OFFICER || group == DISPATCHED;
    }

    /** Where it is told among the others. */
    int rank() {
        return List.of(values()).indexOf(this);
    }

    static Optional<PostKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static PostKind of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("unknown post: " + code));
    }

    static List<PostKind> of(Group group) {
        return Arrays.stream(values()).filter(kind -> kind.group == group).toList();
    }
}
