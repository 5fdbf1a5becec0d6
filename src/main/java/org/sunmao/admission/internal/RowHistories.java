package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.admission.internal.Committees.Line;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.register.Field;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the row of a roster as the history of one person, judged by the rules of each day. */
@Component
class RowHistories {

    private final Judging judging;
    private final Committees committees;

    RowHistories(Judging judging, Committees committees) {
        this.judging = judging;
        this.committees = committees;
    }

    /**
     * What a row tells.
     *
     * @param approving the committee that granted, where the row names one
     */
    record History(
            Whose whose,
            UUID branch,
            @Nullable UUID approving,
            LocalDate applied,
            BackEntry.Read read) {

        List<Breach> breaches() {
            return Stream.concat(
                            read.application().stream(),
                            read.steps().stream().flatMap(step -> step.breaches().stream()))
                    .toList();
        }
    }

    /**
     * What will be written of a row.
     *
     * @param person whoever it is already; null of somebody new
     */
    record Planned(History history, @Nullable UUID person) {}

    History read(
            Map<String, Object> values, UUID branch, @Nullable UUID approving, LocalDate today) {
        var line = committees.of(branch, today);
        var applied = Objects.requireNonNull(RowSteps.day(values, AdmissionColumns.APPLIED));
        var bornOn = Objects.requireNonNull(RowSteps.day(values, AdmissionColumns.BORN_ON));
        var steps = RowSteps.of(values, judging.bounds(today, branch));
        var read =
                BackEntry.read(
                        bornOn,
                        applied,
                        steps,
                        facts(applied, line, null),
                        step -> facts(step.on(), line, granted(step) ? approving : null));
        return new History(whose(values, bornOn), branch, approving, applied, read);
    }

    private static boolean granted(Step step) {
        return step instanceof Step.Approve;
    }

    private Facts facts(LocalDate day, Line line, @Nullable UUID acting) {
        var power = acting == null ? Power.APPROVES : line.power(acting);
        return new Facts(judging.bounds(day, line.branch()), line.temporary(), power, Set.of());
    }

    private static Whose whose(Map<String, Object> values, LocalDate bornOn) {
        return new Whose(
                Objects.requireNonNull(text(values, AdmissionColumns.NAME)),
                Objects.requireNonNull(text(values, AdmissionColumns.SEX)),
                text(values, AdmissionColumns.NATION),
                bornOn,
                text(values, AdmissionColumns.CITIZEN_NUMBER),
                null,
                text(values, AdmissionColumns.EDUCATION),
                null);
    }

    private static @Nullable String text(Map<String, Object> values, Field field) {
        var value = values.get(field.name());
        return value == null ? null : value.toString();
    }
}
