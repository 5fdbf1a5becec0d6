package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.EditView;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A post as it is shown.
 *
 * @param kind a code of table postKind
 * @param group officer, dispatched, village, pool or label
 * @param appointment a code of table appointment
 * @param to the first day on which it is held no more
 * @param remarks what rules say of it; they advise
 */
public record PostView(
        UUID id,
        int version,
        Named organization,
        String kind,
        String group,
        Holder person,
        String appointment,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable ApprovalView approval,
        @Nullable String endReason,
        @Nullable String note,
        List<Remark> remarks,
        EditView edit) {

    /** Who holds it; {@code member} is there where the person is a known member. */
    public record Holder(@Nullable UUID member, String name) {}

    /** The reply of the organization above (批复). */
    public record ApprovalView(LocalDate on, @Nullable String number) {}

    public record Remark(String rule, String cites, String says) {}
}
