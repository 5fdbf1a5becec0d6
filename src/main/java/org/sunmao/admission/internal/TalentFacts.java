package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a young talent, as it is sent.
 *
 * @param sex GB/T 2261.1
 * @param education GB/T 4658
 * @param mobile left out it stays as it was; an empty text takes it off
 * @param work what they do
 * @param recommendedBy who proposed them
 * @param agreedOn the day they agreed to be listed
 * @param listedOn today, where none is sent
 */
record TalentFacts(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String bornOn,
        @Nullable String education,
        @Nullable String mobile,
        @Nullable String work,
        @Nullable String recommendedBy,
        @Nullable String agreedOn,
        @Nullable String listedOn) {

    WhoseWish whose() {
        return new WhoseWish(name, sex, null, bornOn, null, mobile, education, null);
    }
}
