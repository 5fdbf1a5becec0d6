package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Course.Done;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the rules of admission demand of a case by when; knows no clock and no database. */
final class Spells {

    private static final Set<String> ON_PROBATION = Set.of("probationer", "extended");

    private Spells() {}

    private static Predicate<Done> is(String step) {
        return done -> done.step().equals(step);
    }

    /** R-DEV-09: somebody talks with who has applied; once an activist is fixed it is too late. */
    static List<Spell> talk(Course it) {
        if (!it.whole()) {
            return List.of();
        }
        var fixed = it.first(0, is("fix-activist"));
        var ceased = fixed == null ? it.over() : fixed;
        return List.of(new Spell(it.applied(), it.first(0, is("talk")), ceased));
    }

    /** R-DEV-16: from the filing on, time after time, until listed. */
    static List<Spell> assessments(Course it) {
        return chain(
                it,
                done -> done.step().equals("file-activist") && done.stage().equals("activist"),
                "assess",
                it.stage().equals("activist") ? null : last(it, "list-object"));
    }

    /** R-DEV-41: from the approval on, time after time, until the meeting has decided. */
    static List<Spell> probation(Course it) {
        return chain(
                it,
                Spells::entered,
                "probation-assess",
                ON_PROBATION.contains(it.stage()) ? null : last(it, "conversion-vote"));
    }

    /** Each runs from the one before; what ended before it began is none. */
    private static List<Spell> chain(
            Course it, Predicate<Done> begins, String step, @Nullable LocalDate end) {
        var days = new TreeSet<LocalDate>();
        it.done().stream().filter(begins.or(is(step))).map(Done::on).forEach(days::add);
        if (it.done().stream().noneMatch(begins)) {
            return List.of();
        }
        var ceased = end == null ? it.over() : end;
        var spells = new ArrayList<Spell>();
        for (var day : days) {
            var next = days.higher(day);
            if (next != null || ceased == null || ceased.isAfter(day)) {
                spells.add(new Spell(day, next, next == null ? ceased : null));
            }
        }
        return spells;
    }

    private static @Nullable LocalDate last(Course it, String step) {
        return it.of(step).map(Done::on).reduce((_, later) -> later).orElse(null);
    }

    /**
     * R-DEV-36: the committee answers in its months.
     *
     * @param special so many in a special case
     */
    static List<Spell> approval(Course it, int months, int special) {
        var spells = new ArrayList<Spell>();
        for (var i = 0; i < it.done().size(); i++) {
            var from = it.done().get(i);
            if (from.step().equals("submit")) {
                var answer = it.done().stream().skip(i).filter(is("approve")).findFirst();
                var granted = answer.map(Done::special).orElse(false) ? special : months;
                spells.add(
                        new Spell(
                                from.on(),
                                from.on().plusMonths(granted),
                                answer.map(Done::on).orElse(null),
                                it.over()));
            }
        }
        return spells;
    }

    /** R-DEV-40: after the approval. */
    static List<Spell> oath(Course it) {
        return between(it, Spells::entered, "oath");
    }

    /** R-DEV-47: what the meeting decided waits for the committee. */
    static List<Spell> conversionApproval(Course it) {
        return between(
                it,
                done -> done.step().equals("conversion-vote") && done.stage().equals("decided"),
                "conversion-approve");
    }

    private static List<Spell> between(Course it, Predicate<Done> begins, String step) {
        var spells = new ArrayList<Spell>();
        for (var i = 0; i < it.done().size(); i++) {
            var from = it.done().get(i);
            if (begins.test(from)) {
                spells.add(new Spell(from.on(), it.first(i, is(step)), it.over()));
            }
        }
        return spells;
    }

    /**
     * R-DEV-43: when probation expires, the meeting decides; when an extension does, once more.
     *
     * @param years of probation
     * @param postponed so many months whoever came from another branch on probation may be kept
     *     waiting (R-DEV-52); party age counts from the expiry all the same
     */
    static List<Spell> conversion(Course it, int years, int postponed) {
        var first = expiry(it, years);
        var until = it.until() == null ? first : it.until();
        if (until == null) {
            return List.of();
        }
        var extension = extension(it);
        var spells = new ArrayList<Spell>();
        if (extension >= 0 && first != null) {
            spells.add(new Spell(first, it.done().get(extension).on(), null));
        }
        if (extension < 0 || !until.equals(first)) {
            var due = moved(it) ? until.plusMonths(postponed) : null;
            spells.add(new Spell(until, due, voted(it, extension + 1), it.over()));
        }
        return spells;
    }

    private static boolean moved(Course it) {
        return it.of("move").anyMatch(done -> ON_PROBATION.contains(done.stage()));
    }

    /** Of whoever was accepted by a meeting here and approved. */
    private static @Nullable LocalDate expiry(Course it, int years) {
        var met = last(it, "vote");
        var approved = it.done().stream().anyMatch(Spells::entered);
        return met == null || !approved ? null : met.plusYears(years);
    }

    private static boolean entered(Done done) {
        return done.step().equals("approve") && done.stage().equals("probationer");
    }

    /** Where an extension was decided that the committee approved, else -1. */
    private static int extension(Course it) {
        var decided = -1;
        var found = -1;
        for (var i = 0; i < it.done().size(); i++) {
            var done = it.done().get(i);
            if (done.step().equals("conversion-vote") && done.stage().equals("decided")) {
                decided = "EXTEND".equals(done.outcome()) ? i : -1;
            } else if (done.step().equals("conversion-approve")
                    && done.stage().equals("extended")
                    && decided >= 0) {
                found = decided;
            }
        }
        return found;
    }

    /** What the committee refused was not decided. */
    private static @Nullable LocalDate voted(Course it, int from) {
        @Nullable LocalDate voted = null;
        for (var done : it.done().subList(from, it.done().size())) {
            if (done.step().equals("conversion-vote") && done.stage().equals("decided")) {
                voted = done.on();
            } else if (done.step().equals("conversion-approve")
                    && ON_PROBATION.contains(done.stage())) {
                voted = null;
            }
        }
        return voted;
    }
}
