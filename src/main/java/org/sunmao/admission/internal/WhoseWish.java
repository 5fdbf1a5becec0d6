package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as it is sent.
 *
 * @param sex GB/T 2261.1
 * @param nation GB/T 3304
 * @param citizenNumber may follow later; the register asks for it before the approval
 */
record WhoseWish(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String nation,
        @Nullable String bornOn,
        @Nullable String citizenNumber,
        @Nullable String mobile,
        @Nullable String education,
        @Nullable String jobPost) {}
