package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.duty.Standing.Light;
import org.sunmao.duty.Standing.State;
import org.sunmao.duty.internal.Saying.Done;
import org.sunmao.duty.internal.Saying.Facts;
import org.sunmao.duty.internal.Saying.Matter;
import org.sunmao.duty.internal.Saying.Step;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever says what of a duty, in any order and on any days. */
class SayingPropertyTests {

    private static final LocalDate OPENS = LocalDate.of(2026, 3, 1);

    private static final DutyDays DAYS =
            DutyDays.plain(
                    OPENS, OPENS.plusDays(30), OPENS.plusDays(31), OPENS.plusDays(60), NEVER);

    enum Verb {
        EXPLAIN,
        CONTEST,
        ACCEPT,
        REFUSE,
        WAIVE
    }

    /** Tries something so many days after the last try. */
    record Try(Verb verb, int later, boolean answers, boolean decides, boolean own, int waiver) {}

    @Property(tries = 3000)
    void everyPathKeepsTheRules(@ForAll("tries") List<Try> tries) {
        var it = new Matter(DAYS, null, null);
        var today = OPENS;
        for (var one : tries) {
            today = today.plusDays(one.later());
            var facts = new Facts(today, one.answers(), one.decides(), one.own());
            if (Saying.take(it, step(it, one, today), facts) instanceof Done done) {
                check(it, done, one, today);
                it = done.after();
            }
        }
    }

    private static void check(Matter before, Done done, Try one, LocalDate today) {
        var after = done.after();
        assertThat(before.days().on(today).state()).isNotIn(State.MET, State.VOID, State.COMING);
        for (var day = OPENS.minusDays(2); day.isBefore(today); day = day.plusDays(1)) {
            if (after.days().voidOn().isAfter(OPENS)) {
                assertThat(after.days().on(day)).as("as it was").isEqualTo(before.days().on(day));
            }
        }
        switch (one.verb()) {
            case EXPLAIN -> {
                assertThat(one.answers() && before.waits() == null).isTrue();
                assertThat(after.days()).as("changes no light").isEqualTo(before.days());
                assertThat(after.explainedOn()).isEqualTo(today);
            }
            case CONTEST -> {
                assertThat(one.answers() && before.waits() == null).isTrue();
                neutral(after.days(), today);
                neutral(after.days(), today.plusYears(3));
            }
            case ACCEPT, REFUSE -> answered(before, after, one, today);
            case WAIVE -> {
                assertThat(one.decides() && before.waits() == null).isTrue();
                assertThat(after.days().on(today).state()).isEqualTo(State.WAIVED);
                var end = today.plusDays(one.waiver());
                assertThat(end).isAfter(today).isBeforeOrEqualTo(today.plusYears(1));
                assertThat(after.days().on(end)).as("ends by itself").isEqualTo(plain(end));
            }
        }
    }

    private static void answered(Matter before, Matter after, Try one, LocalDate today) {
        assertThat(one.decides() && !one.own() && before.waits() != null).isTrue();
        assertThat(after.waits()).isNull();
        assertThat(after.explainedOn()).isNull();
        if (one.verb() == Verb.ACCEPT) {
            assertThat(after.days().on(today).state()).isEqualTo(State.VOID);
        } else if (after.days().waivedOn() == null) {
            assertThat(after.days().on(today)).as("as the days say").isEqualTo(plain(today));
        }
    }

    private static void neutral(DutyDays days, LocalDate day) {
        assertThat(days.on(day).state()).isEqualTo(State.CONTESTED);
        assertThat(days.on(day).light()).isEqualTo(Light.NONE);
    }

    private static Object plain(LocalDate day) {
        return DAYS.on(day);
    }

    private static Step step(Matter it, Try one, LocalDate today) {
        var waits = Optional.ofNullable(it.waits()).map(Saying.Waits::act).orElse(new UUID(0, 0));
        return switch (one.verb()) {
            case EXPLAIN -> new Step.Explain(UUID.randomUUID());
            case CONTEST -> new Step.Contest(UUID.randomUUID());
            case ACCEPT -> new Step.Decide(waits, true);
            case REFUSE -> new Step.Decide(waits, false);
            case WAIVE -> new Step.Waive(today.plusDays(one.waiver()));
        };
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var mostly = Arbitraries.of(true, true, true, false);
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, 40),
                        mostly,
                        mostly,
                        mostly.map(yes -> !yes),
                        Arbitraries.integers().between(-1, 400))
                .as(Try::new)
                .list()
                .ofMaxSize(9);
    }
}
