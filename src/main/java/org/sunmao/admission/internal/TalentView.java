package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A young talent, as they are shown.
 *
 * @param mobile masked
 * @param tooOld whether they have outgrown the age of the pool; the township decides what follows
 * @param admission their case, where whoever looks may see it
 */
record TalentView(
        UUID id,
        int version,
        AdmissionPlace organization,
        String name,
        String sex,
        String sexName,
        LocalDate bornOn,
        int age,
        @Nullable String education,
        @Nullable String educationName,
        @Nullable String mobile,
        @Nullable String work,
        @Nullable String recommendedBy,
        LocalDate agreedOn,
        LocalDate listedOn,
        String state,
        String stateName,
        boolean tooOld,
        @Nullable UUID admission,
        @Nullable LocalDate leftOn,
        @Nullable String leftReason,
        @Nullable String leftReasonName,
        String enteredName,
        Instant enteredAt,
        TalentMay may) {

    /**
     * What whoever looks may do.
     *
     * @param write put right what is kept
     * @param apply begin an application from it
     */
    record TalentMay(boolean write, boolean leave, boolean apply) {}
}
