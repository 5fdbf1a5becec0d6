package org.sunmao.member;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register of members, for other modules. Each call is made within a scope. */
public interface Members {

    /**
     * A probationary member on the register: what a procedure of theirs begins with.
     *
     * @param sex the code of the table
     * @param extensionMonths of an extended probation
     */
    record Probationer(
            MemberId id,
            UUID organization,
            String name,
            String sex,
            @Nullable String nation,
            LocalDate bornOn,
            @Nullable String education,
            @Nullable String jobPost,
            LocalDate joinedOn,
            @Nullable Integer extensionMonths) {}

    /**
     * Enters members.
     *
     * @throws org.sunmao.rules.RuleRefused if the dates of one break a rule
     */
    void enter(Scope scope, List<NewMember> members);

    /** Who is on probation within the scope; empty for everybody else. */
    Optional<Probationer> probationer(Scope scope, MemberId member);

    /**
     * A probationary member becomes a full one (转正). What stands so already is left as it is.
     *
     * @param fullOn the end of probation, from which party age counts (R-DEV-48)
     * @param on the day it was approved
     * @throws org.sunmao.rules.RuleRefused for who is on probation no more, or not long enough
     */
    void convert(Scope scope, MemberId member, LocalDate fullOn, LocalDate on);

    /**
     * Probation is extended, once (延长预备期).
     *
     * @param on the day it was approved
     * @throws org.sunmao.rules.RuleRefused for who is on probation no more, or a second time
     */
    void extend(Scope scope, MemberId member, int months, LocalDate on);

    /**
     * A probationary member is none any more (取消预备党员资格): the record ends, posts with it, and the
     * account by the daily look for leavers.
     *
     * @param on the day it was approved: the first without membership
     * @param reason in Chinese, as the journal keeps it
     * @throws org.sunmao.rules.RuleRefused for who is on probation no more
     */
    void cancel(Scope scope, MemberId member, LocalDate on, String reason);

    /**
     * The formal relation comes to another organization within the scope; what held the member may
     * lie outside it: the caller has found them in what was handed over. The group of the old
     * branch is left, an account goes along. Where they are held there already, nothing is done.
     *
     * @param on the first day with the new organization
     * @throws org.sunmao.web.InputRefused for an organization that holds no members, or a day too
     *     early
     */
    void move(Scope scope, MemberId member, OrganizationId to, LocalDate on);
}
