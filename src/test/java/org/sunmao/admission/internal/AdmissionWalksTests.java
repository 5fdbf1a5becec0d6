package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.admission.internal.AdmissionOracle.Fault;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whatever is done with a case, in whatever order and on whatever day: the program and somebody
 * with the rulebook and a list say the same. {@code -Dadmission.walks} walks further.
 */
class AdmissionWalksTests {

    private static final int WALKS = Integer.getInteger("admission.walks", 5000);
    private static final int STEPS = 60;
    private static final int MOST_TOLD = 40;
    private static final Set<String> OVER = Set.of("archived", "cancelled", "ended");

    /** What stands nevertheless, once it was explained. */
    private static final Set<String> EXPLAINABLE =
            Set.of(
                    "R-DEV-12",
                    "R-DEV-18",
                    "R-DEV-25",
                    "R-DEV-27",
                    "R-DEV-36",
                    "R-DEV-37",
                    "R-DEV-47");

    /** The whole machine: from where one comes to where. */
    private static final Set<String> MACHINE =
            Set.of(
                    "applicant > activist-to-file",
                    "activist-to-file > applicant",
                    "activist-to-file > activist",
                    "activist > object-to-file",
                    "object-to-file > activist",
                    "object-to-file > object",
                    "object > pre-examined",
                    "pre-examined > object",
                    "pre-examined > accepted",
                    "accepted > object",
                    "accepted > probationer",
                    "probationer > decided",
                    "decided > probationer",
                    "decided > extended",
                    "extended > decided",
                    "decided > cancelled",
                    "decided > member",
                    "member > archived",
                    "applicant > ended",
                    "activist-to-file > ended",
                    "activist > ended",
                    "object-to-file > ended",
                    "object > ended",
                    "pre-examined > ended",
                    "accepted > ended",
                    "probationer > ended",
                    "extended > ended",
                    "decided > ended");

    private final Set<String> turns = new TreeSet<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final Set<String> explained = new TreeSet<>();
    private final Set<String> differences = new TreeSet<>();

    @Test
    void twoReadersOfTheRulebookSayTheSameAndNoGateIsSkipped() {
        for (var seed = 0; seed < WALKS && differences.size() < MOST_TOLD; seed++) {
            walk(seed);
        }
        assertThat(differences).isEmpty();
        assertThat(ends.get("archived")).as("who came to the end").isGreaterThan(WALKS / 4);
        assertThat(turns).containsExactlyInAnyOrderElementsOf(MACHINE);
        assertThat(explained).isEqualTo(EXPLAINABLE);
    }

    private void walk(int seed) {
        var random = new Random(seed);
        var bounds = DrawnBounds.draw(random);
        var born = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9000));
        if (random.nextInt(20) == 0) {
            born = LocalDate.of(1992 + 4 * random.nextInt(6), 2, 29);
        }
        var late = random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(4000);
        var on = born.plusYears(bounds.age()).plusDays(late);
        var oracle = new AdmissionOracle(on, bounds);
        var draw = new DrawnSteps(random, bounds, oracle.past);
        var facts = draw.facts();
        var verdict = AdmissionProcess.apply(born, on, facts);
        var faults = AdmissionOracle.faults(born, on, bounds);
        if (!agree(verdict, faults, null, facts)) {
            differences.add("%d: born %s: %s, %s".formatted(seed, born, verdict, faults));
        } else if (verdict instanceof Allowed(var stage, _)) {
            walk(seed, stage, oracle, draw);
        }
    }

    private void walk(int seed, Stage begun, AdmissionOracle oracle, DrawnSteps draw) {
        var stage = begun;
        for (var i = 0; i < STEPS && !OVER.contains(stage.code()); i++) {
            var step = draw.step();
            var facts = draw.facts();
            var verdict = AdmissionProcess.take(stage, step, facts);
            var faults = oracle.faults(step, facts);
            var early = oracle.early(step);
            if (!agree(verdict, faults, early, facts)) {
                differ(seed, stage, step, verdict + " <> " + faults + " " + early);
                return;
            }
            if (verdict instanceof Allowed(var next, _)) {
                oracle.past.done.add(step);
                faults.forEach(fault -> explained.add(fault.rule()));
                if (!StageTold.of(next).equals(oracle.past.told())) {
                    differ(seed, stage, step, next + " <> " + oracle.past.told());
                    return;
                }
                if (!next.code().equals(stage.code())) {
                    turns.add(stage.code() + " > " + next.code());
                    AdmissionGates.passed(next.code(), oracle.past);
                }
                stage = next;
            }
        }
        ends.merge(stage.code(), 1, Integer::sum);
    }

    private void differ(int seed, Stage stage, Step step, String how) {
        differences.add("%d: %s: %s: %s".formatted(seed, stage, step, how));
    }

    /** Refused if and only if something is wrong without excuse; and the first of that is told. */
    private static boolean agree(
            Verdict verdict, List<Fault> faults, @Nullable Fault early, Facts facts) {
        var standing =
                faults.stream()
                        .filter(
                                fault ->
                                        !fault.explainable()
                                                || !facts.excused()
                                                        .contains(new RuleId(fault.rule())))
                        .toList();
        return switch (verdict) {
            case Allowed _ -> standing.isEmpty() && early == null;
            case Refused(var rule, var says, var explainable) -> {
                var told = new Fault(rule.value(), explainable);
                var first = !standing.isEmpty() && standing.getFirst().equals(told);
                yield !says.isBlank() && (first || told.equals(early));
            }
        };
    }
}
