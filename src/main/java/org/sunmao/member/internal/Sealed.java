package org.sunmao.member.internal;

/** The sealed fields of a member, by the names that are bound to their values; never renamed. */
final class Sealed {

    static final String CITIZEN_NUMBER = "member.citizen_number";
    static final String MOBILE = "member.mobile";
    static final String MOBILE_TAIL = "member.mobile_tail";
    static final String PHONE = "member.phone";
    static final String ADDRESS = "member.address";

    private Sealed() {}
}
