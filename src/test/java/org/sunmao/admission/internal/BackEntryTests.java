package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunmao.admission.internal.Stage.Applicant;
import org.sunmao.admission.internal.Stage.Outcome;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What is entered afterwards is entered as it was, and what was wrong with it is told. */
class BackEntryTests {

    private static final int WALKS = 2000;
    private static final LocalDate BORN = LocalDate.of(1995, 5, 5);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 10);

    private record Past(
            LocalDate applied, Bounds bounds, List<Step> steps, Map<Step, Facts> facts) {

        BackEntry.Read read(List<Step> told) {
            return BackEntry.read(
                    applied.minusYears(bounds.age()),
                    applied,
                    told,
                    Cases.facts(bounds),
                    step -> requireNonNull(facts.get(step)));
        }
    }

    /** Steps that were all allowed, and where they led. */
    private static Past draw(int seed, Stage[] end) {
        var random = new Random(seed);
        var bounds = DrawnBounds.draw(random);
        var applied = DAY.plusDays(random.nextInt(2000));
        var oracle = new AdmissionOracle(applied, bounds);
        var draw = new DrawnSteps(random, bounds, oracle.past);
        var facts = new IdentityHashMap<Step, Facts>();
        Stage stage = new Applicant(applied, null, null);
        for (var i = 0; i < 60; i++) {
            var step = draw.step();
            var said = draw.facts();
            if (AdmissionProcess.take(stage, step, said) instanceof Allowed(var next, _)) {
                oracle.past.done.add(step);
                facts.put(step, said);
                stage = next;
            }
        }
        end[0] = stage;
        return new Past(applied, bounds, oracle.past.done, facts);
    }

    @Test
    void whatWasAllowedIsReadWithoutAWordAndLeadsWhereItLed() {
        for (var seed = 0; seed < WALKS; seed++) {
            var end = new Stage[1];
            var past = draw(seed, end);
            var read = past.read(past.steps());
            assertThat(read.clean()).as("%d: %s", seed, read).isTrue();
            assertThat(read.stage()).isEqualTo(end[0]);
        }
    }

    @Test
    void whateverIsMissingOrDoubledEachStepStandsAndTheFirstWordIsTheProcess() {
        for (var seed = 0; seed < WALKS; seed++) {
            var past = draw(seed, new Stage[1]);
            var random = new Random(seed);
            var told = new ArrayList<Step>();
            for (var step : past.steps()) {
                var drawn = random.nextInt(12);
                if (drawn > 1) {
                    told.add(step);
                }
                if (drawn == 2) {
                    told.add(past.steps().get(random.nextInt(past.steps().size())));
                }
            }
            var read = past.read(told);
            assertThat(read.steps()).extracting(BackEntry.Entered::step).isEqualTo(told);
            assertThat(first(read)).as("%d: %s", seed, told).isEqualTo(refused(past, told));
        }
    }

    private static int first(BackEntry.Read read) {
        for (var i = 0; i < read.steps().size(); i++) {
            if (!read.steps().get(i).breaches().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private static int refused(Past past, List<Step> told) {
        Stage stage = new Applicant(past.applied(), null, null);
        for (var i = 0; i < told.size(); i++) {
            var step = told.get(i);
            switch (AdmissionProcess.take(stage, step, requireNonNull(past.facts().get(step)))) {
                case Allowed(var next, _) -> stage = next;
                case Refused _ -> {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The whole way on days that are allowed. */
    private static List<Step> way() {
        var year = DAY.plusYears(1).plusDays(20);
        var end = year.plusYears(1).plusDays(40);
        return List.of(
                new Step.Talk(DAY),
                new Step.FixActivist(DAY.plusDays(10), true, 5),
                new Step.FileActivist(DAY.plusDays(12), true),
                new Step.NameContacts(DAY.plusDays(12), 2),
                new Step.Assess(DAY.plusMonths(6)),
                new Step.Assess(DAY.plusMonths(12)),
                new Step.ListObject(year, true, 5),
                new Step.FileObject(year, true),
                new Step.NameSponsors(year, 2, 0),
                new Step.Review(year, true),
                new Step.Train(year, 3, 24, false),
                new Step.Examine(year, true, 5),
                new Step.PreExamine(year, true, null),
                new Step.FillForm(year),
                new Step.Vote(year.plusDays(1), Cases.ALL),
                new Step.Submit(year.plusDays(2)),
                new Step.SuperiorTalk(year.plusDays(3)),
                new Step.Approve(year.plusDays(4), true, false),
                new Step.ApplyConversion(year.plusYears(1)),
                new Step.VoteConversion(end, Outcome.CONVERT, 0, true, 5, Cases.ALL),
                new Step.ApproveConversion(end.plusDays(1), true),
                new Step.Archive(end.plusDays(2), 5));
    }

    private static String told(List<Step> steps) {
        var read = BackEntry.read(BORN, DAY, steps, Cases.FACTS, _ -> Cases.FACTS);
        return read.stage().code()
                + read.steps().stream()
                        .filter(step -> !step.breaches().isEmpty())
                        .map(
                                step ->
                                        step.breaches().stream()
                                                .map(breach -> breach.rule().value())
                                                .collect(Collectors.joining("+", " ", "")))
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "Talk, archived R-DEV-10",
        "FixActivist, archived R-DEV-10",
        "FileActivist, archived R-DEV-11",
        "NameContacts, archived R-DEV-14 R-DEV-14 R-DEV-14",
        "Assess, archived R-DEV-16",
        "ListObject, archived R-DEV-18",
        "FileObject, archived R-DEV-18",
        "NameSponsors, archived R-DEV-19",
        "Review, archived R-DEV-21",
        "Train, archived R-DEV-22",
        "Examine, archived R-DEV-23",
        "PreExamine, archived R-DEV-24",
        "FillForm, archived R-DEV-26",
        "Vote, archived R-DEV-31",
        "Submit, archived R-DEV-33",
        "SuperiorTalk, archived R-DEV-34",
        "Approve, archived R-DEV-35",
        "ApplyConversion, archived R-DEV-46",
        "VoteConversion, archived R-DEV-46",
        "ApproveConversion, archived R-DEV-47",
    })
    void aStepThatIsMissingIsToldOnceWhereItIsMissed(String missing, String said) {
        var steps =
                way().stream()
                        .filter(step -> !step.getClass().getSimpleName().equals(missing))
                        .toList();
        assertThat(told(steps)).isEqualTo(said);
        assertThat(told(way())).isEqualTo("archived");
    }

    @Test
    void aMeetingThatWasNoneDecidesNothingAndWhatFollowedIsToldOf() {
        var few = new Counts(10, 5, 1, 6, 0, 0);
        var steps = new ArrayList<>(way());
        steps.replaceAll(it -> it instanceof Step.Vote vote ? new Step.Vote(vote.on(), few) : it);
        assertThat(told(steps)).isEqualTo("archived R-DEV-28 R-DEV-31");
    }

    @Test
    void whatComesAfterTheEndIsKeptAndChangesNothing() {
        var steps = new ArrayList<>(way());
        steps.add(new Step.Talk(DAY));
        assertThat(told(steps)).isEqualTo("archived R-DEV-09");
    }

    @Test
    void whoWasTooYoungHasAppliedAllTheSame() {
        var born = DAY.minusYears(18).plusDays(1);
        var read = BackEntry.read(born, DAY, way(), Cases.FACTS, _ -> Cases.FACTS);
        assertThat(read.application())
                .extracting(Breach::rule, Breach::explainable)
                .containsExactly(tuple(Rules.AGE, false));
        assertThat(read.stage().code()).isEqualTo("archived");
    }
}
