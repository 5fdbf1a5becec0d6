package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.internal.ChangeState.Applied;
import org.sunmao.organization.internal.ChangeState.Approved;
import org.sunmao.organization.internal.ChangeState.Draft;
import org.sunmao.organization.internal.ChangeState.Filed;
import org.sunmao.organization.internal.ChangeState.Planned;
import org.sunmao.organization.internal.ChangeState.Refused;
import org.sunmao.organization.internal.ChangeState.Requested;
import org.sunmao.organization.internal.ChangeState.Withdrawn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The document of a change as it is kept.
 *
 * @param organization the one it is filed under
 * @param steps as they were sent, with the ids of those to be founded
 * @param passed what was said at each step of the process that was taken
 * @param blocked why it could not be carried out on its day; null if nothing stood in its way
 */
record ChangeRecord(
        UUID id,
        int version,
        UUID organization,
        String title,
        String state,
        LocalDate effectiveOn,
        String reason,
        List<Map<String, @Nullable Object>> steps,
        Passed passed,
        @Nullable String blocked,
        UUID madeBy,
        Instant madeAt) {

    /** What was said at the steps; null at those that were not taken. */
    record Passed(
            @Nullable Said request,
            @Nullable Said decision,
            @Nullable Said refusal,
            @Nullable Said application,
            @Nullable Said filing,
            @Nullable Said withdrawal) {

        static final Passed NOTHING = new Passed(null, null, null, null, null, null);

        Passed with(ChangeProcess.Step step, Said said) {
            return switch (step) {
                case REQUEST ->
                        new Passed(said, decision, refusal, application, filing, withdrawal);
                case DECIDE -> new Passed(request, said, refusal, application, filing, withdrawal);
                case REFUSE -> new Passed(request, decision, said, application, filing, withdrawal);
                case APPLY -> new Passed(request, decision, refusal, said, filing, withdrawal);
                case FILE -> new Passed(request, decision, refusal, application, said, withdrawal);
                case WITHDRAW -> new Passed(request, decision, refusal, application, filing, said);
            };
        }
    }

    /**
     * What was said at one step.
     *
     * @param by the account; null for the system
     * @param day the day of the process: on which the work was done in the house
     * @param on the day that was told: of the meeting, of the filing
     * @param number of the paper
     */
    record Said(
            @Nullable UUID by,
            Instant at,
            LocalDate day,
            @Nullable LocalDate on,
            @Nullable String number,
            @Nullable String meeting,
            @Nullable String note) {}

    /** The state with what its next steps ask for. */
    ChangeState now() {
        return switch (state) {
            case "draft" -> new Draft();
            case "requested" -> new Requested(day(passed.request()));
            case "approved" -> new Approved(day(passed.decision()));
            case "planned" -> new Planned(effectiveOn);
            case "applied" -> new Applied(day(passed.application()));
            case "filed" -> new Filed();
            case "refused" -> new Refused();
            case "withdrawn" -> new Withdrawn();
            default -> throw new IllegalStateException("no state of a change: " + state);
        };
    }

    private LocalDate day(@Nullable Said said) {
        return said == null ? effectiveOn : said.day();
    }
}
