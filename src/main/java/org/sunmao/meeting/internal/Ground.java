package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the registers say of the organization that holds a meeting, on its day.
 *
 * @param within whether it lies within the scope on the day of recording
 * @param before whether it did on the day of the meeting
 * @param begunOn from when organization life is recorded at all
 * @param due who has to come
 * @param hosted floating members of others whom it hosts, by name; read where they are asked for
 */
record Ground(
        String name,
        String kind,
        LocalDate establishedOn,
        LocalDate endedOn,
        boolean within,
        boolean before,
        LocalDate begunOn,
        List<DuePerson> due,
        Map<UUID, String> hosted) {

    Ground with(List<DuePerson> people, Map<UUID, String> guests) {
        return new Ground(
                name, kind, establishedOn, endedOn, within, before, begunOn, people, guests);
    }

    /**
     * Somebody who has to come.
     *
     * @param full whether a full member, who votes
     * @param exempt whether attendance is not demanded of them (R-EDU-07)
     * @param floating whether they live elsewhere
     * @param joinedOn when they joined the Party; null where a committee is meant
     */
    record DuePerson(
            UUID id,
            boolean full,
            boolean exempt,
            boolean floating,
            @Nullable UUID group,
            @Nullable LocalDate joinedOn) {}
}
