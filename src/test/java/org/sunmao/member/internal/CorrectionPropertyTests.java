package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.member.internal.Correction.Accept;
import org.sunmao.member.internal.Correction.Accepted;
import org.sunmao.member.internal.Correction.Answer;
import org.sunmao.member.internal.Correction.Asked;
import org.sunmao.member.internal.Correction.Done;
import org.sunmao.member.internal.Correction.Finish;
import org.sunmao.member.internal.Correction.Refuse;
import org.sunmao.member.internal.Correction.Refused;
import org.sunmao.member.internal.Correction.State;
import org.sunmao.member.internal.Correction.Step;
import org.sunmao.member.internal.Correction.Withdraw;
import org.sunmao.member.internal.Correction.Withdrawn;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whatever is done with a request, in whatever order: what is closed stays as it was closed. */
class CorrectionPropertyTests {

    private static final Answer ANSWER =
            new Answer(new UUID(1, 1), Instant.parse("2026-11-26T00:00:00Z"));

    @Property
    void whatIsClosedIsNeverOpenedOrAnsweredOtherwise(@ForAll("steps") List<Step> steps) {
        State state = new Asked();
        for (var step : steps) {
            var after = Correction.after(state, step);
            if (closed(state)) {
                assertThat(after == null || after.equals(state)).isTrue();
            } else {
                assertThat(after).isNotNull().isNotInstanceOf(Asked.class);
            }
            state = after == null ? state : after;
        }
    }

    @Property
    void aStepTakenTwiceIsTakenOnce(@ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        State state = new Asked();
        for (var step : steps) {
            var after = Correction.after(state, step);
            state = after == null ? state : after;
        }
        var once = Correction.after(state, last);
        if (once != null) {
            assertThat(Correction.after(once, last)).isEqualTo(once);
        }
    }

    @Property
    void onlyAnEditMakesItDoneAndOnlyAReasonRefusesIt(@ForAll("steps") List<Step> steps) {
        State state = new Asked();
        for (var step : steps) {
            var after = Correction.after(state, step);
            if (after instanceof Done && !(state instanceof Done)) {
                assertThat(step).isInstanceOf(Finish.class);
            }
            if (after instanceof Refused(_, var reason)) {
                assertThat(reason).isNotBlank();
            }
            if (after instanceof Accepted && !(state instanceof Accepted)) {
                assertThat(state).isInstanceOf(Asked.class);
            }
            state = after == null ? state : after;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Step> step() {
        return Arbitraries.of(
                new Accept(ANSWER),
                new Refuse(ANSWER, "不属实"),
                new Refuse(ANSWER, "材料不足"),
                new Finish(ANSWER),
                new Withdraw(ANSWER.at()));
    }

    private static boolean closed(State state) {
        return state instanceof Done || state instanceof Refused || state instanceof Withdrawn;
    }
}
