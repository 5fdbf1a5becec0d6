package org.sunmao.meeting;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.meeting.NewMeeting.Recording;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What comes of a year besides its meetings, for other modules: its plan, the grades of an
 * appraisal, what was promised. Each call is made within a scope.
 */
public interface YearWork {

    /**
     * The plan of a year as it is adopted.
     *
     * @param themeDay the fixed day of each month
     * @param copied the year whose plan is taken once more; null for what the rules ask
     * @param by who adopts it and when: nothing is planned for the days before
     */
    record NewPlan(
            UUID organization, int year, int themeDay, @Nullable Integer copied, Recording by) {}

    /**
     * What an appraisal settled of a full member.
     *
     * @param ballots how many said excellent, qualified, basic, unqualified; null where nobody was
     *     asked
     * @param grade excellent, qualified, basic or unqualified
     * @param gap what to improve
     */
    record NewGrade(UUID member, @Nullable Ballots ballots, String grade, @Nullable String gap) {}

    /** Counts of a ballot; who gave which is kept nowhere (R-GEN-09). */
    record Ballots(int excellent, int qualified, int basic, int unqualified) {}

    /**
     * What a life meeting or an appraisal promised to mend.
     *
     * @param member who mends it; null: the organization
     * @param done when and how it was; null while it is open
     */
    record NewMeasure(
            String says, @Nullable UUID member, LocalDate due, @Nullable MeasureDone done) {}

    /** When and how a measure was done. */
    record MeasureDone(LocalDate on, String says) {}

    /**
     * Adopts a plan.
     *
     * @throws org.sunmao.web.InputRefused if there is one already, or none to be copied
     */
    void adopt(Scope scope, NewPlan plan);

    /** Enters grades of an appraisal that was held. */
    void grade(Scope scope, UUID appraisal, List<NewGrade> grades);

    /** The grades were told to these members on a day (R-EVA-05). */
    void tell(Scope scope, UUID appraisal, Collection<UUID> members, LocalDate on);

    /** Adds what a meeting promised, and what of it is done (R-LF-10). */
    void promise(Scope scope, UUID meeting, List<NewMeasure> measures);
}
