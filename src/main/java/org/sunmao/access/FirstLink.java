package org.sunmao.access;

/** The one-time link of an empty installation: whoever holds it makes the first account. */
public interface FirstLink {

    /** Makes a new token; earlier ones end. Call within a transaction. */
    String issue();

    /** Uses a token up; false if it is unknown or used. Call within a transaction. */
    boolean use(String token);
}
