package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One case as its duties follow from it: what was done on which day, in the order of entering.
 *
 * @param whole whether it began with an application here, and not on the register
 * @param stage the code of where it stands
 * @param until when probation expires; null where the stage has no such day
 */
record Course(
        UUID id,
        UUID organization,
        LocalDate applied,
        boolean whole,
        String stage,
        @Nullable LocalDate until,
        List<Done> done) {

    private static final List<String> OVER = List.of("cancelled", "ended");

    Course {
        done = List.copyOf(done);
    }

    /**
     * One step.
     *
     * @param stage the code of where it led to
     * @param outcome of a meeting on conversion; null of all others
     * @param special whether an approval took the longer period
     */
    record Done(
            String step, LocalDate on, String stage, @Nullable String outcome, boolean special) {}

    Course with(List<Done> steps) {
        return new Course(id, organization, applied, whole, stage, until, steps);
    }

    Stream<Done> of(String step) {
        return done.stream().filter(one -> one.step().equals(step));
    }

    /** The day of the first of such a kind from a place on. */
    @Nullable LocalDate first(int from, Predicate<Done> fits) {
        return done.stream().skip(from).filter(fits).map(Done::on).findFirst().orElse(null);
    }

    /** The day on which nothing more came of it. */
    @Nullable LocalDate over() {
        return OVER.contains(stage) && !done.isEmpty() ? done.getLast().on() : null;
    }
}
