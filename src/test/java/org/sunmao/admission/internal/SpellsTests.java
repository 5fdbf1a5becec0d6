package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.admission.internal.Course.Done;
import org.sunmao.house.Proves;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** From which day what is demanded of a case, until when, and what ends it. */
class SpellsTests {

    /** A step in short: {@code name day stage [outcome|special]}; days are of 2025 and 2026. */
    private static Course course(String stage, @Nullable String until, String... steps) {
        return new Course(
                new UUID(0, 1),
                new UUID(0, 2),
                LocalDate.of(2025, 1, 1),
                true,
                stage,
                until == null ? null : LocalDate.parse(until),
                Arrays.stream(steps).map(SpellsTests::done).toList());
    }

    private static Done done(String step) {
        var words = step.split(" ", -1);
        var last = words.length > 3 ? words[3] : null;
        return new Done(
                words[0],
                LocalDate.parse(words[1]),
                words[2],
                "special".equals(last) ? null : last,
                "special".equals(last));
    }

    private static List<String> told(List<Spell> spells) {
        return spells.stream()
                .map(
                        it ->
                                "%s %s%s%s"
                                        .formatted(
                                                it.from(),
                                                it.ended(),
                                                it.ceased() == null ? "" : " until " + it.ceased(),
                                                it.due() == null ? "" : " by " + it.due()))
                .toList();
    }

    @Test
    @Proves("R-DEV-09")
    void aTalkIsDemandedUntilThereWasOneOrIsTooLate() {
        assertThat(told(Spells.talk(course("applicant", null)))).containsExactly("2025-01-01 null");
        assertThat(told(Spells.talk(course("applicant", null, "talk 2025-03-01 applicant"))))
                .containsExactly("2025-01-01 2025-03-01");
        var never =
                course(
                        "activist",
                        null,
                        "fix-activist 2025-02-03 activist-to-file",
                        "file-activist 2025-02-04 activist");
        assertThat(told(Spells.talk(never))).containsExactly("2025-01-01 null until 2025-02-03");
        assertThat(told(Spells.talk(course("ended", null, "end 2025-01-09 ended"))))
                .containsExactly("2025-01-01 null until 2025-01-09");
    }

    @Test
    @Proves("R-DEV-16")
    void eachAssessmentRunsFromTheOneBeforeUntilListed() {
        String[] steps = {
            "file-activist 2025-01-02 applicant",
            "file-activist 2025-02-01 activist",
            "contacts 2025-02-02 activist",
            "assess 2025-09-01 activist",
            "assess 2026-02-01 activist"
        };
        assertThat(told(Spells.assessments(course("activist", null, steps))))
                .containsExactly(
                        "2025-02-01 2025-09-01", "2025-09-01 2026-02-01", "2026-02-01 null");
        var listed = Arrays.copyOf(steps, 6);
        listed[5] = "list-object 2026-03-01 object-to-file";
        assertThat(told(Spells.assessments(course("object-to-file", null, listed))))
                .last()
                .isEqualTo("2026-02-01 null until 2026-03-01");
        listed[5] = "list-object 2026-02-01 object-to-file";
        assertThat(told(Spells.assessments(course("object", null, listed)))).hasSize(2);
    }

    @Test
    @Proves("R-DEV-36")
    void aCommitteeAnswersInThreeMonthsInASpecialCaseInSix() {
        var course =
                course(
                        "accepted",
                        null,
                        "submit 2025-03-31 accepted",
                        "approve 2025-07-15 object special",
                        "submit 2025-08-31 accepted");
        assertThat(told(Spells.approval(course, 3, 6)))
                .containsExactly(
                        "2025-03-31 2025-07-15 by 2025-09-30", "2025-08-31 null by 2025-11-30");
    }

    @Test
    @Proves({"R-DEV-40", "R-DEV-41"})
    void whoIsOnProbationSwearsAndIsAssessed() {
        var course =
                course(
                        "probationer",
                        "2026-05-01",
                        "vote 2025-05-01 accepted",
                        "approve 2025-06-01 probationer",
                        "probation-assess 2025-09-01 probationer",
                        "oath 2025-07-01 probationer");
        assertThat(told(Spells.oath(course))).containsExactly("2025-06-01 2025-07-01");
        assertThat(told(Spells.probation(course)))
                .containsExactly("2025-06-01 2025-09-01", "2025-09-01 null");
        var ended = course("ended", null, "approve 2025-06-01 probationer", "end 2025-06-20 ended");
        assertThat(told(Spells.probation(ended)))
                .containsExactly("2025-06-01 null until 2025-06-20");
    }

    @Test
    @Proves({"R-DEV-43", "R-DEV-47"})
    void aMeetingDecidesAtTheExpiryAndOnceMoreAfterAnExtension() {
        var course =
                course(
                        "extended",
                        "2026-11-01",
                        "vote 2025-05-01 accepted",
                        "approve 2025-06-01 probationer",
                        "conversion-vote 2026-05-10 probationer CONVERT",
                        "conversion-vote 2026-05-20 decided EXTEND",
                        "conversion-approve 2026-06-01 extended");
        assertThat(told(Spells.conversion(course, 1, 6)))
                .as("one extension, and the next decision")
                .containsExactly("2026-05-01 2026-05-20", "2026-11-01 null");
        assertThat(told(Spells.conversionApproval(course)))
                .containsExactly("2026-05-20 2026-06-01");
    }

    @Test
    @Proves("R-DEV-43")
    void whoseExtensionWasRefusedHasOneExpiryAndWhoWasOnTheRegisterHasTheirs() {
        var refused =
                course(
                        "probationer",
                        "2026-05-01",
                        "vote 2025-05-01 accepted",
                        "approve 2025-06-01 probationer",
                        "conversion-vote 2026-05-20 decided EXTEND",
                        "conversion-approve 2026-06-01 probationer");
        assertThat(told(Spells.conversion(refused, 1, 6))).containsExactly("2026-05-01 null");
        assertThat(told(Spells.conversion(course("probationer", "2026-03-01"), 1, 6)))
                .containsExactly("2026-03-01 null");
        assertThat(told(Spells.conversion(course("applicant", null), 1, 6))).isEmpty();
    }

    @Test
    @Proves("R-DEV-52")
    void whoCameFromAnotherBranchOnProbationMayBeKeptWaitingForHalfAYear() {
        var course =
                course(
                        "probationer",
                        "2026-05-01",
                        "vote 2025-05-01 accepted",
                        "approve 2025-06-01 probationer",
                        "move 2026-03-01 probationer");
        assertThat(Spells.conversion(course, 1, 6))
                .extracting(Spell::from, Spell::due)
                .containsExactly(tuple(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 11, 1)));
        var before =
                course(
                        "probationer",
                        "2026-05-01",
                        "move 2025-02-01 activist",
                        "vote 2025-05-01 accepted",
                        "approve 2025-06-01 probationer");
        assertThat(Spells.conversion(before, 1, 6))
                .as("a move before the meeting postpones nothing")
                .extracting(Spell::due)
                .containsExactly((LocalDate) null);
    }
}
