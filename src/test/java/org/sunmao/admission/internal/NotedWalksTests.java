package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.admission.internal.AdmissionOracle.Fault;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was done long ago is noted whatever is wrong with it: the program tells all that somebody
 * with the rulebook and a list finds, begins with the same, and comes to the same days.
 */
class NotedWalksTests {

    private static final int WALKS = Integer.getInteger("admission.walks", 2000);
    private static final int STEPS = 60;
    private static final Set<String> OVER = Set.of("archived", "cancelled", "ended");

    private final Set<String> differences = new TreeSet<>();
    private final Set<String> noted = new TreeSet<>();
    private int archived;

    @Test
    void allThatIsWrongIsToldAndTheCaseGoesOn() {
        for (var seed = 0; seed < WALKS && differences.isEmpty(); seed++) {
            walk(seed);
        }
        assertThat(differences).isEmpty();
        assertThat(archived).as("who came to the end").isGreaterThan(WALKS / 4);
        assertThat(noted)
                .as("rules that were broken")
                .contains("R-DEV-07", "R-DEV-10", "R-DEV-16", "R-DEV-18", "R-DEV-19", "R-DEV-21")
                .contains("R-DEV-22", "R-DEV-26", "R-DEV-28", "R-DEV-02", "R-DEV-36", "R-DEV-49");
    }

    private void walk(int seed) {
        var random = new Random(seed);
        var bounds = DrawnBounds.draw(random);
        var born = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9000));
        var on = born.plusYears(bounds.age()).plusDays(random.nextInt(40) - 4L);
        var oracle = new AdmissionOracle(on, bounds);
        var draw = new DrawnSteps(random, bounds, oracle.past);
        var facts = draw.facts().asNoted();
        var applied = (Allowed) AdmissionProcess.apply(born, on, facts);
        compare(
                seed + ": born " + born,
                applied,
                AdmissionOracle.faults(born, on, bounds),
                null,
                facts);
        var stage = applied.stage();
        for (var i = 0; i < STEPS && differences.isEmpty() && !OVER.contains(stage.code()); i++) {
            stage = take(seed, stage, oracle, draw);
        }
        archived += stage.code().equals("archived") ? 1 : 0;
    }

    private Stage take(int seed, Stage stage, AdmissionOracle oracle, DrawnSteps draw) {
        var step = draw.step();
        var facts = draw.facts().asNoted();
        var faults = oracle.faults(step, facts);
        var early = oracle.early(step);
        if (!(AdmissionProcess.take(stage, step, facts) instanceof Allowed it)) {
            if (oracle.inTurn(step)) {
                differences.add("%d: not noted: %s: %s".formatted(seed, stage, step));
            }
            return stage;
        }
        compare(seed + ": " + stage + ": " + step, it, faults, early, facts);
        oracle.past.done.add(step);
        if (!StageTold.of(it.stage()).equals(oracle.past.told())) {
            differences.add(
                    "%d: %s: %s <> %s"
                            .formatted(seed, step, StageTold.of(it.stage()), oracle.past.told()));
        }
        return it.stage();
    }

    private void compare(
            String of, Allowed taken, List<Fault> faults, @Nullable Fault early, Facts facts) {
        var standing = faults.stream().filter(fault -> !excused(fault, facts)).toList();
        var expected = new HashSet<>(standing);
        if (early != null) {
            expected.add(early);
        }
        var told =
                taken.breaches().stream()
                        .map(it -> new Fault(it.rule().value(), it.explainable()))
                        .toList();
        told.forEach(fault -> noted.add(fault.rule()));
        var first =
                told.isEmpty()
                        || told.getFirst().equals(early)
                        || told.getFirst().equals(standing.getFirst());
        if (!first || !expected.equals(new HashSet<>(told))) {
            differences.add("%s: %s <> %s".formatted(of, told, expected));
        }
    }

    private static boolean excused(Fault fault, Facts facts) {
        return fault.explainable() && facts.excused().contains(new RuleId(fault.rule()));
    }
}
