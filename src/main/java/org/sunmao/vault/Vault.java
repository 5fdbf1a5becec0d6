package org.sunmao.vault;

/**
 * Seals sensitive fields, makes blind indexes to find them by (PRV-09), and signs for the house.
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

    /**
     * Signs for the house with Ed25519.
     *
     * @param purpose what is signed, as {@code schema.table}: each purpose has a key of its own, so
     *     that nothing signed for one can be passed off as another
     */
    byte[] sign(String purpose, byte[] message);

    /** Whether {@link #sign} made the signature, for the same purpose and message. */
    boolean signed(String purpose, byte[] message, byte[] signature);

    /** By which anybody may check what was signed for the purpose; 32 bytes, as in RFC 8032. */
    byte[] publicKey(String purpose);
}
