package org.sunmao.admission.internal;

import java.util.List;

/** Where cases stand and wait, in the order of the way: numbers, no names and no order by merit. */
record StagesView(List<StageCount> stages, List<WaitingCount> waiting) {

    record StageCount(String stage, String stageName, int cases, int late) {}

    /**
     * Cases that wait for the same.
     *
     * @param medianDays how long half of them have waited at most
     */
    record WaitingCount(
            String waitsFor,
            String waitsForName,
            String step,
            String title,
            int cases,
            int late,
            int longestDays,
            int medianDays) {}
}
