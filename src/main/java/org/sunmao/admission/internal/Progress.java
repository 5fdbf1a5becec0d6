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
import org.sunmao.admission.internal.StepCode.Gate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Which steps stand done at a stage: what came to nothing is not done. */
final class Progress {

    private Progress() {}

    static Set<StepCode> done(Stage stage) {
        var done = EnumSet.of(StepCode.APPLICATION);
        add(done, stage);
        return done;
    }

    private static void add(EnumSet<StepCode> done, Stage stage) {
        switch (stage) {
            case Applicant it -> when(done, it.talked(), StepCode.TALK);
            case ActivistToFile it -> before(done, it.was(), StepCode.FIX_ACTIVIST);
            case Activist it -> {
                until(done, StepCode.FILE_ACTIVIST);
                when(done, it.contacts(), StepCode.CONTACTS);
                if (!it.assessed().isEmpty()) {
                    done.add(StepCode.ASSESS);
                }
            }
            case ObjectToFile it -> before(done, it.was(), StepCode.LIST_OBJECT);
            case Candidate it -> {
                until(done, StepCode.FILE_OBJECT);
                when(done, it.sponsors(), StepCode.SPONSORS);
                when(done, it.reviewed(), StepCode.REVIEW);
                when(done, it.trained(), StepCode.TRAINING);
                when(done, it.examined(), StepCode.EXAMINE);
            }
            case PreExamined it -> {
                before(done, it.was(), StepCode.PRE_EXAMINE);
                when(done, it.filled(), StepCode.FORM);
            }
            case Accepted it -> {
                until(done, StepCode.VOTE);
                when(done, it.submitted(), StepCode.SUBMIT);
                when(done, it.talked(), StepCode.SUPERIOR_TALK);
            }
            case Probationer it -> {
                until(done, StepCode.APPROVE);
                when(done, it.entry().filed(), StepCode.FILE_APPROVAL);
                when(done, it.entry().assigned(), StepCode.ASSIGN);
                when(done, it.entry().sworn(), StepCode.OATH);
                when(done, it.applied(), StepCode.CONVERSION_APPLICATION);
                if (!it.entry().assessed().isEmpty()) {
                    done.add(StepCode.PROBATION_ASSESS);
                }
            }
            case Decided it -> before(done, it.was(), StepCode.CONVERSION_VOTE);
            case Member _ -> until(done, StepCode.CONVERSION_APPROVE);
            case Archived _ -> until(done, StepCode.ARCHIVE);
            case Cancelled _, Ended _ -> {}
        }
    }

    private static void when(EnumSet<StepCode> done, @Nullable LocalDate day, StepCode code) {
        if (day != null) {
            done.add(code);
        }
    }

    private static void before(EnumSet<StepCode> done, Stage was, StepCode code) {
        add(done, was);
        done.add(code);
    }

    private static void until(EnumSet<StepCode> done, StepCode last) {
        done.addAll(EnumSet.range(StepCode.APPLICATION, last));
    }

    /** Where on the map a case stands; past the last gate at the end. */
    static Gate gate(Stage stage) {
        return switch (stage) {
            case Applicant _ -> Gate.APPLICATION;
            case ActivistToFile _, Activist _ -> Gate.ACTIVIST;
            case ObjectToFile _ -> Gate.OBJECT;
            case Candidate it ->
                    it.sponsors() != null && it.reviewed() != null && it.trained() != null
                            ? Gate.ACCEPTANCE
                            : Gate.OBJECT;
            case PreExamined _, Accepted _ -> Gate.ACCEPTANCE;
            case Probationer _, Decided _, Member _ -> Gate.PROBATION;
            case Archived _, Cancelled _, Ended _ -> Gate.BESIDE;
        };
    }
}
