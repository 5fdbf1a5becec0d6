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

import java.util.LinkedHashMap;
import java.util.Map;

/** A stage of the program in the words of {@link AdmissionHistory#told}. */
final class StageTold {

    private final Map<String, String> told = new LinkedHashMap<>();

    private StageTold() {}

    static Map<String, String> of(Stage stage) {
        var told = new StageTold();
        told.put("code", stage.code());
        told.tell(stage);
        return told.told;
    }

    private void put(String name, @Nullable Object value) {
        told.put(name, String.valueOf(value));
    }

    private void tell(Stage stage) {
        switch (stage) {
            case Applicant it -> applicant(it);
            case ActivistToFile(var was, var decided) -> {
                applicant(was);
                put("decided", decided);
            }
            case Activist it -> activist(it);
            case ObjectToFile(var was, var decided) -> {
                activist(was);
                put("decided", decided);
            }
            case Candidate it -> candidate(it);
            case PreExamined(var was, var on, var filled) -> {
                candidate(was);
                put("passed", on);
                put("filled", filled);
            }
            case Accepted(var was, var on, var submitted, var talked) -> {
                candidate(was);
                put("accepted", on);
                put("submitted", submitted);
                put("talked", talked);
            }
            case Probationer it -> probationer(it);
            case Decided(var was, var outcome, var months, var on) -> {
                probationer(was);
                put("outcome", outcome);
                put("months", months);
                put("decided", on);
            }
            case Member _, Archived _, Cancelled _, Ended _ -> over(stage);
        }
    }

    private void applicant(Applicant it) {
        put("applied", it.applied());
        put("talked", it.talked());
        put("back", it.back());
    }

    private void activist(Activist it) {
        put("since", it.since());
        put("on", it.on());
        put("contacts", it.contacts());
        put("assessed", it.assessed());
        put("back", it.back());
    }

    private void candidate(Candidate it) {
        put("on", it.on());
        put("sponsors", it.sponsors());
        put("reviewed", it.reviewed());
        put("trained", it.trained());
        put("examined", it.examined());
        put("barredUntil", it.barredUntil());
        put("back", it.back());
    }

    private void probationer(Probationer it) {
        put("since", it.since());
        put("until", it.until());
        put("on", it.on());
        put("extended", it.extended());
        put("applied", it.applied());
        put("filed", it.entry().filed());
        put("assigned", it.entry().assigned());
        put("sworn", it.entry().sworn());
        put("assessed", it.entry().assessed());
        put("back", it.back());
    }

    private void over(Stage stage) {
        switch (stage) {
            case Member(var since, var on) -> {
                put("since", since);
                put("on", on);
            }
            case Archived(var since, var on) -> {
                put("since", since);
                put("on", on);
            }
            case Cancelled(var on) -> put("on", on);
            case Ended(var on, var reason) -> {
                put("on", on);
                put("reason", reason);
            }
            default -> throw new AssertionError(stage);
        }
    }
}
