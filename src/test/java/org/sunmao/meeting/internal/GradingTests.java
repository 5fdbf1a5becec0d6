package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.house.Proves;
import org.sunmao.meeting.internal.Grading.Ballots;
import org.sunmao.meeting.internal.Grading.Facts;
import org.sunmao.meeting.internal.Grading.Grade;
import org.sunmao.meeting.internal.Grading.Graded;
import org.sunmao.meeting.internal.Grading.Person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who may be graded, and when too many are excellent. */
class GradingTests {

    private static final UUID ZHAO = new UUID(1, 1);
    private static final UUID QIAN = new UUID(1, 2);
    private static final UUID STRANGER = new UUID(2, 1);

    @Test
    @Proves({"R-EVA-03", "R-LF-12"})
    void noGradeForThoseNotDueTwiceOnProbationOrBasicWithoutAGap() {
        var facts = facts(Map.of(ZHAO, new Person("赵一", true), QIAN, new Person("钱二", false)), 0);
        var faults =
                Grading.faults(
                        facts,
                        List.of(
                                graded(STRANGER, Grade.QUALIFIED, null),
                                graded(ZHAO, Grade.BASIC, null),
                                graded(ZHAO, Grade.QUALIFIED, null),
                                graded(QIAN, Grade.QUALIFIED, null)));
        assertThat(faults)
                .extracting(fault -> fault.rule().value() + " " + fault.at() + " " + fault.field())
                .containsExactly(
                        "R-LF-11 0 member",
                        "R-LF-12 1 gap",
                        "R-LF-11 2 member",
                        "R-EVA-03 3 grade");
        assertThat(Grading.faults(facts, List.of(graded(QIAN, null, null)))).isEmpty();
        assertThat(Grading.faults(facts, List.of(graded(ZHAO, Grade.BASIC, "参加活动少")))).isEmpty();
    }

    @Test
    void noMoreBallotsThanPeopleWhoWereThere() {
        var facts = facts(Map.of(ZHAO, new Person("赵一", true)), 0);
        var most = Integer.MAX_VALUE;
        var sent = List.of(new Graded(ZHAO, new Ballots(most, most, most, most), null, null));
        assertThat(Grading.faults(facts, sent)).hasSize(1);
        var fits = List.of(new Graded(ZHAO, new Ballots(3, 4, 2, 1), null, null));
        assertThat(Grading.faults(facts, fits)).isEmpty();
    }

    @Test
    @Proves("R-EVA-04")
    void aLocalLineOfUnqualifiedBallotsMakesTheCommitteeLookAndGradesNobody() {
        var people = Map.of(ZHAO, new Person("赵一", true));
        var third = List.of(new Graded(ZHAO, new Ballots(0, 6, 0, 3), Grade.QUALIFIED, null));
        assertThat(Grading.hints(facts(people, 0), third)).isEmpty();
        assertThat(Grading.hints(facts(people, 34), third)).isEmpty();
        assertThat(Grading.hints(facts(people, 33), third))
                .singleElement()
                .satisfies(hint -> assertThat(hint.rule()).isEqualTo(Grading.UNQUALIFIED));
    }

    @Test
    void nobodyGradedMeansNobodyExcellentAndNothingToSay() {
        var facts = facts(Map.of(), 0);
        assertThat(Grading.faults(facts, List.of())).isEmpty();
        assertThat(Grading.hints(facts, List.of())).isEmpty();
        assertThat(Grading.most(facts, 0)).isZero();
    }

    @Property(tries = 500)
    @Proves({"R-LF-11", "R-EVA-02"})
    void ofNFullMembersGradedAThirdWithoutFractionsMayBeExcellent(
            @ForAll @IntRange(max = 200) int excellent,
            @ForAll @IntRange(max = 200) int others,
            @ForAll @IntRange(max = 50) int probationary) {
        var people = new HashMap<UUID, Person>();
        var graded = new ArrayList<Graded>();
        for (var at = 0; at < excellent + others + probationary; at++) {
            var id = new UUID(3, at);
            var full = at < excellent + others;
            people.put(id, new Person("人" + at, full));
            var grade = at < excellent ? Grade.EXCELLENT : Grade.QUALIFIED;
            graded.add(graded(id, full ? grade : null, null));
        }
        var facts = facts(people, 0);
        assertThat(Grading.faults(facts, graded)).isEmpty();
        assertThat(Grading.hints(facts, graded).isEmpty())
                .isEqualTo(excellent * 3 <= excellent + others);
        assertThat(Grading.most(facts, excellent + others))
                .isEqualTo(Math.floorDiv(excellent + others, 3));
    }

    private static Facts facts(Map<UUID, Person> people, int percent) {
        return new Facts(people, 10, 1, 3, percent);
    }

    private static Graded graded(UUID member, @Nullable Grade grade, @Nullable String gap) {
        return new Graded(member, null, grade, gap);
    }
}
