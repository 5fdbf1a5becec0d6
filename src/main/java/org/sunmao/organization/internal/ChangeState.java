package org.sunmao.organization.internal;

import java.time.LocalDate;

/** Where the document of a change stands. Each state holds what its next steps ask for. */
sealed interface ChangeState {

    /** Being written; nobody has been asked. */
    record Draft() implements ChangeState {}

    /** The superior has been asked, on that day. */
    record Requested(LocalDate on) implements ChangeState {}

    /** Decided by a meeting, on that day. */
    record Approved(LocalDate on) implements ChangeState {}

    /**
     * Takes effect by itself on that day, which has not come or on which something stood in its
     * way.
     */
    record Planned(LocalDate effectiveOn) implements ChangeState {}

    /** The register says so, since that day's work. */
    record Applied(LocalDate on) implements ChangeState {}

    /** Filed with the organization department; all is done. */
    record Filed() implements ChangeState {}

    record Refused() implements ChangeState {}

    record Withdrawn() implements ChangeState {}

    /** The name outside Java, in rows and in answers: never renamed. */
    default String code() {
        return switch (this) {
            case Draft _ -> "draft";
            case Requested _ -> "requested";
            case Approved _ -> "approved";
            case Planned _ -> "planned";
            case Applied _ -> "applied";
            case Filed _ -> "filed";
            case Refused _ -> "refused";
            case Withdrawn _ -> "withdrawn";
        };
    }

    /** As a person reads it. */
    default String label() {
        return switch (this) {
            case Draft _ -> "草稿";
            case Requested _ -> "已请示";
            case Approved _ -> "已批复";
            case Planned _ -> "待生效";
            case Applied _ -> "已生效";
            case Filed _ -> "已备案";
            case Refused _ -> "未批准";
            case Withdrawn _ -> "已撤回";
        };
    }
}
