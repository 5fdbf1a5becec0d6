package org.sunmao.member;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A member to be entered in the register: the scalar fields of rulebook 1 §5.2. Codes are those of
 * the tables in module code; absent means not known.
 *
 * @param since the day from which the organization holds the formal relation
 * @param citizenNumber 公民身份号码, 18 characters
 * @param joinedOn 入党日期: the day the branch meeting passed the acceptance
 * @param fullOn 转正日期: the end of probation; absent for a probationary member
 * @param extensionMonths 延长预备期, in months
 * @param frontline 一线情况
 * @param floatingTo 外出流向, the code of a division
 * @param contact 联系人, whom the branch named to keep in touch with who is away
 * @param holdsOffice 有职
 * @param memberClass 分类 (A4), once confirmed
 * @param way 管理方式, once confirmed
 * @param partyAgeCorrection 党龄校正值, in months
 * @param pinyin the reading of the name where it is not the usual one
 * @param partyGroup the group of the branch, if it is divided
 * @param host 流入地党组织 of who is away, an organization of this house
 * @param hostName the same, of an organization elsewhere, by its name
 */
public record NewMember(
        MemberId id,
        UUID organization,
        LocalDate since,
        String name,
        String sex,
        String citizenNumber,
        String nation,
        LocalDate bornOn,
        @Nullable String nativePlace,
        @Nullable String registeredPlace,
        @Nullable String residence,
        @Nullable String education,
        @Nullable String degree,
        Status status,
        String standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        @Nullable String conversion,
        @Nullable Integer extensionMonths,
        @Nullable String admissionKind,
        @Nullable UUID admittedIn,
        @Nullable String jobPost,
        @Nullable String stratum,
        @Nullable String frontline,
        @Nullable String technicalPost,
        boolean migrantWorker,
        boolean fromTaiwan,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate lostOn,
        @Nullable String lostReason,
        boolean floating,
        @Nullable String floatingTo,
        @Nullable String contact,
        @Nullable String fileKeptBy,
        boolean holdsOffice,
        @Nullable String memberClass,
        @Nullable String way,
        int partyAgeCorrection,
        @Nullable String partyAgeCorrectionReason,
        @Nullable String pinyin,
        @Nullable UUID partyGroup,
        @Nullable UUID host,
        @Nullable String hostName) {}
