package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.meeting.MeetingType;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Post;
import org.sunmao.simulation.internal.Roster.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who held what in a year of the demonstration county, before any of it is entered. */
class YearOfLifeTests {

    private static final LifePlan PLAN = LifePlan.read();
    private static final Span SPAN = Span.until(Made.TODAY, PLAN.months());
    private static final Roster COUNTY = roster(Made.county());
    private static final List<Happening> YEAR = year(PLAN, COUNTY);

    @Test
    void theSameSeedGivesTheSameYearWhateverTheIds() {
        var again = roster(Made.of("county", Made.TODAY));
        assertThat(again.units().getFirst().id()).isNotEqualTo(COUNTY.units().getFirst().id());
        assertThat(hash(PLAN, again)).isEqualTo(hash(PLAN, COUNTY));
    }

    @Test
    void anotherSeedGivesAnotherYear() {
        var plan = PlayedHouse.seeded(PLAN.seed() + 1);
        assertThat(hash(plan, COUNTY)).isNotEqualTo(hash(PLAN, COUNTY));
    }

    @Test
    void whatWasHeldIsWrittenDownAfterwardsAndAllOfItByYesterday() {
        for (var one : YEAR) {
            var on = one.meeting().when().on();
            var books = one.books();
            assertThat(SPAN.holds(on) && SPAN.holds(books.recordedOn())).isTrue();
            assertThat(books.recordedOn().isBefore(on)).isEqualTo(one.calledOff() != null);
            assertThat(books.reviewedOn() != null && books.signedOn() == null).isFalse();
        }
    }

    /** As the plan has it: nearly all have their theme day each month, some forget theirs. */
    @Test
    void nearlyAllBranchesKeepTheirMonthAndSomeDoNot() {
        var branches = COUNTY.units().stream().filter(unit -> !unit.held().isEmpty());
        var held = branches.filter(unit -> !unit.isGroup()).count();
        var days = of(MeetingType.THEME_DAY).size();
        assertThat((double) days / (held * SPAN.months().size())).isBetween(0.93, 0.995);
        assertThat(of(MeetingType.TALK)).hasSizeBetween(8_000, 20_000);
        assertThat(of(MeetingType.LECTURE)).anyMatch(one -> one.follows() != null);
        assertThat(YEAR).anyMatch(one -> one.books().late() != null);
        assertThat(YEAR).anyMatch(one -> one.books().returned() != null);
    }

    @Test
    void neverAreMoreAbsentThanAMeetingBears() {
        for (var one : of(MeetingType.MEMBERS)) {
            var due = one.unit().members(one.meeting().when().on()).size();
            var most = (int) (due * PLAN.absence().most());
            assertThat(one.meeting().roll().absent()).hasSizeLessThanOrEqualTo(most);
        }
    }

    /** Nearly all plan in January; some copy, and have last year's; some never plan. */
    @Test
    void mostBranchesPlanTheirYearInJanuary() {
        var branches = COUNTY.units().stream().filter(unit -> !unit.held().isEmpty());
        var all = branches.filter(unit -> !unit.isGroup()).count();
        var planned = plans(PLAN, COUNTY);
        var year = SPAN.last().getYear();
        var days = planned.stream().filter(one -> one.year() == year).toList();
        assertThat((double) days.size() / all).isBetween(0.9, 0.99);
        var january = days.stream().filter(one -> one.adoptedOn().getMonthValue() == 1).count();
        assertThat((double) january / days.size()).isBetween(0.8, 0.97);
        for (var one : planned) {
            assertThat(SPAN.holds(one.enteredOn())).isTrue();
            assertThat(one.adoptedOn().isAfter(one.enteredOn())).isFalse();
            var last = planned.stream().filter(two -> two.unit().equals(one.unit()));
            assertThat(one.copied() == null || last.anyMatch(two -> one.copied() == two.year()))
                    .isTrue();
        }
        assertThat(planned).anyMatch(one -> one.copied() != null);
    }

