package org.sunmao.duty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.duty.internal.DutyDays.NEVER;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.sunmao.duty.internal.RegisterFacts.Profile;
import org.sunmao.rules.Demand;
import org.sunmao.rules.Demand.Amount;
import org.sunmao.rules.Demand.Comparison;
import org.sunmao.rules.Demand.Operator;
import org.sunmao.rules.Demand.Remedy;
import org.sunmao.rules.Demand.Timing;
import org.sunmao.rules.Demand.Trigger;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.internal.Law;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Periods around the ends of years and a leap day, with organizations that are founded, end, become
 * of another kind or lose their members in the middle of one: what is owed, until when, and by
 * which event it is met, against a reckoning by pencil.
 */
class RoundsPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);
    private static final int DAYS = 700;
    private static final Rulebook BOOK = Law.rulebook();
    private static final Map<Integer, String> PERIODS =
            Map.of(1, "month", 3, "quarter", 12, "year");

    @Property(tries = 2000)
    void thePeriodsAreThoseOfTheOracle(@ForAll("histories") RoundsOracle oracle) {
        var derived =
                new Deriving(BOOK, new LifeDeclarationTests.EveryDay(), oracle.today())
                        .of(demand(oracle.months()), facts(oracle));
        assertThat(derived)
                .extracting(
                        one ->
                                "%s %s %s %s"
                                        .formatted(
                                                one.days().opens(),
                                                one.days().due(),
                                                one.days().endedOn(),
                                                one.days().voidOn()))
                .as("%s", oracle)
                .isEqualTo(oracle.lines());
    }

    @Property(tries = 500)
    void whatIsVoidSaysWhy(@ForAll("histories") RoundsOracle oracle) {
        var derived =
                new Deriving(BOOK, new LifeDeclarationTests.EveryDay(), oracle.today())
                        .of(demand(oracle.months()), facts(oracle));
        assertThat(derived)
                .allSatisfy(
                        one ->
                                assertThat(one.voidReason() != null)
                                        .isEqualTo(one.days().voidOn().isBefore(NEVER)));
    }

    private static RegisterFacts facts(RoundsOracle history) {
        var profiles = new TreeMap<LocalDate, Profile>();
        profiles.put(history.founded(), profile(true));
        history.kind().forEach((day, is) -> profiles.put(day, profile(is)));
        var members = new Steps(new TreeMap<>(history.members()));
        return new RegisterFacts(
                UUID.randomUUID(),
                history.founded(),
                history.ended(),
                profiles,
                new HashMap<>(Map.of("members", members)),
                history.begun(),
                Map.of("theme-day", history.events().stream().sorted().toList()));
    }

    private static Profile profile(boolean branch) {
        return new Profile(branch ? "branch" : "committee", "village");
    }

    private static Demand demand(int months) {
        var some = new Comparison("members", Operator.AT_LEAST, new Amount(null, null, 1));
        return new Demand(
                new RuleId("R-LF-08"),
                "theme-day",
                "",
                "organization",
                Set.of("branch"),
                Set.of(),
                Set.of(),
                new Trigger.Every(PERIODS.get(months), null, "theme-day", List.of(some)),
                new Timing(null, null, null, null, List.of()),
                new Remedy("", ""),
                "superior");
    }

    @Provide
    Arbitrary<RoundsOracle> histories() {
        var days = Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
        var edges =
                Arbitraries.of(
                        LocalDate.of(2023, 12, 31),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 2, 15),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2024, 7, 2),
                        LocalDate.of(2024, 12, 31),
                        LocalDate.of(2025, 1, 1));
        var any = Arbitraries.oneOf(days, edges);
        var ends = Arbitraries.oneOf(any, Arbitraries.just(NEVER), Arbitraries.just(NEVER));
        return Combinators.combine(
                        any,
                        ends,
                        any,
                        Arbitraries.maps(any, Arbitraries.of(true, false)).ofMaxSize(3),
                        Arbitraries.maps(any, Arbitraries.integers().between(0, 2)).ofMaxSize(5),
                        any.list().ofMaxSize(20),
                        Arbitraries.of(1, 3, 12),
                        any)
                .as(RoundsPropertyTests::history);
    }

    /**
     * Nothing ends before it was founded, and of whom there was never a member nothing is known.
     */
    private static RoundsOracle history(
            LocalDate founded,
            LocalDate ended,
            LocalDate begun,
            Map<LocalDate, Boolean> kind,
            Map<LocalDate, Integer> members,
            List<LocalDate> events,
            int months,
            LocalDate today) {
        var end = ended.isBefore(founded) ? NEVER : ended;
        var later = new TreeMap<LocalDate, Boolean>();
        kind.forEach((day, is) -> later.put(day.isAfter(founded) ? day : founded, is));
        return new RoundsOracle(
                founded, end, begun, later, new TreeMap<>(members), events, months, today);
    }
}
