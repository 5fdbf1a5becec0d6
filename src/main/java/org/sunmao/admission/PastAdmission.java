package org.sunmao.admission;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A way into the Party that was gone before anybody kept it here.
 *
 * @param member who it is on the register of members; null for whoever is not there yet
 * @param values days and numbers by the names of the roster's columns
 * @param approving the organization that granted; null for the committee that may
 */
public record PastAdmission(
        UUID branch,
        @Nullable UUID member,
        String name,
        String sex,
        LocalDate bornOn,
        String citizenNumber,
        Map<String, Object> values,
        @Nullable UUID approving) {}
