package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Named;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a change would do, found by doing it and undoing it.
 *
 * @param fingerprint to be sent with the decision: it was made on this
 */
record ChangePreview(
        String fingerprint,
        List<OrganizationDiff> organizations,
        Moves members,
        List<PostDiff> posts,
        List<RightDiff> rights,
        List<BodyDiff> bodies,
        List<Duty> duties,
        List<Warning> warnings,
        List<Hindrance> refusals) {

    /**
     * What becomes of one organization.
     *
     * @param id null for one that is yet to be founded
     * @param ref the word for it in the document
     * @param what new, renamed, kind, moved, ended or grown
     */
    record OrganizationDiff(
            @Nullable UUID id,
            @Nullable String ref,
            String name,
            String what,
            @Nullable String before,
            @Nullable String after) {}

    record Moves(int total, List<Flow> moves) {}

    record Flow(Named from, Named to, int count) {}

    record PostDiff(UUID id, Named organization, String person, String kind, String what) {}

    /**
     * What becomes of a right.
     *
     * @param what ends or moves
     */
    record RightDiff(String who, String role, Named organization, String what) {}

    record BodyDiff(UUID id, String name, Named from, Named to) {}

    /** What is to be done afterwards, by a rule; by which day, where it names one. */
    record Duty(String says, String rule, String cites, @Nullable LocalDate by) {}

    record Warning(@Nullable String rule, @Nullable String cites, String says) {}

    record Hindrance(
            int step,
            String pointer,
            @Nullable String rule,
            @Nullable String cites,
            String says,
            @Nullable String remedy) {}

    /** A member who would be held elsewhere. */
    record MoveItem(UUID id, String name, Named from, @Nullable Named to) {}
}
