package org.sunmao.access;

/** What a role may do; where it may do it is its {@link Scope}. */
public enum Right {
    ORGANIZATIONS_READ("organizations:read"),
    MEMBERS_READ("members:read"),
    MEMBER_READ_OWN("member:read-own");

    private final String code;

    Right(String code) {
        this.code = code;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }
}
