package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.meeting.YearWork.NewGrade;
import org.sunmao.meeting.YearWork.NewMeasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What came of an appraisal or a life meeting.
 *
 * @param told to whom the grades were told
 * @param toldOn on which day; null where nobody was told yet
 */
record Sequel(
        List<NewGrade> grades,
        List<UUID> told,
        @Nullable LocalDate toldOn,
        List<NewMeasure> measures) {

    static final Sequel NONE = new Sequel(List.of(), List.of(), null, List.of());

    /** In words of the domain. */
    String words(Map<UUID, String> names) {
        var grades = this.grades.stream().map(one -> words(one, names)).sorted();
        var told = this.told.stream().map(names::get).sorted();
        var measures =
                this.measures.stream()
                        .map(one -> one.says() + names.get(one.member()) + one.due() + one.done());
        return Stream.of(grades, told, Stream.of(String.valueOf(toldOn)), measures)
                .map(all -> all.toList().toString())
                .toList()
                .toString();
    }

    private static String words(NewGrade one, Map<UUID, String> names) {
        return names.get(one.member()) + one.grade() + one.ballots() + one.gap();
    }
}
