package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Who may be left out of those due to vote (R-DEV-29), each with a class and a consent. */
@Component
class ExclusionChecks {

    /** By how many classes the law knows; a locality may have one more. */
    private static final int BY_LAW = 5;

    private final MeetingRules rules;

    ExclusionChecks(MeetingRules rules) {
        this.rules = rules;
    }

    /** The classes there are in an organization on a day. */
    List<Exclusion> classes(LocalDate day, UUID organization) {
        var more = rules.rule(MeetingRules.ENTITLED, day, organization).figure("classes") > BY_LAW;
        return Arrays.stream(Exclusion.values())
                .filter(one -> more || one.ground() != Exclusion.Ground.LOCAL)
                .toList();
    }

    void check(
            List<Excluded> excluded,
            RuleId rule,
            Meeting meeting,
            Voters voters,
            String vote,
            Faults faults) {
        if (excluded.isEmpty()) {
            return;
        }
        if (!rule.equals(MeetingRules.ADMISSION)) {
            faults.add(vote + "/excluded", "只有接收、转正等表决可以不把有的党员计入应到，请去掉");
            return;
        }
        var seen = new HashSet<UUID>();
        var classes = classes(meeting.when().on(), meeting.organization());
        for (var at = 0; at < excluded.size(); at++) {
            var one = excluded.get(at);
            var pointer = vote + "/excluded/" + at;
            var name = voters.name(one.member());
            if (!voters.entitled().contains(one.member())) {
                faults.add(pointer, "“%s”本来就不在应到会有表决权的党员里，请去掉".formatted(name));
            } else if (!seen.add(one.member())) {
                faults.add(pointer, "“%s”写了两次，请去掉一个".formatted(name));
            } else {
                check(one, name, classes, meeting, pointer);
            }
        }
    }

    private void check(
            Excluded one, String name, List<Exclusion> classes, Meeting meeting, String pointer) {
        if (meeting.roll().present().contains(one.member())) {
            throw refused(meeting, "“%s”已经到会，要计入应到；没有到会的，请先记为没有到会".formatted(name), pointer);
        }
        if (!classes.contains(one.reason())) {
            throw refused(meeting, "“%s”不在这里规定的类别里，请重新选择".formatted(name), pointer);
        }
        if (one.consent().isBlank()) {
            var asked =
                    one.reason().ground() == Exclusion.Ground.LAW
                            ? "“%s”不计入应到，请写明处分决定是哪一天、由谁作出的"
                            : "“%s”不计入应到，请写明上级党组织哪一天同意、支部大会是否通过";
            throw refused(meeting, asked.formatted(name), pointer + "/consent");
        }
    }

    private RuleRefused refused(Meeting meeting, String says, String pointer) {
        return rules.refused(
                MeetingRules.ENTITLED, meeting.when().on(), meeting.organization(), says, pointer);
    }
}
