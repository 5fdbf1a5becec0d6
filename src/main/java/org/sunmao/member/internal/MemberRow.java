package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One line of the list of members. */
record MemberRow(
        UUID id,
        String name,
        String pinyin,
        String sex,
        @Nullable String nation,
        LocalDate bornOn,
        String status,
        @Nullable String education,
        UUID organization,
        String organizationName,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        int partyAgeCorrection,
        @Nullable String jobPost,
        @Nullable String memberClass,
        @Nullable String way,
        boolean floating,
        int version) {}
