package org.sunmao.duty.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.duty.Standing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A duty as it is read for a day.
 *
 * @param organizationName what the organization is called on that day
 */
record ReadDuty(DutyRow row, String organizationName) {

    UUID id() {
        return row.id();
    }

    UUID organization() {
        return row.organization();
    }

    DutyDays days() {
        return row.days();
    }

    /** Whether it was explained by that day, and nobody has answered. */
    boolean explained(LocalDate day) {
        var on = row.explainedOn();
        return on != null && !on.isAfter(day);
    }

    /** Since when it stands as it does, where a light or a date says so. */
    @Nullable LocalDate since(LocalDate day) {
        var days = row.days();
        var now = days.on(day);
        return switch (now.state()) {
            case COMING -> null;
            case CONTESTED -> days.contestedOn();
            case WAIVED -> days.waivedOn();
            case MET -> days.endedOn();
            case VOID -> days.voidOn();
            case OPEN, LATE ->
                    switch (now.light()) {
                        case RED -> days.redFrom();
                        case YELLOW -> days.yellowFrom();
                        case GREEN, NONE ->
                                now.state() == Standing.State.LATE ? days.due().plusDays(1) : null;
                    };
        };
    }
}
