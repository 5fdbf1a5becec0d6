package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One member's profile as stored, sealed fields still sealed. */
@SuppressWarnings("ArrayRecordComponent") // rows are read and never compared
record MemberRecord(
        UUID id,
        int version,
        LocalDate validFrom,
        UUID organization,
        String organizationName,
        @Nullable UUID partyGroup,
        @Nullable String partyGroupName,
        String name,
        String pinyin,
        String sex,
        byte @Nullable [] citizenNumber,
        @Nullable String nation,
        LocalDate bornOn,
        @Nullable String nativePlace,
        @Nullable String registeredPlace,
        @Nullable String residence,
        @Nullable String education,
        @Nullable String degree,
        String status,
        String standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        @Nullable String conversion,
        @Nullable Integer extensionMonths,
        int partyAgeCorrection,
        @Nullable String partyAgeCorrectionReason,
        @Nullable String admissionKind,
        @Nullable String admittedInName,
        @Nullable String jobPost,
        @Nullable String stratum,
        @Nullable String frontline,
        @Nullable String technicalPost,
        boolean migrantWorker,
        boolean fromTaiwan,
        byte @Nullable [] mobile,
        byte @Nullable [] phone,
        byte @Nullable [] address,
        @Nullable LocalDate lostOn,
        @Nullable String lostReason,
        boolean floating,
        @Nullable String floatingTo,
        @Nullable String contact,
        @Nullable UUID host,
        @Nullable String hostOrganizationName,
        @Nullable String hostName,
        @Nullable String fileKeptBy,
        boolean holdsOffice,
        @Nullable String memberClass,
        @Nullable String way) {}
