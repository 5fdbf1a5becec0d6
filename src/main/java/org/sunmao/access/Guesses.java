package org.sunmao.access;

import java.util.function.Supplier;

/** Stops whoever guesses at a secret, by where they come from, as with passwords (SEC-03). */
public interface Guesses {

    /**
     * Looks something up by what was sent. What throws was a wrong guess, and counts.
     *
     * @param what is guessed at, as {@code feed}
     * @param source the address it comes from
     * @param told what there were too many of, in Chinese
     * @throws org.sunmao.web.TooMany when the source has had its guesses
     */
    <T> T guess(String what, String source, String told, Supplier<T> look);
}
