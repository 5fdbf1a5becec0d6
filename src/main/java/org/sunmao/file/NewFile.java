package org.sunmao.file;

import java.util.UUID;

/**
 * A file to be kept.
 *
 * @param organization whose it is; who has it in scope may read it
 * @param name as people see it, with its ending, as 批复.pdf
 * @param mediaType as {@code application/pdf}
 * @param purpose what it is kept for, as {@code change.decision}; never renamed. One that begins
 *     with {@link #OF_A_PERSON} is read where it belongs alone, which leaves a reading (PRV-05)
 */
public record NewFile(UUID organization, String name, String mediaType, String purpose) {

    public static final String OF_A_PERSON = "person.";
}
