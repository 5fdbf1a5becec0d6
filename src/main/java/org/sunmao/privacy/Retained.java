package org.sunmao.privacy;

import java.time.LocalDate;
import java.util.function.ToIntFunction;

/**
 * Something that is kept for a time and then let go (PRV-06).
 *
 * <p>A module that keeps such a thing has one bean of this kind for each, in its {@code internal};
 * nothing else is needed, for the daily job finds them all. The job runs each sweep in a
 * transaction of its own, in the scope of the system, and writes one entry to the journal with the
 * counts. What a sweep deletes must be gone from the live tables. A new class is a constant of
 * {@link Retention} with its figure in {@code rules/privacy.yaml}.
 *
 * <pre>{@code
 * @Bean
 * Retained usedCodes(CodeStore codes) {
 *     return Retained.of(Retention.CODE, codes::deleteOver);
 * }
 * }</pre>
 */
public interface Retained {

    Retention retention();

    /**
     * Lets go of what was over before the day began, in the caller's transaction; where there may
     * be many, some thousands at a time.
     *
     * @return how many went; the job calls again until there are none
     */
    int sweep(LocalDate before);

    static Retained of(Retention retention, ToIntFunction<LocalDate> sweep) {
        return new Retained() {
            @Override
            public Retention retention() {
                return retention;
            }

            @Override
            public int sweep(LocalDate before) {
                return sweep.applyAsInt(before);
            }
        };
    }
}
