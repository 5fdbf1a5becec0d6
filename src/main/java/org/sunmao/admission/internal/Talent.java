package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Admission.Entered;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/**
 * A young person a township accompanies (R-CD-03), with their own agreement.
 *
 * @param organization the branch in whose area they live or work
 * @param work what they do
 * @param recommendedBy who proposed them
 * @param agreedOn when they agreed to be listed
 * @param gone when and why they are no longer on the list
 * @param way their case; null as long as they have not applied
 */
record Talent(
        UUID id,
        int version,
        UUID organization,
        Person person,
        @Nullable String work,
        @Nullable String recommendedBy,
        LocalDate agreedOn,
        LocalDate listedOn,
        @Nullable Gone gone,
        @Nullable Way way,
        Entered entered) {

    /** As much as is needed to find and accompany them, and to fill in an application. */
    record Person(
            String name,
            String sex,
            LocalDate bornOn,
            @Nullable String education,
            @Nullable String mobile) {

        boolean same(Person other) {
            return name.equals(other.name) && sex.equals(other.sex) && bornOn.equals(other.bornOn);
        }
    }

    /** No longer on the list. */
    record Gone(LocalDate on, TalentLeave reason) {}

    /**
     * Their case.
     *
     * @param stage where it stands, wherever it is now
     * @param person whose it is; null where it lies outside the scope
     */
    record Way(UUID admission, String stage, @Nullable UUID person) {}

    TalentState state() {
        return gone == null ? TalentState.of(way == null ? null : way.stage()) : TalentState.LEFT;
    }

    /** The id under which readings are told to them: that of their way, once there is one. */
    UUID whose() {
        return way == null || way.person() == null ? id : way.person();
    }

    static int age(LocalDate bornOn, LocalDate day) {
        return Period.between(bornOn, day).getYears();
    }
}
