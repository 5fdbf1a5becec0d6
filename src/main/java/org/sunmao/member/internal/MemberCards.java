package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.member.internal.MemberCard.Place;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.vault.Vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes the page of a member: opens what is sealed, and masks it (PRV-10). */
@Component
class MemberCards {

    private final Vault vault;

    MemberCards(Vault vault) {
        this.vault = vault;
    }

    MemberCard card(
            MemberRecord member, Map<String, String> divisions, List<Named> above, LocalDate on) {
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
                member.admissionKind(),
                member.admittedInName(),
                new Named(member.organization(), member.organizationName()),
                above,
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
                member.fileKeptBy());
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

    private static @Nullable Place place(@Nullable String code, Map<String, String> names) {
        return code == null ? null : new Place(code, names.get(code));
    }
}
