package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.organization.Relations.Moved;
import org.sunmao.organization.internal.ChangeCases.Case;
import org.sunmao.organization.internal.ChangePreview.Duty;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is to be done once a change has taken effect, each by its rule. */
@Component
class ChangeDuties {

    private final Rulebook rulebook;

    ChangeDuties(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    List<Duty> of(Case examined, ChangeOutcome outcome) {
        var on = examined.change().effectiveOn();
        var ruled = ruled(examined);
        var effects = examined.plan().effects();
        var duties = new ArrayList<Duty>();
        for (var founding : effects.founded()) {
            founded(founding, coming(outcome.members(), founding.id()), ruled, on, duties);
        }
        if (!effects.ended().isEmpty()) {
            var filing = ruled.apply(ChangeProcess.SET_UP).figure("filing");
            duties.add(
                    duty(
                            ChangeProcess.ADJUST,
                            "撤销、合并结果报上级党委组织部门备案，并办理档案移交",
                            on,
                            on.plusDays(filing)));
        }
        if (!outcome.posts().isEmpty()) {
            duties.add(
                    duty(
                            ChangeProcess.ADJUST,
                            outcome.posts().size() + " 个职务随党组织撤销，接收党组织按规定补选或任命",
                            on,
                            null));
        }
        return duties;
    }

    private void founded(
            Establish founding,
            int members,
            Function<RuleId, Rule> ruled,
            LocalDate on,
            List<Duty> duties) {
        switch (founding.kind()) {
            case Kinds.TEMPORARY -> {
                var wished = founding.reviewMonths();
                var months =
                        wished != null
                                ? wished
                                : ruled.apply(Kinds.TEMPORARY_BRANCH).figure("reviewMonths");
                var says = "任命“" + founding.name() + "”的书记等班子成员，到期检视是否还需要";
                duties.add(duty(Kinds.TEMPORARY_BRANCH, says, on, on.plusMonths(months)));
            }
            case Kinds.GROUP ->
                    duties.add(
                            duty(
                                    Kinds.PARTY_GROUP,
                                    "推选“" + founding.name() + "”的组长，报上级党组织",
                                    on,
                                    null));
            default -> elect(founding, members, ruled, on, duties);
        }
    }

    private void elect(
            Establish founding,
            int members,
            Function<RuleId, Rule> ruled,
            LocalDate on,
            List<Duty> duties) {
        var by = on.plusMonths(ruled.apply(ChangeProcess.SET_UP).figure("election"));
        var committee = members >= ruled.apply(Thresholds.BRANCH_COMMITTEE).figure("full");
        var says = committee ? "召开党员大会，选举“%s”的支部委员会" : "召开党员大会，选举“%s”的书记";
        duties.add(duty(ChangeProcess.SET_UP, says.formatted(founding.name()), on, by));
        duties.add(
                duty(
                        ChangeProcess.SET_UP,
                        "“" + founding.name() + "”的批复和选举结果报上级党委组织部门备案",
                        on,
                        by.plusDays(ruled.apply(ChangeProcess.SET_UP).figure("filing"))));
    }

    private static int coming(List<Moved> members, UUID id) {
        return (int) members.stream().filter(moved -> moved.to().equals(id)).count();
    }

    /** The rules as of the day, in the organization whose change it is. */
    private Function<RuleId, Rule> ruled(Case examined) {
        var change = examined.change();
        return id -> rulebook.rule(id, change.effectiveOn(), change.organization());
    }

    private Duty duty(RuleId rule, String says, LocalDate on, @Nullable LocalDate by) {
        var cites = rulebook.rule(rule, on).cite();
        return new Duty(says, rule.value(), cites, by);
    }
}
