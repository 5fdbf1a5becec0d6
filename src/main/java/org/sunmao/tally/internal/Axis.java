package org.sunmao.tally.internal;

/** What those counted are told apart by. */
enum Axis {
    STATUS,
    AGE,
    JOINED,
    SEX,
    NATION,
    EDUCATION,
    JOB_POST,
    /** Kind and field of an organization, with a blank between. */
    ORGANIZATION,
    /** Kind and field of a body, and how an organization is formed in it, with blanks between. */
    BODY
}
