package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

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
        @Nullable String admissionKind,
        @Nullable String admittedIn,
        Named organization,
        List<Named> ancestors,
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
        @Nullable String fileKeptBy) {

    /** A division by code and name; the name is absent if the code is unknown here. */
    record Place(String code, @Nullable String name) {}
}
