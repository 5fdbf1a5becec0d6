package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;

/**
 * An application as it is sent.
 *
 * @param sex GB/T 2261.1
 * @param nation GB/T 3304
 * @param citizenNumber may follow later; the register asks for it before the approval
 * @param appliedOn the day of the written application
 * @param kind {@code normal}, or {@code entered} for a probationer who is on the register
 * @param member who that is
 * @param talent who of the young talent pool applies
 * @param reason of an entry after the fact
 * @param fields what the form asks for besides
 */
record AdmissionWish(
        @Nullable UUID organization,
        @Nullable String name,
        @Nullable String sex,
        @Nullable String nation,
        @Nullable String bornOn,
        @Nullable String citizenNumber,
        @Nullable String mobile,
        @Nullable String education,
        @Nullable String jobPost,
        @Nullable String appliedOn,
        @Nullable String kind,
        @Nullable UUID member,
        @Nullable UUID talent,
        @Nullable String reason,
        @Nullable Map<String, Object> fields) {

    WhoseWish whose() {
        return new WhoseWish(name, sex, nation, bornOn, citizenNumber, mobile, education, jobPost);
    }
}
