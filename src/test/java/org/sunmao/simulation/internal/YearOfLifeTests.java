package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.sunmao.meeting.MeetingType;
import org.sunmao.simulation.internal.Roster.Held;
import org.sunmao.simulation.internal.Roster.Post;
import org.sunmao.simulation.internal.Roster.Unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
        assertThat(hash(year(PLAN, again), again)).isEqualTo(hash(YEAR, COUNTY));
    }

    @Test
    void anotherSeedGivesAnotherYear() throws IOException {
        var text = Files.readString(Path.of("src/main/resources/simulation/year.yaml"));
        var seeded = text.replace("seed: " + PLAN.seed(), "seed: " + (PLAN.seed() + 1));
        var plan = LifePlan.read(new ByteArrayInputStream(seeded.getBytes(UTF_8)));
        var other = year(plan, COUNTY);
        assertThat(hash(other, COUNTY)).isNotEqualTo(hash(YEAR, COUNTY));
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

    private static List<Happening> of(MeetingType type) {
        return YEAR.stream().filter(one -> one.meeting().type() == type).toList();
    }

    private static String hash(Collection<Happening> year, Roster roster) {
        return YearOfLife.hash(year, roster.names());
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
