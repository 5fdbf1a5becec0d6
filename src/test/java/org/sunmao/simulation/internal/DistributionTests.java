package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunmao.member.NewMember;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What comes out has the proportions of county.yaml. */
class DistributionTests {

    private static final Plan PLAN = Made.PLAN;
    private static final int MANY = 6_000;

    private final Made made = Made.county();

    @ParameterizedTest
    @MethodSource("profiles")
    void womenAndAgesAreAsTheProfileSays(String key) {
        var profile = PLAN.profile(key);
        var people = people(key);
        assertThat(share(people, m -> m.sex().equals("2"))).isCloseTo(profile.women(), offset(.03));
        for (var band : profile.ages().bands()) {
            assertThat(share(people, m -> band.holds(age(m))))
                    .as("%s %s", key, band)
                    .isCloseTo(profile.ages().share(band), offset(.03));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void thoseAtWorkHaveTheJobsOfTheProfile(String key) {
        var profile = PLAN.profile(key);
        var people = people(key);
        var working = people.stream().filter(m -> !retires(profile, m)).toList();
        for (var job : profile.jobs().words()) {
            assertThat(share(working, m -> job.equals(m.jobPost())))
                    .as("%s %s", key, job)
                    .isCloseTo(profile.jobs().share(job), offset(.03));
        }
        assertThat(people)
                .filteredOn(m -> retires(profile, m))
                .allMatch(m -> PLAN.retired().equals(m.jobPost()));
    }

    private static boolean retires(Plan.Profile profile, NewMember member) {
        return profile.retiring() && age(member) >= Plan.of(PLAN.retireAt(), member.sex());
    }

    @Test
    void educationIsThatOfTheAge() {
        var village = people("village");
        var rows = Plan.of(PLAN.schoolings(), "land");
        var from = 0;
        for (var row : rows) {
            var least = from;
            var people =
                    village.stream().filter(m -> age(m) > least && age(m) <= row.until()).toList();
            for (var code : row.codes().words()) {
                assertThat(share(people, m -> code.equals(m.education())))
                        .as("until %d: %s", row.until(), code)
                        .isCloseTo(row.codes().share(code), offset(.05));
            }
            from = row.until();
        }
    }

    @Test
    void aFewAreOnProbationFloatingLostOrSuspended() {
        var all = made.members();
        assertThat(share(all, m -> m.fullOn() == null)).isBetween(.02, .03);
        assertThat(share(people("village"), NewMember::floating))
                .isCloseTo(PLAN.profile("village").floating(), offset(.02));
        assertThat(share(all, m -> m.lostOn() != null)).isCloseTo(PLAN.lost(), offset(.002));
        assertThat(share(all, m -> m.standing().equals("suspended")))
                .isCloseTo(PLAN.lost() * PLAN.suspendedOfLost(), offset(.0015));
        assertThat(share(all, m -> m.nation().equals("01")))
                .isCloseTo(PLAN.nations().share("01"), offset(.004));
    }

    @Test
    void villagesAreAsLargeAsThePlanSays() {
        var sizes = PLAN.villages().village().sizes();
        var villages =
                made.land().organizations().stream()
                        .filter(made::isOfTownship)
                        .filter(o -> String.valueOf(o.division()).matches("\\d{9}[23]\\d\\d"))
                        .toList();
        assertThat(villages).hasSize(244);
        var branches = villages.stream().filter(o -> o.kind().equals("branch")).count();
        var planned =
                sizes.bands().stream()
                        .filter(band -> band.most() <= PLAN.limits().branch())
                        .mapToDouble(sizes::share)
                        .sum();
        assertThat(branches / 244.0).isCloseTo(planned, offset(.08));
    }

    /** So many people of one kind of branch that shares can be read off them. */
    private static List<NewMember> people(String key) {
        var areas = Areas.of("141123");
        var village = areas.get("141123100200");
        var draft =
                new Draft(
                        OrganizationId.next(),
                        null,
                        "中共演示党支部",
                        "branch",
                        "village",
                        village,
                        LocalDate.of(1950, 1, 1),
                        null);
        var drawing = new People(PLAN, Made.FIGURES, Made.TODAY, Dice.of(PLAN.seed()));
        var people =
                Stream.generate(() -> drawing.draw(PLAN.profile(key), null, true))
                        .limit(MANY)
                        .toList();
        var branch = Branch.of(draft, key, people, PLAN, Made.TODAY);
        var dice = Dice.of(PLAN.seed() + 1);
        var care = new Care(PLAN, new Sketch(dice, Made.TODAY), Map.of());
        var dossiers = new Dossiers(PLAN, areas, Made.FIGURES, Made.TODAY, care, dice);
        return people.stream().map(person -> dossiers.member(branch, person)).toList();
    }

    private static Stream<String> profiles() {
        return PLAN.profiles().keySet().stream();
    }

    private static double share(List<NewMember> of, Predicate<NewMember> those) {
        return of.stream().filter(those).count() / (double) of.size();
    }

    private static int age(NewMember member) {
        return member.bornOn().until(Made.TODAY).getYears();
    }
}
