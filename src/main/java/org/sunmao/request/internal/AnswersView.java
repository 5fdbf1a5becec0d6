package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.AnswerStore.Answer;
import org.sunmao.request.internal.RequestView.RequestOrganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one organization answered, period by period.
 *
 * @param may whether the asker may answer for it now
 */
record AnswersView(RequestOrganization organization, boolean may, List<PeriodAnswer> periods) {

    /**
     * One period.
     *
     * @param values in the order of the items; null while there is no answer
     * @param afterwards whether it was entered after its own day (补录)
     * @param corrections how many times it was corrected
     */
    record PeriodAnswer(
            String key,
            String name,
            LocalDate from,
            LocalDate due,
            String state,
            String stateName,
            @Nullable List<String> values,
            @Nullable LocalDate on,
            boolean afterwards,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String reason,
            int corrections) {

        static PeriodAnswer of(Period period, List<Answer> given, LocalDate day) {
            var last = given.isEmpty() ? null : given.getLast();
            var state = AnswersView.state(period, last != null, day);
            return new PeriodAnswer(
                    period.key(),
                    period.name(),
                    period.from(),
                    period.due(),
                    state,
                    AnswersView.stateName(state),
                    last == null ? null : last.values(),
                    last == null ? null : last.on(),
                    afterwards(given),
                    last == null ? null : last.name(),
                    last == null ? null : last.at(),
                    last == null ? null : last.reason(),
                    Math.max(0, given.size() - 1));
        }

        /** A reason with the first answer is why it was entered afterwards. */
        private static boolean afterwards(List<Answer> given) {
            return !given.isEmpty() && given.getFirst().reason() != null;
        }
    }

    static String state(Period period, boolean answered, LocalDate day) {
        if (answered) {
            return "answered";
        }
        if (period.from().isAfter(day)) {
            return "coming";
        }
        return period.due().isBefore(day) ? "late" : "open";
    }

    static String stateName(String state) {
        return switch (state) {
            case "answered" -> "已填报";
            case "coming" -> "未开始";
            case "late" -> "逾期未报";
            default -> "待填报";
        };
    }
}
