package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.Classification;
import org.sunmao.member.NewMember;
import org.sunmao.member.Status;
import org.sunmao.simulation.internal.People.Figures;
import org.sunmao.simulation.internal.Plan.Profile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the register says of a person: work, schooling, telephone, where they live. */
final class Dossiers {

    private static final String SUSPENDED = "suspended";
    private static final String NORMAL = "normal";

    private static final int EIGHT_DIGITS = 100_000_000;
    private static final int HOUSES = 180;
    private static final String GROUPS = "一二三四五六";

    /** Whether a member cannot be reached, and what followed. */
    private record Lost(@Nullable LocalDate on, @Nullable String reason, String standing) {}

    /** What someone does for a living, and what follows from it. */
    private record Work(
            String post,
            @Nullable String stratum,
            @Nullable String frontline,
            @Nullable String technicalPost) {}

    private record Circumstances(
            LocalDate since,
            @Nullable UUID admittedIn,
            String education,
            Work work,
            Lost lost,
            boolean mobile,
            boolean floating,
            @Nullable String contact,
            @Nullable Draft host,
            @Nullable UUID group,
            boolean holdsOffice,
            @Nullable Classification classed) {}

    private record Share(Bands.Band ages, double share) {}

    private final Plan plan;
    private final Figures figures;
    private final PlaceNames places;
    private final LocalDate today;
    private final CitizenNumbers numbers = new CitizenNumbers();
    private final List<Share> mobile;
    private final Care care;
    private final Dice dice;

    Dossiers(Plan plan, Areas areas, Figures figures, LocalDate today, Care care, Dice dice) {
        this.plan = plan;
        this.figures = figures;
        this.places = new PlaceNames(areas);
        this.today = today;
        this.care = care;
        this.dice = dice;
        this.mobile =
                plan.mobile().entrySet().stream()
                        .map(entry -> new Share(Bands.Band.of(entry.getKey()), entry.getValue()))
                        .toList();
    }

    NewMember member(Branch branch, Person person) {
        var profile = plan.profile(branch.profile());
        var age = person.bornOn().until(today).getYears();
        var established = branch.draft().establishedOn();
        var joinedHere = !person.joinedOn().isBefore(established);
        var stays = joinedHere && (person.fullOn() == null || dice.chance(profile.stays()));
        var since = joinedHere ? person.joinedOn() : established;
        var office = branch.officers().contains(person);
        if (!stays) {
            var later = dice.between(since, today);
            since = office ? since : later; // who leads has been here for long
        }
        var work = work(profile, person, age);
        var away = dice.chance(profile.floating());
        return entry(
                branch.draft(),
                person,
                new Circumstances(
                        since,
                        stays ? branch.draft().id().value() : null,
                        education(profile, age),
                        work,
                        lost(person, since),
                        dice.chance(mobile(age)),
                        away,
                        away ? care.contact(branch, person) : null,
                        away ? care.host(branch, person, since) : null,
                        care.group(branch, person),
                        office,
                        classed(age, away, work, office)));
    }

    private NewMember entry(Draft at, Person person, Circumstances of) {
        return new NewMember(
                person.id(),
                at.id().value(),
                of.since(),
                person.name(),
                person.sex(),
                numbers.next(numbered(person), person.sex().equals(Person.MAN)),
                person.nation(),
                person.bornOn(),
                county(at.area()),
                at.area().code(),
                at.area().code(),
                of.education(),
                code(plan.degrees().get(of.education())),
                person.fullOn() == null ? Status.PROBATIONARY : Status.FULL,
                of.lost().standing(),
                person.joinedOn(),
                person.fullOn(),
                conversion(person),
                person.extensionMonths() == 0 ? null : person.extensionMonths(),
                plan.admissionKinds().draw(dice),
                of.admittedIn(),
                of.work().post(),
                of.work().stratum(),
                of.work().frontline(),
                of.work().technicalPost(),
                plan.migrantJobs().contains(of.work().post()),
                dice.chance(plan.fromTaiwan()),
                of.mobile() ? "100" + eightDigits() : null,
                dice.chance(plan.landline()) ? "000-" + eightDigits() : null,
                address(at.area()),
                of.lost().on(),
                of.lost().reason(),
                of.floating(),
                of.floating() ? destination(at.area(), of.host()) : null,
                of.contact(),
                at.parent() == null ? null : at.parent().name(),
                of.holdsOffice(),
                of.classed() == null ? null : of.classed().kind().code(),
                of.classed() == null ? null : of.classed().way().code(),
                0,
                null,
                null,
                of.group(),
                of.host() == null ? null : of.host().id().value(),
                null);
    }

