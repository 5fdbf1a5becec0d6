package org.sunmao.member;

/** The person class of a member (人员类别). */
public enum Status {
    FULL("full"),
    PROBATIONARY("probationary");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }
}
