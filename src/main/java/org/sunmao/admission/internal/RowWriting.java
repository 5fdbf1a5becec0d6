package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Admission.Kind;
import org.sunmao.admission.internal.RowHistories.History;
import org.sunmao.admission.internal.RowHistories.Planned;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.register.Roster.Written;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps what a row tells as a case whose steps were all entered afterwards (补录). */
@Component
class RowWriting {

    private static final String NAME = "名册导入";
    private static final String REASON = "由名册导入";

    private final AdmissionStore store;
    private final StepStore steps;
    private final StageJson json;
    private final Judging judging;
    private final AdmissionJournal journal;
    private final TalentApplications talents;
    private final Clock clock;

    RowWriting(
            AdmissionStore store,
            StepStore steps,
            StageJson json,
            Judging judging,
            AdmissionJournal journal,
            TalentApplications talents,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.json = json;
        this.judging = judging;
        this.journal = journal;
        this.talents = talents;
        this.clock = clock;
    }

    Written write(Scope scope, int row, Planned planned) {
        var history = planned.history();
        var actor = scope.actor();
        var by = new By(actor.account(), actor.behalf(), NAME, clock.instant());
        var admission = admission(scope, history, planned.person(), by);
        store.add(admission);
        steps.begin(admission.id(), taken(history, by));
        journal.imported(scope, admission, history.breaches());
        talents.begun(scope, null, admission);
        return new Written(row, admission.id(), admission.version(), null);
    }

    private List<Taken> taken(History history, By by) {
        var read = history.read();
        var first =
                taken(
                        history,
                        StepCode.APPLICATION,
                        history.applied(),
                        "{}",
                        "applicant",
                        read.application(),
                        by);
        var others =
                read.steps().stream()
                        .map(
                                one ->
                                        taken(
                                                history,
                                                StepCode.of(one.step()),
                                                one.step().on(),
                                                json.write(one.step()),
                                                one.after().code(),
                                                one.breaches(),
                                                by));
        return Stream.concat(Stream.of(first), others).toList();
    }

    private Admission admission(Scope scope, History history, @Nullable UUID person, By by) {
        var stage = history.read().stage();
        return new Admission(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                history.branch(),
                person == null ? UuidCreator.getTimeOrderedEpoch() : person,
                Kind.NORMAL,
                history.whose(),
                history.applied(),
                stage,
                judging.waiting(stage, scope.day(), history.branch()),
                true,
                new Entered(by.account(), by.name(), by.at()));
    }

    /** A step that broke a rule has no reason yet: it is to be explained. */
    private static Taken taken(
            History history,
            StepCode code,
            LocalDate on,
            String what,
            String stage,
            List<Breach> breaches,
            By by) {
        return new Taken(
                UuidCreator.getTimeOrderedEpoch(),
                code,
                on,
                what,
                Map.of(),
                stage,
                history.branch(),
                null,
                true,
                breaches.stream()
                        .map(breach -> new Taken.Breach(breach.rule().value(), breach.says()))
                        .toList(),
                breaches.isEmpty() ? REASON : null,
                null,
                by);
    }
}
