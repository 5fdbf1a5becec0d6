package org.sunmao.access;

/** What a role may do; where it may do it is its {@link Scope}. */
public enum Right {
    ORGANIZATIONS_READ("organizations:read"),
    ORGANIZATIONS_WRITE("organizations:write"),
    /** Changes of organizations: reading, preparing for one's own, deciding. */
    CHANGES_READ("changes:read"),
    CHANGES_PREPARE("changes:prepare"),
    CHANGES_DECIDE("changes:decide"),
    MEMBERS_READ("members:read"),
    MEMBERS_WRITE("members:write"),
    /** Finding a person by a whole citizen number. */
    MEMBERS_FIND_BY_NUMBER("members:find-by-number"),
    MEMBER_READ_OWN("member:read-own"),
    FILES_READ("files:read"),
    /** Bringing rosters into the registers of one's subtree, and taking that back. */
    ROSTERS_IMPORT("rosters:import"),
    /** Taking lists out as files (PRV-12); approving that somebody else takes a long one. */
    ROSTERS_EXPORT("rosters:export"),
    EXPORTS_APPROVE("exports:approve"),
    STATISTICS_READ("statistics:read"),
    /** Seeing a masked field of one person, with a reason that stands in the reading log. */
    MEMBERS_UNMASK("members:unmask"),
    /** Handing out codes with which members of one's subtree open their accounts. */
    CODES_ISSUE("codes:issue"),
    /** Asking that somebody be given a role over one's subtree (SEC-17). */
    GRANTS_REQUEST("grants:request"),
    GRANTS_APPROVE("grants:approve"),
    ACCOUNTS_MANAGE("accounts:manage"),
    /** Second factors by role, sessions of others, attempts that were locked out. */
    SECURITY_MANAGE("security:manage"),
    AUDIT_READ("audit:read"),
    /** Proposing a local figure for one's subtree; approving what another proposed. */
    FIGURES_PROPOSE("figures:propose"),
    FIGURES_APPROVE("figures:approve"),
    /**
     * Duties of one's subtree and their board; saying why one is unmet; deciding for those below.
     */
    DUTIES_READ("duties:read"),
    DUTIES_ANSWER("duties:answer"),
    DUTIES_DECIDE("duties:decide"),
    /** Asking something of organizations below (AF-08); approving that another does; answering. */
    REQUESTS_READ("requests:read"),
    REQUESTS_ISSUE("requests:issue"),
    REQUESTS_APPROVE("requests:approve"),
    REQUESTS_ANSWER("requests:answer"),
    /** Organization life of one's subtree: reading, recording, checking what those below wrote. */
    MEETINGS_READ("meetings:read"),
    MEETINGS_WRITE("meetings:write"),
    MEETINGS_CHECK("meetings:check"),
    /**
     * Admission of members in one's subtree: reading; taking the steps of a branch; taking those of
     * the committee above it and signing what is explained. One's own way, for the one who asks.
     */
    ADMISSIONS_READ("admissions:read"),
    ADMISSIONS_WRITE("admissions:write"),
    ADMISSIONS_APPROVE("admissions:approve"),
    ADMISSION_READ_OWN("admission:read-own"),
    /** Entering which days of a year are worked (COD-11). */
    CALENDAR_WRITE("calendar:write");

    private final String code;

    Right(String code) {
        this.code = code;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }
}
