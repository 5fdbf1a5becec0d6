package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.RequestView.RequestOrganization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A request in a list.
 *
 * @param due by when the asker's own organization is to answer next; null where it is not
 * @param decidable whether it waits for the asker's approval
 */
record RequestItem(
        UUID id,
        RequestOrganization organization,
        String title,
        String document,
        String frequencyName,
        int minutes,
        LocalDate from,
        LocalDate until,
        String state,
        String stateName,
        String by,
        String approver,
        @Nullable LocalDate due,
        boolean decidable) {}
