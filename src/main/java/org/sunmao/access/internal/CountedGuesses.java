package org.sunmao.access.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Guesses;

import java.util.function.Supplier;

/** Counts a guess before it is looked at, and takes it back when it was right. */
@Component
class CountedGuesses implements Guesses {

    private final Attempts attempts;

    CountedGuesses(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public <T> T guess(String what, String source, String told, Supplier<T> look) {
        var key = what + ":" + source;
        attempts.count(key, attempts.most("failuresOfSource"), told);
        var found = look.get();
        attempts.takeBack(key);
        return found;
    }
}
