package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.EditView;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The page of one member as shown: codes as codes, numbers and telephones masked. */
record MemberCard(
        UUID id,
        int version,
        LocalDate validFrom,
        String name,
        String pinyin,
        String sex,
        @Nullable String citizenNumber,
        @Nullable String nation,
        LocalDate bornOn,
        int age,
        @Nullable Place nativePlace,
        @Nullable Place registeredPlace,
        @Nullable Place residence,
        @Nullable String education,
        @Nullable String degree,
        String status,
        String standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        @Nullable String conversion,
        @Nullable Integer extensionMonths,
        int partyAgeMonths,
        int partyAgeCorrection,
        @Nullable String partyAgeCorrectionReason,
        @Nullable String admissionKind,
        @Nullable String admittedIn,
        Named organization,
        List<Named> ancestors,
        @Nullable Named partyGroup,
        @Nullable String jobPost,
        @Nullable String stratum,
        @Nullable String frontline,
        @Nullable String technicalPost,
        boolean migrantWorker,
        boolean fromTaiwan,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String address,
        boolean lost,
        @Nullable LocalDate lostOn,
        @Nullable String lostReason,
        boolean floating,
        @Nullable Place floatingTo,
        @Nullable String contact,
        @Nullable Named host,
        @Nullable String hostName,
        @Nullable String fileKeptBy,
        boolean holdsOffice,
        @Nullable String memberClass,
        @Nullable String way,
        Proposal proposal,
        List<FieldRemark> remarks,
        EditView edit,
        LocalDate asOf,
        boolean reduced,
        @Nullable Named heldNow,
        @Nullable LocalDate leftOn) {

    /**
     * As a former holder may read it: without what leads to the person.
     *
     * @param holder who holds the member today; null for one who left the register
     */
    MemberCard asFormerHolder(@Nullable Named holder) {
        return new MemberCard(
                id,
                version,
                validFrom,
                name,
                pinyin,
                sex,
                null,
                nation,
                bornOn,
                age,
                nativePlace,
                registeredPlace,
                residence,
                education,
                degree,
                status,
                standing,
                joinedOn,
                fullOn,
                conversion,
                extensionMonths,
                partyAgeMonths,
                partyAgeCorrection,
                partyAgeCorrectionReason,
                admissionKind,
                admittedIn,
                organization,
                ancestors,
                partyGroup,
                jobPost,
                stratum,
                frontline,
                technicalPost,
                migrantWorker,
                fromTaiwan,
                null,
                null,
                null,
                lost,
                lostOn,
                lostReason,
                floating,
                floatingTo,
                null,
                null,
                null,
                fileKeptBy,
                holdsOffice,
                memberClass,
                way,
                proposal,
                remarks,
                EditView.NONE,
                asOf,
                true,
                holder,
                leftOn);
    }

    /** The class that the register's facts speak for (A4, R-BR-23); a person confirms it. */
    record Proposal(String memberClass, String way, String reason, String rule, String cites) {}

    /** Something that does not fit together, to be looked into (COD-09). */
    record FieldRemark(String field, String says) {}

    /** A division by code and name; the name is absent if the code is unknown here. */
    record Place(String code, @Nullable String name) {}
}
