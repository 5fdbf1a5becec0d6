package org.sunmao.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.sunmao.request.internal.Request.Decision;
import org.sunmao.request.internal.Request.Officer;
import org.sunmao.request.internal.Request.State;
import org.sunmao.request.internal.RequestProcess.Facts;
import org.sunmao.request.internal.RequestProcess.Step;
import org.sunmao.request.internal.RequestProcess.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Whatever is done in whatever order, and however the periods fall. */
class RequestPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Officer ANYBODY = new Officer(UUID.randomUUID(), "某人");
    private static final Decision DECISION =
            new Decision(ANYBODY.account(), "某人", Instant.EPOCH, "说明");

    record Turn(Step step, Facts facts) {}

    @Property(tries = 2000)
    void nothingIsAskedThatAnotherNamedPersonHasNotApproved(@ForAll("turns") List<Turn> turns) {
        State state = new State.Draft();
        var submitted = false;
        var approved = false;
        for (var turn : turns) {
            var before = state;
            if (RequestProcess.take(state, turn.step(), turn.facts())
                    instanceof Verdict.Became(var became)) {
                state = became;
                submitted |= turn.step() instanceof Step.Submit && turn.facts().issuer();
                approved |=
                        turn.step() instanceof Step.Approve
                                && turn.facts().approver()
                                && !turn.facts().issuer()
                                && !turn.facts().over();
                assertThat(rank(state)).isGreaterThan(rank(before));
            }
            if (state instanceof State.Active || state instanceof State.Ended) {
                assertThat(submitted && approved).isTrue();
            }
        }
    }

    @Property(tries = 500)
    void whatMayBeDoneIsDoneAndWhatMayNotTellsWhy(@ForAll("turns") List<Turn> turns) {
        State state = new State.Draft();
        for (var turn : turns) {
            var may = RequestProcess.may(state, turn.step(), turn.facts());
            switch (RequestProcess.take(state, turn.step(), turn.facts())) {
                case Verdict.Became(var became) -> {
                    assertThat(may).isTrue();
                    state = became;
                }
                case Verdict.No(var reason) -> {
                    assertThat(may).isFalse();
                    assertThat(reason).isNotBlank();
                }
            }
        }
    }

    @Property(tries = 2000)
    void periodsFollowOneAnotherWithinTheRequest(
            @ForAll Frequency frequency,
            @ForAll @IntRange(max = 400) int start,
            @ForAll @IntRange(max = 365) int length,
            @ForAll @IntRange(min = 1, max = 366) int days) {
        var first = FIRST.plusDays(start);
        var last = first.plusDays(length);
        var periods = Period.of(frequency, first, last, days);
        assertThat(periods.getFirst().from()).isEqualTo(first);
        assertThat(periods).hasSizeLessThanOrEqualTo(13);
        var keys = new HashSet<String>();
        var before = first.minusDays(1);
        for (var period : periods) {
            assertThat(keys.add(period.key())).isTrue();
            assertThat(period.name()).isNotBlank();
            assertThat(period.from()).isAfter(before);
            assertThat(period.due()).isBetween(period.from(), last);
            assertThat(period.due()).isBeforeOrEqualTo(period.from().plusDays(days));
            before = period.from();
        }
        if (frequency != Frequency.ONCE) {
            var next = before.withDayOfMonth(1).plusMonths(frequency.months());
            assertThat(next).as("none is left out").isAfter(last.minusMonths(12));
        }
    }

    private static int rank(State state) {
        return switch (state) {
            case State.Draft _ -> 0;
            case State.Pending _ -> 1;
            case State.Active _ -> 2;
            case State.Expired _, State.Refused _, State.Withdrawn _, State.Ended _ -> 3;
        };
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        var steps =
                Arbitraries.of(
                        new Step.Submit(),
                        new Step.Approve(DECISION),
                        new Step.Refuse(DECISION),
                        new Step.Withdraw(DECISION),
                        new Step.Expire(),
                        new Step.End(FIRST, ANYBODY, "不再需要"));
        var flag = Arbitraries.of(true, false);
        var facts = Combinators.combine(flag, flag, flag, flag).as(Facts::new);
        return Combinators.combine(steps, facts).as(Turn::new).list().ofMaxSize(12);
    }
}
