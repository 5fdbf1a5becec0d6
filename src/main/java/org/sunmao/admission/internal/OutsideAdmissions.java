package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Admission.Kind;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.web.InputRefused;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who was admitted by a provincial committee or the centre, or after death (R-DEV-06): entered
 * afterwards alone, by whoever stands at the top, with the paper that decided it. None of the
 * twenty-five steps is taken, and the register of members is not written.
 */
@Component
class OutsideAdmissions {

    /** The notice of the decision. */
    static final String PAPER = "D23";

    private final WhoseReader reader;
    private final Judging judging;
    private final Committees committees;

    OutsideAdmissions(WhoseReader reader, Judging judging, Committees committees) {
        this.reader = reader;
        this.judging = judging;
        this.committees = committees;
    }

    static boolean is(Kind kind) {
        return kind == Kind.DIRECT || kind == Kind.POSTHUMOUS;
    }

    Admission begin(SignedIn who, Scope scope, UUID organization, AdmissionWish sent, Entered by) {
        var top = committees.of(organization, scope.day()).top();
        if (!who.role().may(Right.ADMISSIONS_APPROVE) || !top.equals(who.organization())) {
            throw judging.refused(
                    Rules.OUTSIDE, "直接接收和追认由县级党委组织部门补录，请报县级党委组织部门", scope.day(), organization);
        }
        if (AdmissionDesk.reason(sent.reason()) == null) {
            throw new InputRefused("reason", "请写明批准的党委和文号");
        }
        var on = AdmissionDesk.day(sent.appliedOn(), "appliedOn", scope.day());
        var stage = new Member(on, on);
        return new Admission(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                organization,
                UuidCreator.getTimeOrderedEpoch(),
                Kind.of(String.valueOf(sent.kind())),
                reader.read(sent.whose()),
                on,
                stage,
                judging.waiting(stage, scope.day(), organization),
                true,
                by);
    }

    /** What decided it, as the one step there is. */
    static Taken decided(Admission admission, AdmissionWish sent, By by) {
        var document = String.valueOf(AdmissionDesk.reason(sent.reason()));
        return new Taken(
                UuidCreator.getTimeOrderedEpoch(),
                StepCode.APPROVE,
                admission.applied(),
                "{}",
                Map.of("granted", true, "opinion", document),
                admission.stage().code(),
                admission.organization(),
                null,
                true,
                List.of(),
                null,
                null,
                by);
    }
}
