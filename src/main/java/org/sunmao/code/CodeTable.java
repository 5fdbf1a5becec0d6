package org.sunmao.code;

/** The tables by the names they have outside the program; never renamed. */
public enum CodeTable {
    SEX("sex"),
    NATION("nation"),
    EDUCATION("education"),
    DEGREE("degree"),
    MEMBER_STATUS("memberStatus"),
    STANDING("standing"),
    CONVERSION("conversion"),
    ADMISSION_KIND("admissionKind"),
    JOB_POST("jobPost"),
    STRATUM("stratum"),
    TECHNICAL_POST("technicalPost"),
    FRONTLINE("frontline"),
    LOST_REASON("lostReason"),
    MEMBER_CLASS("memberClass"),
    WAY("way"),
    BRANCH_CLASS("branchClass"),
    ORGANIZATION_KIND("organizationKind"),
    FIELD("field"),
    BODY_KIND("bodyKind"),
    POST_KIND("postKind"),
    APPOINTMENT("appointment"),
    REVIEW_RESULT("reviewResult");

    private final String code;

    CodeTable(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
