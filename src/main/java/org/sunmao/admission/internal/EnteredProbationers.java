package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Admission.Kind;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.admission.internal.Stage.Entry;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.List;

/**
 * Whoever was on the register as a probationer before the house knew of their way: what is left of
 * it begins with what the register says, and is not asked again.
 */
@Component
class EnteredProbationers {

    private final Members members;
    private final Judging judging;

    EnteredProbationers(Members members, Judging judging) {
        this.members = members;
        this.judging = judging;
    }

    Admission begin(Scope scope, AdmissionWish sent, Entered by) {
        var id = sent.member();
        var found = id == null ? null : members.probationer(scope, new MemberId(id)).orElse(null);
        if (found == null || !found.organization().equals(sent.organization())) {
            throw new InputRefused("member", "请选择这个党支部的一名预备党员");
        }
        var joined = found.joinedOn();
        var stage = stage(scope, found);
        return new Admission(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                found.organization(),
                found.id().value(),
                Kind.ENTERED,
                new Whose(
                        found.name(),
                        found.sex(),
                        found.nation(),
                        found.bornOn(),
                        null,
                        null,
                        found.education(),
                        found.jobPost()),
                joined,
                stage,
                judging.waiting(stage, scope.day(), found.organization()),
                true,
                by);
    }

    /** What was done of the entry is done: nobody swears a second time. */
    private Probationer stage(Scope scope, Members.Probationer found) {
        var joined = found.joinedOn();
        var bounds = judging.bounds(scope.day(), found.organization());
        var extended = found.extensionMonths();
        var until = joined.plusYears(bounds.probationYears());
        LocalDate end = extended == null ? until : until.plusMonths(extended);
        return new Probationer(
                joined,
                end,
                joined,
                extended == null ? null : until,
                null,
                new Entry(joined, joined, joined, List.of()),
                null);
    }
}
