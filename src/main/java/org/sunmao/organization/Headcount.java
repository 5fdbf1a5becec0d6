package org.sunmao.organization;

/**
 * How many members an organization has with all below it.
 *
 * @param members all of them: full and probationary
 * @param floating those of them who are away
 * @param held those of them whose relation the organization itself holds
 */
public record Headcount(int members, int full, int probationary, int floating, int held) {

    public static final Headcount NONE = new Headcount(0, 0, 0, 0, 0);
}
