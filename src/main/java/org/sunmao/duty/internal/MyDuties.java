package org.sunmao.duty.internal;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody has to do: of the organization itself, and to decide for those below.
 *
 * @param more how many duties are beyond those
 * @param moreDecisions the same of decisions
 */
record MyDuties(
        List<DutyItem> duties, int more, List<WaitingDecision> decisions, boolean moreDecisions) {

    /** An explanation or contest of a branch that waits for an answer. */
    record WaitingDecision(
            DutyItem duty, String kind, String kindName, String reason, String by, LocalDate on) {}
}
