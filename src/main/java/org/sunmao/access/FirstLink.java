package org.sunmao.access;

/** The one-time link of an empty installation: whoever holds it names its administrators. */
public interface FirstLink {

    /** Makes a new token; earlier ones end. Call within a transaction. */
    String issue();

    /** Whether a token holds, without using it. */
    boolean holds(String token);

    /** Uses a token up; false if it is unknown or used. Call within a transaction. */
    boolean use(String token);
}
