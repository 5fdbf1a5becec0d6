package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.member.CitizenNumber;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.organization.OrganizationId;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entering members and ending probation, by the rules and with an entry in the journal. */
@Service
class MemberRegister implements Members {

    private final MemberWriter writer;
    private final MemberChecks checks;
    private final Codes codes;
    private final Journal journal;
    private final MemberProbation probation;
    private final MemberMove move;

    MemberRegister(
            MemberWriter writer,
            MemberChecks checks,
            Codes codes,
            Journal journal,
            MemberProbation probation,
            MemberMove move) {
        this.probation = probation;
        this.move = move;
        this.writer = writer;
        this.checks = checks;
        this.codes = codes;
        this.journal = journal;
    }

    @Override
    public void enter(Scope scope, List<NewMember> members) {
        members.forEach(member -> check(member, scope.day()));
        writer.add(members);
        journal.append(scope.actor(), members.stream().map(MemberRegister::act).toList());
    }

    @Override
    public Optional<Probationer> probationer(Scope scope, MemberId member) {
        return probation.probationer(scope, member);
    }

    @Override
    public void convert(Scope scope, MemberId member, LocalDate fullOn, LocalDate on) {
        probation.convert(scope, member, fullOn, on);
    }

    @Override
    public void extend(Scope scope, MemberId member, int months, LocalDate on) {
        probation.extend(scope, member, months, on);
    }

    @Override
    public void cancel(Scope scope, MemberId member, LocalDate on, String reason) {
        probation.cancel(scope, member, on, reason);
    }

    @Override
    public void move(Scope scope, MemberId member, OrganizationId to, LocalDate on) {
        move.move(scope, member, to.value(), on);
    }

    private void check(NewMember member, LocalDate today) {
        if (!CitizenNumber.of(member.citizenNumber()).valid()) {
            throw new InputRefused("/citizenNumber", "公民身份号码的格式或校验码不对");
        }
        check(CodeTable.SEX, "/sex", member.sex());
        check(CodeTable.NATION, "/nation", member.nation());
        check(CodeTable.STANDING, "/standing", member.standing());
        check(CodeTable.EDUCATION, "/education", member.education());
        check(CodeTable.DEGREE, "/degree", member.degree());
        check(CodeTable.CONVERSION, "/conversion", member.conversion());
        check(CodeTable.ADMISSION_KIND, "/admissionKind", member.admissionKind());
        check(CodeTable.JOB_POST, "/jobPost", member.jobPost());
        check(CodeTable.STRATUM, "/stratum", member.stratum());
        check(CodeTable.FRONTLINE, "/frontline", member.frontline());
        check(CodeTable.TECHNICAL_POST, "/technicalPost", member.technicalPost());
        check(CodeTable.LOST_REASON, "/lostReason", member.lostReason());
        check(CodeTable.MEMBER_CLASS, "/memberClass", member.memberClass());
        check(CodeTable.WAY, "/way", member.way());
        checks.dates(new MemberDates(member.bornOn(), member.joinedOn(), member.fullOn()), today);
    }

    private void check(CodeTable table, String place, @Nullable String code) {
        if (code != null && !codes.selectable(table, code)) {
            throw new InputRefused(place, "代码表里没有“" + code + "”");
        }
    }

    private static Act act(NewMember member) {
        return new Act(
                member.organization(),
                "member.enter",
                "member",
                member.id().value(),
                member.since(),
                List.of(MemberDates.OF_AGE.value(), MemberDates.PROBATION.value()),
                Map.of("after", member));
    }
}
