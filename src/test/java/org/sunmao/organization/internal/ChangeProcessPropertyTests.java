package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.house.Proves;
import org.sunmao.organization.internal.ChangeProcess.Allowed;
import org.sunmao.organization.internal.ChangeProcess.Closed;
import org.sunmao.organization.internal.ChangeProcess.Facts;
import org.sunmao.organization.internal.ChangeProcess.Step;
import org.sunmao.organization.internal.ChangeProcess.Verdict;
import org.sunmao.organization.internal.ChangeState.Applied;
import org.sunmao.organization.internal.ChangeState.Approved;
import org.sunmao.organization.internal.ChangeState.Draft;
import org.sunmao.organization.internal.ChangeState.Filed;
import org.sunmao.organization.internal.ChangeState.Planned;
import org.sunmao.organization.internal.ChangeState.Refused;
import org.sunmao.organization.internal.ChangeState.Requested;
import org.sunmao.organization.internal.ChangeState.Withdrawn;

import java.time.LocalDate;
import java.util.List;

/** Whatever is tried, by whomever, on whatever days, the process keeps its promises. */
class ChangeProcessPropertyTests {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    /** What is tried, and how things stand then. */
    record Try(Step step, Facts facts) {}

    @Proves("R-BR-16")
    @Property(tries = 2000)
    void everyPathKeepsTheRules(@ForAll("tries") List<Try> tries) {
        ChangeState state = new Draft();
        for (var one : tries) {
            if (ChangeProcess.take(state, one.step(), one.facts()) instanceof Allowed(var next)) {
                check(state, next, one);
                state = next;
            }
        }
    }

    private static void check(ChangeState before, ChangeState after, Try one) {
        var facts = one.facts();
        switch (after) {
            case Requested _ -> assertThat(before).isInstanceOf(Draft.class);
            case Approved _ -> {
                assertThat(before).isInstanceOfAny(Draft.class, Requested.class);
                assertThat(entitled(facts)).isTrue();
                assertThat(facts.obstacle()).isNull();
            }
            case Planned _ -> assertThat(facts.effectiveOn()).isAfter(facts.today());
            case Applied _ -> {
                assertThat(before).isInstanceOfAny(Approved.class, Planned.class);
                assertThat(entitled(facts)).isTrue();
                assertThat(facts.obstacle()).isNull();
                assertThat(facts.effectiveOn()).isBeforeOrEqualTo(facts.today());
            }
            case Filed _ -> assertThat(before).isInstanceOf(Applied.class);
            case Refused _ -> assertThat(before).isInstanceOf(Requested.class);
            case Withdrawn _ -> assertThat(before).isNotInstanceOf(Applied.class);
            case Draft _ -> assertThat(after).as("nothing leads back").isNull();
        }
        assertThat(before).isNotInstanceOfAny(Filed.class, Refused.class, Withdrawn.class);
    }

    private static boolean entitled(Facts facts) {
        return facts.decides() && facts.committee() && facts.beyond().isEmpty();
    }

    @Property
    void whatIsClosedSaysWhy(@ForAll("tries") List<Try> tries) {
        for (var one : tries) {
            Verdict verdict = ChangeProcess.take(new Requested(DAY), one.step(), one.facts());
            if (verdict instanceof Closed(_, var reason, _)) {
                assertThat(reason).isNotBlank();
            }
        }
    }

    @Proves("R-BR-05")
    @Example
    void aReplyIsDueWithinAMonthAndAFilingWithinTenDays() {
        var deadlines = new ChangeProcess.Deadlines(1, 10);
        assertThat(ChangeProcess.due(new Requested(DAY), Step.DECIDE, deadlines))
                .contains(LocalDate.of(2026, 6, 1));
        assertThat(ChangeProcess.due(new Applied(DAY), Step.FILE, deadlines))
                .contains(LocalDate.of(2026, 5, 11));
        assertThat(ChangeProcess.due(new Draft(), Step.DECIDE, deadlines)).isEmpty();
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var flags = Arbitraries.of(true, true, true, false);
        var facts =
                Combinators.combine(
                                Arbitraries.integers().between(-20, 20),
                                flags,
                                flags,
                                flags,
                                flags,
                                flags)
                        .as(
                                (days, prepares, decides, committee, reaches, ready) ->
                                        new Facts(
                                                DAY,
                                                DAY.plusDays(days),
                                                prepares,
                                                decides,
                                                committee,
                                                days > 0,
                                                reaches ? List.of() : List.of("别处"),
                                                ready ? null : "有障碍"));
        return Combinators.combine(Arbitraries.of(Step.class), facts)
                .as(Try::new)
                .list()
                .ofMaxSize(10);
    }
}