    /** As the rule has it, and the results are told to nearly all within thirty days. */
    @Test
    void appraisalsAreGradedAndToldAndSomeForget() {
        var graded = of(MeetingType.APPRAISAL).stream().map(Happening::sequel).toList();
        for (var one : of(MeetingType.APPRAISAL)) {
            var sequel = one.sequel();
            var on = one.meeting().when().on();
            var full = one.unit().members(on).stream().filter(Held::full).count();
            var excellent = sequel.grades().stream().filter(g -> g.grade().equals("excellent"));
            assertThat(excellent.count()).isLessThanOrEqualTo(full / 3);
            var told = sequel.toldOn();
            assertThat(told == null || SPAN.holds(told) && !told.isBefore(on)).isTrue();
        }
        assertThat(graded.stream().filter(one -> one.grades().isEmpty()).count())
                .isBetween(1L, graded.size() / 10L);
        var untold = graded.stream().filter(one -> one.told().size() < one.grades().size());
        assertThat(untold.count()).isBetween(5L, graded.size() / 10L);
    }

    @Test
    void whatLifeMeetingsPromisedIsMostlyDone() {
        var meetings = of(MeetingType.LIFE_MEETING);
        var measures = meetings.stream().flatMap(one -> one.sequel().measures().stream()).toList();
        assertThat(measures.size()).isBetween(2 * meetings.size(), 4 * meetings.size());
        var done = measures.stream().filter(one -> one.done() != null).count();
        assertThat((double) done / measures.size()).isBetween(0.8, 0.98);
    }

    private static List<Happening> of(MeetingType type) {
        return YEAR.stream().filter(one -> one.meeting().type() == type).toList();
    }

    private static String hash(LifePlan plan, Roster roster) {
        return YearOfLife.hash(year(plan, roster), plans(plan, roster), roster.names());
    }

    private static List<Planned> plans(LifePlan plan, Roster roster) {
        var year = new YearOfLife(plan, SPAN);
        return roster.parts().values().stream().flatMap(part -> year.plans(part).stream()).toList();
    }

    private static List<Happening> year(LifePlan plan, Roster roster) {
        var year = new YearOfLife(plan, SPAN);
        return roster.parts().values().stream().flatMap(part -> year.of(part).stream()).toList();
    }

    /** What the registers would tell of a land once it is entered. */
    private static Roster roster(Made made) {
        var held = new HashMap<UUID, List<Held>>();
        for (var member : made.members()) {
            var one =
                    new Held(
                            member.id().value(),
                            member.since(),
                            LocalDate.MAX,
                            member.standing(),
                            member.fullOn() != null,
                            member.bornOn(),
                            member.floating());
            held.computeIfAbsent(member.organization(), _ -> new ArrayList<>()).add(one);
            var group = member.partyGroup();
            if (group != null) {
                held.computeIfAbsent(group, _ -> new ArrayList<>()).add(one);
            }
        }
        return new Roster(units(made, held, posts(made)));
    }

    private static Map<UUID, List<Post>> posts(Made made) {
        return made.land().posts().stream()
                .filter(post -> post.member() != null)
                .collect(
                        Collectors.groupingBy(
                                post -> post.organization().value(),
                                Collectors.mapping(
                                        post ->
                                                new Post(
                                                        Objects.requireNonNull(post.member()),
                                                        post.kind().equals("secretary") ? 0 : 1,
                                                        post.from(),
                                                        Objects.requireNonNullElse(
                                                                post.to(), LocalDate.MAX)),
                                        Collectors.toList())));
    }

    private static List<Unit> units(
            Made made, Map<UUID, List<Held>> held, Map<UUID, List<Post>> posts) {
        var above = new HashMap<UUID, UUID>();
        var units = new ArrayList<Unit>();
        for (var organization : made.land().organizations()) {
            var id = organization.id().value();
            var parent = organization.parent();
            var own = held.getOrDefault(id, List.of());
            var top = own.isEmpty() && Unit.COMMITTEES.contains(organization.kind());
            above.put(id, top || parent == null ? id : above.get(parent.value()));
            units.add(
                    new Unit(
                            id,
                            units.size(),
                            organization.name(),
                            organization.kind(),
                            Objects.requireNonNull(above.get(id)),
                            own,
                            posts.getOrDefault(id, List.of())));
        }
        return units;
    }
}
