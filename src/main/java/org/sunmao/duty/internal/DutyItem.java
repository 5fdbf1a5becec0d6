package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A duty as it stands in a list.
 *
 * @param daysLeft until its last day; negative when that is over
 * @param since the day from which it stands as it does
 * @param explained whether an explanation waits for its answer
 */
record DutyItem(
        UUID id,
        String name,
        String title,
        DutyRule rule,
        Named organization,
        DutySubject subject,
        LocalDate opens,
        LocalDate due,
        long daysLeft,
        String state,
        String stateName,
        String light,
        String lightName,
        @Nullable LocalDate since,
        boolean explained,
        DutyRemedy remedy) {

    /**
     * By which rule.
     *
     * @param local whether its source is not a confirmed one (本地配置)
     */
    record DutyRule(String id, String title, String cite, boolean local) {}

    /**
     * What it is about.
     *
     * @param name of a person only to those who may read members
     */
    record DutySubject(String kind, UUID id, @Nullable String name) {}

    /**
     * What to do.
     *
     * @param opens the key of the page where it is done
     */
    record DutyRemedy(String says, String opens) {}
}
