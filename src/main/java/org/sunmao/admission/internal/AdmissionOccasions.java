package org.sunmao.admission.internal;

import org.sunmao.duty.Occasions;
import org.sunmao.journal.Followed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One demand of the rules of admission: each spell of each case is an occasion, whose subject is
 * the case.
 *
 * @param committee whether it is owed by the committee that approves, and not by the branch
 */
record AdmissionOccasions(
        String name, boolean committee, Function<Course, List<Spell>> spells, Courses courses)
        implements Occasions {

    private static final String KIND = "admission";

    @Override
    public void find(Set<UUID> organizations, LocalDate today, Consumer<Occasion> found) {
        if (!committee) {
            courses.of(organizations).forEach(one -> tell(one, one.organization(), found));
            return;
        }
        var answering = courses.answering(organizations, today);
        for (var one : courses.of(answering.keySet())) {
            var owner = answering.get(one.organization());
            if (owner != null) {
                tell(one, owner, found);
            }
        }
    }

    private void tell(Course course, UUID owner, Consumer<Occasion> found) {
        for (var spell : spells.apply(course)) {
            found.accept(
                    new Occasion(
                            owner,
                            "case",
                            course.id(),
                            spell.from(),
                            spell.due(),
                            spell.ended(),
                            Map.of(),
                            spell.ceased()));
        }
    }

    @Override
    public Set<UUID> concernedBy(Followed entry) {
        return committee ? concerned(courses, entry) : Set.of();
    }

    /** Whatever is done with a case may have to be answered by the committee above its branch. */
    static Set<UUID> concerned(Courses courses, Followed entry) {
        var branch = entry.organization();
        if (branch == null || !entry.subjectKind().equals(KIND)) {
            return Set.of();
        }
        return courses.approvingToday(branch);
    }
}
