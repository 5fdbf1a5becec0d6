package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Somebody to be listed, as it is sent.
 *
 * @param organization the branch in whose area they live or work
 */
record TalentWish(
        @Nullable UUID organization,
        @Nullable String name,
        @Nullable String sex,
        @Nullable String bornOn,
        @Nullable String education,
        @Nullable String mobile,
        @Nullable String work,
        @Nullable String recommendedBy,
        @Nullable String agreedOn,
        @Nullable String listedOn) {

    TalentFacts facts() {
        return new TalentFacts(
                name, sex, bornOn, education, mobile, work, recommendedBy, agreedOn, listedOn);
    }
}
