package org.sunmao.vault;

/**
 * Seals sensitive fields and makes blind indexes to find them by (PRV-09).
 *
 * <p>The keys are in a file outside the database. A sealed value names the suite and the key it was
 * sealed with, so that suites can change while old values stay readable.
 */
public interface Vault {

    /**
     * Seals a text.
     *
     * @param field the field it belongs to, as {@code schema.column}: bound to the value, so that a
     *     sealed value cannot be moved to another field
     */
    byte[] seal(String field, String clear);

    /** Opens what {@link #seal} made for the same field. */
    String open(String field, byte[] sealed);

    /** The same index for the same value of the same field, and nothing to learn the value from. */
    byte[] blindIndex(String field, String clear);
}
