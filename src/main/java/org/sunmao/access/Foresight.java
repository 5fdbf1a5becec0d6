package org.sunmao.access;

import java.time.LocalDate;

/** What is decided for days to come. Implemented by module organization. */
public interface Foresight {

    /**
     * Applies what is due until a day, within the caller's transaction, which looks at the outcome
     * and is rolled back.
     */
    void applyUntil(LocalDate day);
}
