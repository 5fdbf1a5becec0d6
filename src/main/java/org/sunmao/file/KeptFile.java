package org.sunmao.file;

import java.util.UUID;

/**
 * A file as it was kept.
 *
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 */
public record KeptFile(
        FileId id,
        UUID organization,
        String name,
        String mediaType,
        String purpose,
        long size,
        String sha256) {}
