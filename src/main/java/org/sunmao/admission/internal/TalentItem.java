package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A young talent in a list.
 *
 * @param tooOld whether they have outgrown the age of the pool
 * @param admission their case, where whoever looks may see it
 */
record TalentItem(
        UUID id,
        String name,
        String sexName,
        LocalDate bornOn,
        int age,
        @Nullable String education,
        @Nullable String work,
        AdmissionPlace organization,
        LocalDate listedOn,
        String state,
        String stateName,
        boolean tooOld,
        @Nullable UUID admission) {}
