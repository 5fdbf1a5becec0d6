package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a locality says of its young talent pool (R-CD-03): who lists people, and up to which age.
 */
@Component
class TalentRules {

    private static final int TOWNSHIP = 1;

    private final Rulebook rulebook;
    private final Committees committees;

    TalentRules(Rulebook rulebook, Committees committees) {
        this.rulebook = rulebook;
        this.committees = committees;
    }

    private Rule rule(LocalDate day, UUID organization) {
        return rulebook.rule(Rules.TALENTS, day, organization);
    }

    /** Whether one who writes for a branch may list people of it, and put right what is kept. */
    boolean leads(SignedIn who, Line line, LocalDate day) {
        return line.above().isEmpty()
                || line.hasAbove(who.organization())
                || rule(day, line.branch()).figure("lead") != TOWNSHIP;
    }

    /** Whether one may list people of an organization or below it. */
    boolean mayList(SignedIn who, UUID organization, LocalDate day) {
        if (!who.role().may(Right.ADMISSIONS_WRITE)) {
            return false;
        }
        var line = committees.of(organization, day);
        return !AdmissionDesk.BRANCHES.contains(line.kind()) || leads(who, line, day);
    }

    void refuseUnlessLed(SignedIn who, Line line, LocalDate day) {
        if (!leads(who, line, day)) {
            var leading = line.approving() == null ? line.above().getLast() : line.approving();
            throw new RuleRefused(
                    rule(day, line.branch()),
                    "这里的青年人才库由上级党组织登记，请把推荐的人和本人同意的日期报给“%s”".formatted(leading.name()));
        }
    }

    /** How old one may be on the day of listing. */
    int ageMost(LocalDate day, UUID organization) {
        return rule(day, organization).figure("ageMost");
    }

    /** Being older later removes nobody. */
    void refuseUnlessYoung(LocalDate bornOn, LocalDate listedOn, UUID organization) {
        var age = Talent.age(bornOn, listedOn);
        var most = ageMost(listedOn, organization);
        if (age > most) {
            throw new RuleRefused(
                    rule(listedOn, organization),
                    "列入的那一天已满 %d 周岁，这里的青年人才库不超过 %d 周岁；愿意申请入党的，可以直接登记入党申请".formatted(age, most),
                    "bornOn");
        }
    }
}
