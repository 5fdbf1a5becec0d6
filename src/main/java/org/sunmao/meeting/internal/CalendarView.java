package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A month of an organization and of all below it; days of which there is nothing are left out. */
record CalendarView(Named organization, String month, List<CalendarDay> days) {

    record CalendarDay(LocalDate on, List<CalendarItem> items) {}

    /**
     * What is on a day.
     *
     * @param kind held, noticed, planned or birthday
     * @param people of a held meeting who came, of birthdays whose
     */
    record CalendarItem(
            String kind,
            @Nullable UUID meeting,
            @Nullable String type,
            @Nullable String typeName,
            @Nullable String topic,
            Named organization,
            @Nullable Integer people) {}
}
