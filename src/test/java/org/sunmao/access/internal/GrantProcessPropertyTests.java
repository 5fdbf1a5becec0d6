package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.access.internal.GrantProcess.Allowed;
import org.sunmao.access.internal.GrantProcess.Closed;
import org.sunmao.access.internal.GrantProcess.Facts;
import org.sunmao.access.internal.GrantProcess.State;
import org.sunmao.access.internal.GrantProcess.Step;

import java.time.LocalDate;
import java.util.List;

/** Whoever tries what, in any order: no grant without two people, and nothing is decided twice. */
class GrantProcessPropertyTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    record Try(Step step, Facts facts) {}

    @Property(tries = 2000)
    void everyPathKeepsTheRules(@ForAll("tries") List<Try> tries) {
        var state = State.REQUESTED;
        for (var one : tries) {
            switch (GrantProcess.take(state, one.step(), one.facts())) {
                case Allowed(var next) -> {
                    check(state, next, one.facts());
                    state = next;
                }
                case Closed(_, var reason) -> assertThat(reason).isNotBlank();
            }
        }
    }

    private static void check(State before, State after, Facts facts) {
        assertThat(before).as("decided once").isEqualTo(State.REQUESTED);
        switch (after) {
            case REQUESTED -> assertThat(after).as("nothing leads back").isNull();
            case APPROVED -> {
                assertThat(facts.approves()).isTrue();
                assertThat(facts.requester()).isFalse();
                assertThat(facts.beneficiary()).isFalse();
                assertThat(facts.obstacle()).isNull();
                assertThat(facts.last()).isAfter(facts.today());
            }
            case REFUSED -> assertThat(facts.approves()).isTrue();
            case WITHDRAWN -> assertThat(facts.requester() || facts.over()).isTrue();
        }
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var flags = Arbitraries.of(true, false);
        var obstacle = new Closed(GrantProcess.SEPARATE, "有障碍");
        var facts =
                Combinators.combine(
                                Arbitraries.integers().between(-3, 20), flags, flags, flags, flags)
                        .as(
                                (days, approves, requester, beneficiary, stands) ->
                                        new Facts(
                                                DAY,
                                                DAY.plusDays(days),
                                                approves,
                                                requester,
                                                beneficiary,
                                                stands ? null : obstacle));
        return Combinators.combine(Arbitraries.of(Step.class), facts)
                .as(Try::new)
                .list()
                .ofMaxSize(8);
    }
}
