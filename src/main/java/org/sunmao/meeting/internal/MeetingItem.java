package org.sunmao.meeting.internal;

import org.sunmao.meeting.internal.MeetingView.MeetingNamed;

import java.time.LocalDate;
import java.util.UUID;

/** A meeting in a list. */
record MeetingItem(
        UUID id,
        MeetingNamed organization,
        String type,
        String typeName,
        LocalDate on,
        String topic,
        String state,
        String stateName,
        int due,
        int present,
        boolean late) {}
