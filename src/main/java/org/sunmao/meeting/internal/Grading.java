package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.RuleId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether grades may be entered as they are, and what is to be thought about (R-EVA, R-LF-11). */
final class Grading {

    static final RuleId APPRAISAL = new RuleId("R-LF-11");
    static final RuleId GRADES = new RuleId("R-EVA-02");
    static final RuleId PROBATIONARY = new RuleId("R-EVA-03");
    static final RuleId UNQUALIFIED = new RuleId("R-EVA-04");
    static final RuleId FEEDBACK = new RuleId("R-EVA-05");
    static final RuleId GAP = new RuleId("R-LF-12");

    /** The four grades (R-EVA-02). */
    enum Grade {
        EXCELLENT("excellent", "优秀"),
        QUALIFIED("qualified", "合格"),
        BASIC("basic", "基本合格"),
        UNQUALIFIED("unqualified", "不合格");

        private final String code;
        private final String label;

        Grade(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static Optional<Grade> find(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /** How many gave which grade. Who gave it is kept nowhere (R-GEN-09). */
    record Ballots(int excellent, int qualified, int basic, int unqualified) {

        long sum() {
            return (long) excellent + qualified + basic + unqualified;
        }
    }

    /**
     * What is known of one.
     *
     * @param ballots null where it was not voted on
     * @param grade null where none is settled
     */
    record Graded(
            UUID member, @Nullable Ballots ballots, @Nullable Grade grade, @Nullable String gap) {}

    /**
     * Of a member on the day of the appraisal.
     *
     * @param full whether a full member; only those are graded
     */
    record Person(String name, boolean full) {}

    /**
     * What the appraisal rests on.
     *
     * @param due who had to come, by member
     * @param voters how many were there to cast a ballot
     * @param part of {@code of}: so many may be excellent
     * @param percent of unqualified ballots from which the committee is to look at it; 0 for never
     */
    record Facts(Map<UUID, Person> due, int voters, int part, int of, int percent) {}

    /** What must not be; {@code at} is the place in what was sent. */
    record Fault(RuleId rule, int at, String field, String says) {}

    /** What is to be thought about, and holds nothing up. */
    record Advice(RuleId rule, String says) {}

    private Grading() {}

    /** What is wrong with what was sent. */
    static List<Fault> faults(Facts facts, List<Graded> sent) {
        var faults = new ArrayList<Fault>();
        Set<UUID> seen = new HashSet<>();
        for (var at = 0; at < sent.size(); at++) {
            var one = sent.get(at);
            var person = facts.due().get(one.member());
            if (person == null) {
                faults.add(new Fault(APPRAISAL, at, "member", "不是这次评议应到的党员，请删去"));
            } else if (!seen.add(one.member())) {
                faults.add(new Fault(APPRAISAL, at, "member", person.name() + "填了两次，请只留一次"));
            } else {
                of(facts, at, one, person, faults);
            }
        }
        return faults;
    }

    private static void of(Facts facts, int at, Graded one, Person person, List<Fault> faults) {
        if (!person.full() && one.grade() != null) {
            faults.add(
                    new Fault(PROBATIONARY, at, "grade", person.name() + "是预备党员，参加评议，不评等次，请把等次去掉"));
        }
        if (one.grade() == Grade.BASIC && one.gap() == null) {
            faults.add(new Fault(GAP, at, "gap", "请写明" + person.name() + "的差距和改进的方向"));
        }
        var ballots = one.ballots();
        if (ballots != null && ballots.sum() > facts.voters()) {
            faults.add(
                    new Fault(
                            APPRAISAL,
                            at,
                            "ballots",
                            "%s的测评票共 %d 张，到会的只有 %d 人，请核对"
                                    .formatted(person.name(), ballots.sum(), facts.voters())));
        }
    }

    /** How many of so many full members graded may be excellent: fractions are dropped. */
    static int most(Facts facts, long graded) {
        return Math.toIntExact(graded * facts.part() / facts.of());
    }

    /** What is said and does not hold anything up, of all grades of the appraisal as they stand. */
    static List<Advice> hints(Facts facts, List<Graded> all) {
        var hints = new ArrayList<Advice>();
        var graded = all.stream().filter(one -> full(facts, one) && one.grade() != null).count();
        var excellent = all.stream().filter(one -> one.grade() == Grade.EXCELLENT).count();
        var most = most(facts, graded);
        if (excellent > most) {
            hints.add(
                    new Advice(
                            APPRAISAL,
                            "评定等次的正式党员 %d 人，优秀一般不超过 %d 人，现在是 %d 人，请支部委员会再研究"
                                    .formatted(graded, most, excellent)));
        }
        all.stream().flatMap(one -> unqualified(facts, one).stream()).forEach(hints::add);
        return hints;
    }

    private static boolean full(Facts facts, Graded one) {
        var person = facts.due().get(one.member());
        return person != null && person.full();
    }

    /** There is no national line; a local one makes the committee look, and grades nobody. */
    private static Optional<Advice> unqualified(Facts facts, Graded one) {
        var ballots = one.ballots();
        var person = facts.due().get(one.member());
        if (facts.percent() == 0 || ballots == null || person == null || ballots.sum() == 0) {
            return Optional.empty();
        }
        if (ballots.unqualified() * 100L < facts.percent() * ballots.sum()) {
            return Optional.empty();
        }
        return Optional.of(
                new Advice(
                        UNQUALIFIED,
                        "%s的不合格票有 %d 张，达到 %d%%，请支部委员会研究"
                                .formatted(person.name(), ballots.unqualified(), facts.percent())));
    }
}
