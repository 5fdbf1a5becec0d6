package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.member.CitizenNumber;
import org.sunmao.member.Classification;
import org.sunmao.member.internal.MemberCard.FieldRemark;
import org.sunmao.member.internal.MemberCard.Place;
import org.sunmao.member.internal.MemberCard.Proposal;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.EditView;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.vault.Vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the page of a member: opens what is sealed, and masks it (PRV-10). */
@Component
class MemberCards {

    static final RuleId CLASSES = new RuleId("R-BR-23");
    static final RuleId OF_THE_COMMITTEE = new RuleId("R-REC-04");

    private final Vault vault;
    private final Rulebook rulebook;

    MemberCards(Vault vault, Rulebook rulebook) {
        this.vault = vault;
        this.rulebook = rulebook;
    }

    MemberCard card(
            MemberRecord member,
            Map<String, String> divisions,
            List<Named> above,
            EditView edit,
            LocalDate on,
            @Nullable LocalDate leftOn) {
        var dates = new MemberDates(member.bornOn(), member.joinedOn(), member.fullOn());
        return new MemberCard(
                member.id(),
                member.version(),
                member.validFrom(),
                member.name(),
                member.pinyin(),
                member.sex(),
                number(member.citizenNumber()),
                member.nation(),
                member.bornOn(),
                dates.age(on),
                place(member.nativePlace(), divisions),
                place(member.registeredPlace(), divisions),
                place(member.residence(), divisions),
                member.education(),
                member.degree(),
                member.status(),
                member.standing(),
                member.joinedOn(),
                member.fullOn(),
                member.conversion(),
                member.extensionMonths(),
                dates.partyAgeMonths(on, member.partyAgeCorrection()),
                member.partyAgeCorrection(),
                member.partyAgeCorrectionReason(),
                member.admissionKind(),
                member.admittedInName(),
                new Named(member.organization(), member.organizationName()),
                above,
                named(member.partyGroup(), member.partyGroupName()),
                member.jobPost(),
                member.stratum(),
                member.frontline(),
                member.technicalPost(),
                member.migrantWorker(),
                member.fromTaiwan(),
                telephone(Sealed.MOBILE, member.mobile()),
                telephone(Sealed.PHONE, member.phone()),
                address(member.address()),
                member.lostOn() != null,
                member.lostOn(),
                member.lostReason(),
                member.floating(),
                place(member.floatingTo(), divisions),
                member.contact(),
                named(member.host(), member.hostOrganizationName()),
                member.hostName(),
                member.fileKeptBy(),
                member.holdsOffice(),
                member.memberClass(),
                member.way(),
                proposal(member, dates.age(on), on),
                remarks(member),
                edit,
                on,
                false,
                null,
                leftOn);
    }

    /**
     * What the asker's role may change; whether the member lies in their subtree is asked before.
     */
    EditView edit(SignedIn who, LocalDate on) {
        if (!who.role().may(Right.MEMBERS_WRITE)) {
            return EditView.NONE;
        }
        return who.role() == Role.SECRETARY
                ? EditView.without(
                        MemberFields.EDITED,
                        MemberFields.OF_THE_COMMITTEE,
                        rulebook.rule(OF_THE_COMMITTEE, on),
                        "这几项由上级党委核准后更改，请联系乡镇党务工作者")
                : EditView.of(MemberFields.EDITED);
    }

    private Proposal proposal(MemberRecord member, int age, LocalDate on) {
        var rule = rulebook.rule(CLASSES, on, member.organization());
        var facts =
                new Classification.Facts(
                        age, member.floating(), member.jobPost(), member.holdsOffice());
        var proposed = Classification.propose(facts, rule.figure("elderAge"));
        return new Proposal(
                proposed.kind().code(),
                proposed.way().code(),
                proposed.reason(),
                rule.id().value(),
                rule.cite());
    }

    /** The number against birth date and sex: they may differ, and a person looks into it. */
    private List<FieldRemark> remarks(MemberRecord member) {
        var sealed = member.citizenNumber();
        if (sealed == null) {
            return List.of();
        }
        var number = new CitizenNumber(vault.open(Sealed.CITIZEN_NUMBER, sealed));
        var remarks = new ArrayList<FieldRemark>();
        if (!member.bornOn().equals(number.bornOn())) {
            remarks.add(new FieldRemark("bornOn", "出生日期与公民身份号码里的不一致，请核对；档案记载不同的，以档案为准"));
        }
        var man = member.sex().equals("1");
        var woman = member.sex().equals("2");
        if (number.ofMan() ? woman : man) {
            remarks.add(new FieldRemark("sex", "性别与公民身份号码里的不一致，请核对"));
        }
        return remarks;
    }

    private @Nullable String number(byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : new CitizenNumber(vault.open(Sealed.CITIZEN_NUMBER, sealed)).masked();
    }

    private @Nullable String telephone(String field, byte @Nullable [] sealed) {
        return sealed == null ? null : new PhoneNumber(vault.open(field, sealed)).masked();
    }

    private @Nullable String address(byte @Nullable [] sealed) {
        return sealed == null ? null : Address.masked(vault.open(Sealed.ADDRESS, sealed));
    }

    private static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }

    private static @Nullable Place place(@Nullable String code, Map<String, String> names) {
        return code == null ? null : new Place(code, names.get(code));
    }
}
