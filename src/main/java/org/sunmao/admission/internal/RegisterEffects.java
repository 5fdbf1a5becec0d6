package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.ApplicantGrants;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Ended;
import org.sunmao.admission.internal.Stage.Probationer;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.member.Status;
import org.sunmao.organization.OrganizationId;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the register of members learns from a step, and the account of whoever asked to be admitted:
 * nobody enters it a second time.
 */
@Component
class RegisterEffects {

    private static final String NORMAL = "normal";
    private static final String DEVELOPED = "developed";

    private final Members members;
    private final ApplicantGrants grants;

    RegisterEffects(Members members, ApplicantGrants grants) {
        this.members = members;
        this.grants = grants;
    }

    /**
     * @param organization the branch it belongs to from now on
     */
    void of(Scope scope, Admission was, Stage next, Step step, UUID organization) {
        var member = new MemberId(was.person());
        if (was.stage() instanceof Accepted && next instanceof Probationer now) {
            enter(scope, was, now);
            grants.joined(scope, was.person(), was.organization());
        } else if (step instanceof Step.Move moved && next instanceof Probationer) {
            members.move(scope, member, new OrganizationId(organization), moved.on());
        } else if (next instanceof Ended) {
            grants.ended(scope, was.person());
        } else if (was.stage() instanceof Decided decided
                && step instanceof Step.ApproveConversion it
                && it.granted()) {
            switch (decided.outcome()) {
                case CONVERT -> members.convert(scope, member, decided.was().until(), it.on());
                case EXTEND -> members.extend(scope, member, decided.months(), it.on());
                case CANCEL -> members.cancel(scope, member, it.on(), "取消预备党员资格");
            }
        }
    }

    /** Membership begins with the meeting (R-DEV-38), once the committee has approved. */
    private void enter(Scope scope, Admission was, Probationer now) {
        var whose = was.whose();
        refuse(missing(whose));
        var number = whose.citizenNumber();
        var nation = whose.nation();
        if (number == null || nation == null) {
            throw new IllegalStateException("refused above");
        }
        members.enter(scope, List.of(member(was, now, number, nation)));
    }

    /** What the register asks for and nobody has told yet. */
    static List<Place> missing(Whose whose) {
        var missing = new ArrayList<Place>();
        if (whose.citizenNumber() == null) {
            missing.add(new Place("citizenNumber", "批准以前请补填公民身份号码"));
        }
        if (whose.nation() == null) {
            missing.add(new Place("nation", "批准以前请补填民族"));
        }
        return missing;
    }

    private static void refuse(List<Place> missing) {
        if (!missing.isEmpty()) {
            throw new InputRefused(missing);
        }
    }

    private static NewMember member(Admission was, Probationer now, String number, String nation) {
        var whose = was.whose();
        return new NewMember(
                new MemberId(was.person()),
                was.organization(),
                now.since(),
                whose.name(),
                whose.sex(),
                number,
                nation,
                whose.bornOn(),
                null,
                null,
                null,
                whose.education(),
                null,
                Status.PROBATIONARY,
                NORMAL,
                now.since(),
                null,
                null,
                null,
                DEVELOPED,
                was.organization(),
                whose.jobPost(),
                null,
                null,
                null,
                false,
                false,
                whose.mobile(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null);
    }
}
