package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Stage.Accepted;
import org.sunmao.admission.internal.Stage.Activist;
import org.sunmao.admission.internal.Stage.ActivistToFile;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Archived;
import org.sunmao.admission.internal.Stage.Cancelled;
import org.sunmao.admission.internal.Stage.Candidate;
import org.sunmao.admission.internal.Stage.Decided;
import org.sunmao.admission.internal.Stage.Ended;
import org.sunmao.admission.internal.Stage.Member;
import org.sunmao.admission.internal.Stage.ObjectToFile;
import org.sunmao.admission.internal.Stage.PreExamined;
import org.sunmao.admission.internal.Stage.Probationer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a case waits for. Follows from its stage alone, so it is right on every day.
 *
 * @param since the first day of the waiting; of what cannot begin yet, a day to come
 * @param next null at the end of the way
 * @param due the last day, where a rule says one
 */
record Waiting(LocalDate since, @Nullable StepCode next, @Nullable LocalDate due) {

    static Waiting of(Stage stage, Bounds bounds, Clocks clocks) {
        return switch (stage) {
            case Applicant it -> applicant(it, clocks);
            case ActivistToFile it -> open(it.decided(), StepCode.FILE_ACTIVIST);
            case Activist it -> activist(it, bounds, clocks);
            case ObjectToFile it -> open(it.decided(), StepCode.FILE_OBJECT);
            case Candidate it -> candidate(it, clocks);
            case PreExamined it ->
                    it.filled() == null
                            ? open(it.on(), StepCode.FORM)
                            : open(it.filled(), StepCode.VOTE);
            case Accepted it -> accepted(it, clocks);
            case Probationer it -> probationer(it, clocks);
            case Decided it ->
                    until(
                            it.on(),
                            StepCode.CONVERSION_APPROVE,
                            it.on().plusMonths(clocks.conversionMonths()));
            case Member it -> open(it.on(), StepCode.ARCHIVE);
            case Archived it -> over(it.on());
            case Cancelled it -> over(it.on());
            case Ended it -> over(it.on());
        };
    }

    private static Waiting open(LocalDate since, StepCode next) {
        return new Waiting(since, next, null);
    }

    private static Waiting until(LocalDate since, StepCode next, LocalDate due) {
        return new Waiting(since, next, due);
    }

    private static Waiting over(LocalDate since) {
        return new Waiting(since, null, null);
    }

    private static Waiting applicant(Applicant now, Clocks clocks) {
        return now.talked() == null
                ? until(now.applied(), StepCode.TALK, now.applied().plusMonths(clocks.talkMonths()))
                : open(latest(now.talked(), now.back()), StepCode.FIX_ACTIVIST);
    }

    /** Half-yearly, until there are enough of them; then for the year to be over. */
    private static Waiting activist(Activist now, Bounds bounds, Clocks clocks) {
        if (now.contacts() == null) {
            return open(now.on(), StepCode.CONTACTS);
        }
        var last = now.assessed().isEmpty() ? now.since() : now.assessed().getLast();
        if (now.assessed().size() < bounds.assessments()) {
            return until(last, StepCode.ASSESS, last.plusMonths(clocks.assessMonths()));
        }
        var year = now.since().plusYears(bounds.cultivationYears());
        return open(latest(last, year, now.back()), StepCode.LIST_OBJECT);
    }

    private static Waiting candidate(Candidate now, Clocks clocks) {
        if (now.sponsors() == null) {
            return open(now.on(), StepCode.SPONSORS);
        }
        if (now.reviewed() == null) {
            return open(now.on(), StepCode.REVIEW);
        }
        if (now.trained() == null) {
            return open(now.on(), StepCode.TRAINING);
        }
        if (now.examined() == null) {
            return open(latest(now.sponsors(), now.reviewed(), now.trained()), StepCode.EXAMINE);
        }
        var since = latest(now.examined(), now.back());
        return until(since, StepCode.PRE_EXAMINE, since.plusMonths(clocks.preExamineMonths()));
    }

    private static Waiting accepted(Accepted now, Clocks clocks) {
        if (now.submitted() == null) {
            return open(now.on(), StepCode.SUBMIT);
        }
        var due = now.submitted().plusMonths(clocks.approvalMonths());
        return now.talked() == null
                ? until(now.submitted(), StepCode.SUPERIOR_TALK, due)
                : until(latest(now.submitted(), now.talked()), StepCode.APPROVE, due);
    }

    private static Waiting probationer(Probationer now, Clocks clocks) {
        var entry = now.entry();
        if (entry.filed() == null) {
            return open(now.on(), StepCode.FILE_APPROVAL);
        }
        if (entry.assigned() == null) {
            return open(now.on(), StepCode.ASSIGN);
        }
        if (entry.sworn() == null) {
            return until(now.on(), StepCode.OATH, now.on().plusDays(clocks.oathDays()));
        }
        return now.applied() == null
                ? until(now.until(), StepCode.CONVERSION_APPLICATION, now.until())
                : open(latest(now.until(), now.applied(), now.back()), StepCode.CONVERSION_VOTE);
    }

    private static LocalDate latest(@Nullable LocalDate... days) {
        return Stream.of(days).filter(Objects::nonNull).max(LocalDate::compareTo).orElseThrow();
    }
}