    /** The day of birth as the number has it: now and then another than the file says. */
    private LocalDate numbered(Person person) {
        var differs = dice.chance(plan.outOfOrder().numberDiffers());
        return differs ? person.bornOn().minusDays(1) : person.bornOn();
    }

    /** The class that the program itself proposes, where somebody has confirmed it already. */
    private @Nullable Classification classed(int age, boolean away, Work work, boolean office) {
        var facts = new Classification.Facts(age, away, work.post(), office);
        return dice.chance(plan.classConfirmed())
                ? Classification.propose(facts, figures.elderAge())
                : null;
    }

    private static @Nullable String conversion(Person person) {
        if (person.fullOn() == null) {
            return null;
        }
        return person.extensionMonths() == 0 ? "on-time" : "extended";
    }

    private String education(Profile profile, int age) {
        return Plan.of(plan.schoolings(), profile.schooling()).stream()
                .filter(row -> age <= row.until())
                .findFirst()
                .orElseThrow()
                .codes()
                .draw(dice);
    }

    private Work work(Profile profile, Person person, int age) {
        var retired = profile.retiring() && age >= Plan.of(plan.retireAt(), person.sex());
        var post = retired ? plan.retired() : profile.jobs().draw(dice);
        return new Work(
                post,
                code(plan.strata().get(post)),
                code(plan.frontlines().get(post)),
                code(plan.technicalPosts().get(post)));
    }

    /** Only a full member; the last contact lies after the relation came here. */
    private Lost lost(Person person, LocalDate since) {
        if (person.fullOn() == null || !dice.chance(plan.lost())) {
            return new Lost(null, null, NORMAL);
        }
        var on = today.minusDays(plan.lostDaysAgo().draw(dice));
        var earliest = person.fullOn().isAfter(since) ? person.fullOn() : since;
        return new Lost(
                on.isBefore(earliest) ? earliest : on,
                plan.lostReasons().draw(dice),
                dice.chance(plan.suspendedOfLost()) ? SUSPENDED : NORMAL);
    }

    private double mobile(int age) {
        return mobile.stream()
                .filter(row -> row.ages().holds(age))
                .mapToDouble(Share::share)
                .findFirst()
                .orElse(0);
    }

    private String address(Area area) {
        var group = GROUPS.charAt(dice.below(GROUPS.length()));
        var number = dice.between(1, HOUSES);
        return places.address(area) + group + (area.isFarming() ? "组 " : "区 ") + number + " 号";
    }

    /** Where the host is, if there is one; drawn all the same, or all that follows were another. */
    private String destination(Area area, @Nullable Draft host) {
        var drawn = Plan.of(plan.destinations(), area.province()).draw(dice);
        return host == null ? drawn : places.seat(host).orElse(drawn);
    }

    /** Of a number that no telephone has: none begins with 100, no area code is 000. */
    private String eightDigits() {
        return "%08d".formatted(dice.below(EIGHT_DIGITS));
    }

    private static String county(Area area) {
        return area.code().substring(0, 6);
    }

    private @Nullable String code(@Nullable Weights weights) {
        return weights == null ? null : weights.code(dice);
    }
}
