package org.sunmao.access;

import static org.sunmao.access.Right.ACCOUNTS_MANAGE;
import static org.sunmao.access.Right.ADMISSIONS_APPROVE;
import static org.sunmao.access.Right.ADMISSIONS_READ;
import static org.sunmao.access.Right.ADMISSIONS_WRITE;
import static org.sunmao.access.Right.ADMISSION_READ_OWN;
import static org.sunmao.access.Right.AUDIT_READ;
import static org.sunmao.access.Right.CALENDAR_WRITE;
import static org.sunmao.access.Right.CHANGES_DECIDE;
import static org.sunmao.access.Right.CHANGES_PREPARE;
import static org.sunmao.access.Right.CHANGES_READ;
import static org.sunmao.access.Right.CODES_ISSUE;
import static org.sunmao.access.Right.DUTIES_ANSWER;
import static org.sunmao.access.Right.DUTIES_DECIDE;
import static org.sunmao.access.Right.DUTIES_READ;
import static org.sunmao.access.Right.EXPORTS_APPROVE;
import static org.sunmao.access.Right.FIGURES_APPROVE;
import static org.sunmao.access.Right.FIGURES_PROPOSE;
import static org.sunmao.access.Right.FILES_READ;
import static org.sunmao.access.Right.GRANTS_APPROVE;
import static org.sunmao.access.Right.GRANTS_REQUEST;
import static org.sunmao.access.Right.MEETINGS_CHECK;
import static org.sunmao.access.Right.MEETINGS_READ;
import static org.sunmao.access.Right.MEETINGS_WRITE;
import static org.sunmao.access.Right.MEMBERS_FIND_BY_NUMBER;
import static org.sunmao.access.Right.MEMBERS_READ;
import static org.sunmao.access.Right.MEMBERS_UNMASK;
import static org.sunmao.access.Right.MEMBERS_WRITE;
import static org.sunmao.access.Right.MEMBER_READ_OWN;
import static org.sunmao.access.Right.ORGANIZATIONS_READ;
import static org.sunmao.access.Right.ORGANIZATIONS_WRITE;
import static org.sunmao.access.Right.REQUESTS_ANSWER;
import static org.sunmao.access.Right.REQUESTS_APPROVE;
import static org.sunmao.access.Right.REQUESTS_ISSUE;
import static org.sunmao.access.Right.REQUESTS_READ;
import static org.sunmao.access.Right.ROSTERS_EXPORT;
import static org.sunmao.access.Right.ROSTERS_IMPORT;
import static org.sunmao.access.Right.SECURITY_MANAGE;
import static org.sunmao.access.Right.STATISTICS_READ;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The roles, from the widest to the narrowest, and the three administrators (SEC-16). */
public enum Role {
    COUNTY_OFFICER(
            "county-officer",
            "县级党务工作者",
            ORGANIZATIONS_READ,
            ORGANIZATIONS_WRITE,
            CHANGES_READ,
            CHANGES_PREPARE,
            CHANGES_DECIDE,
            MEMBERS_READ,
            MEMBERS_WRITE,
            MEMBERS_FIND_BY_NUMBER,
            MEMBER_READ_OWN,
            FILES_READ,
            ROSTERS_IMPORT,
            ROSTERS_EXPORT,
            EXPORTS_APPROVE,
            STATISTICS_READ,
            MEMBERS_UNMASK,
            CODES_ISSUE,
            GRANTS_REQUEST,
            FIGURES_PROPOSE,
            FIGURES_APPROVE,
            DUTIES_READ,
            DUTIES_ANSWER,
            DUTIES_DECIDE,
            REQUESTS_READ,
            REQUESTS_ISSUE,
            REQUESTS_APPROVE,
            REQUESTS_ANSWER,
            CALENDAR_WRITE,
            MEETINGS_READ,
            MEETINGS_WRITE,
            MEETINGS_CHECK,
            ADMISSIONS_READ,
            ADMISSIONS_WRITE,
            ADMISSIONS_APPROVE,
            ADMISSION_READ_OWN),
    TOWNSHIP_OFFICER(
            "township-officer",
            "乡镇党务工作者",
            ORGANIZATIONS_READ,
            ORGANIZATIONS_WRITE,
            CHANGES_READ,
            CHANGES_PREPARE,
            CHANGES_DECIDE,
            MEMBERS_READ,
            MEMBERS_WRITE,
            MEMBERS_FIND_BY_NUMBER,
            MEMBER_READ_OWN,
            FILES_READ,
            ROSTERS_IMPORT,
            ROSTERS_EXPORT,
            EXPORTS_APPROVE,
            STATISTICS_READ,
            MEMBERS_UNMASK,
            CODES_ISSUE,
            GRANTS_REQUEST,
            FIGURES_PROPOSE,
            DUTIES_READ,
            DUTIES_ANSWER,
            DUTIES_DECIDE,
            REQUESTS_READ,
            REQUESTS_ISSUE,
            REQUESTS_ANSWER,
            MEETINGS_READ,
            MEETINGS_WRITE,
            MEETINGS_CHECK,
            ADMISSIONS_READ,
            ADMISSIONS_WRITE,
            ADMISSIONS_APPROVE,
            ADMISSION_READ_OWN),
    SUPERVISOR(
            "supervisor",
            "督导人员",
            ORGANIZATIONS_READ,
            CHANGES_READ,
            MEMBERS_READ,
            MEMBER_READ_OWN,
            FILES_READ,
            STATISTICS_READ,
            DUTIES_READ,
            REQUESTS_READ,
            MEETINGS_READ,
            ADMISSIONS_READ,
            ADMISSION_READ_OWN),
    SECRETARY(
            "secretary",
            "党组织书记",
            ORGANIZATIONS_READ,
            CHANGES_READ,
            CHANGES_PREPARE,
            MEMBERS_READ,
            MEMBERS_WRITE,
            MEMBERS_FIND_BY_NUMBER,
            MEMBER_READ_OWN,
            FILES_READ,
            ROSTERS_EXPORT,
            STATISTICS_READ,
            MEMBERS_UNMASK,
            CODES_ISSUE,
            DUTIES_READ,
            DUTIES_ANSWER,
            REQUESTS_READ,
            REQUESTS_ANSWER,
            MEETINGS_READ,
            MEETINGS_WRITE,
            ADMISSIONS_READ,
            ADMISSIONS_WRITE,
            ADMISSIONS_APPROVE,
            ADMISSION_READ_OWN),
    MEMBER("member", "党员", MEMBER_READ_OWN, ADMISSION_READ_OWN),
    /** Who asks to be admitted: sees how far that has come and who looked, and nothing else. */
    APPLICANT("applicant", "入党申请人", ADMISSION_READ_OWN),
    SYSTEM_ADMIN("system-admin", "系统管理员", ACCOUNTS_MANAGE),
    SECURITY_ADMIN("security-admin", "安全管理员", GRANTS_APPROVE, SECURITY_MANAGE),
    AUDIT_ADMIN("audit-admin", "审计管理员", AUDIT_READ);

    private final String code;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Right> rights;

    Role(String code, String label, Right... rights) {
        this.code = code;
        this.label = label;
        this.rights = Set.of(rights);
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Set<Right> rights() {
        return rights;
    }

    public boolean administrates() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDIT_ADMIN;
    }

    /** Whether it opens what is kept of oneself, and nothing else. */
    public boolean ownOnly() {
        return this == MEMBER || this == APPLICANT;
    }

    /** Whether it reads the subtree of its organization, or only its own record. */
    public boolean readsSubtree() {
        return rights.contains(ORGANIZATIONS_READ);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    public static Role of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("unknown role: " + code));
    }
}
