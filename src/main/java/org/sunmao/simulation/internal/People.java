package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.MemberId;
import org.sunmao.simulation.internal.Plan.Profile;

import java.time.LocalDate;

/** Draws people: who they are and when they joined, within what the rules demand of the dates. */
final class People {

    /**
     * What the rulebook says on the day: the least age at joining (R-DEV-07), the probation
     * (R-DEV-42), the age of elders (R-BR-23), and the years of a term (R-BR-09).
     */
    record Figures(
            int age,
            int probationYears,
            int elderAge,
            int branchTerm,
            int committeeTerm,
            int villageTerm) {}

    private final Plan plan;
    private final Figures figures;
    private final LocalDate today;
    private final Names names;
    private final Dice dice;

    People(Plan plan, Figures figures, LocalDate today, Dice dice) {
        this.plan = plan;
        this.figures = figures;
        this.today = today;
        this.names = new Names(plan);
        this.dice = dice;
    }

    /**
     * @param named the name to be given; the person is then a man and a full member
     * @param perhapsProbationary whether the branch has its full members already
     */
    Person draw(Profile profile, @Nullable String named, boolean perhapsProbationary) {
        var man = named != null || !dice.chance(profile.women());
        var nation = named == null ? plan.nations().draw(dice) : plan.nations().words().getFirst();
        return named == null && perhapsProbationary && dice.chance(plan.probationary())
                ? probationary(man, nation)
                : full(man, nation, profile, named);
    }

    private Person probationary(boolean man, String nation) {
        var bornOn = born(plan.probationaryAges());
        var first = today.minusYears(figures.probationYears()).plusDays(1);
        var ofAge = bornOn.plusYears(figures.age());
        var joinedOn = dice.between(ofAge.isAfter(first) ? ofAge : first, today);
        return person(man, nation, bornOn, joinedOn, null, 0, null);
    }

    private Person full(boolean man, String nation, Profile profile, @Nullable String named) {
        var extension = dice.chance(plan.extended()) ? plan.extensionMonths().draw(dice) : 0;
        var latest = today.minusYears(figures.probationYears()).minusMonths(extension);
        var bornOn = born(profile.ages());
        while (bornOn.plusYears(figures.age()).isAfter(latest)) {
            bornOn = born(profile.ages());
        }
        var joinedOn = joined(bornOn, latest);
        var probationEnds = joinedOn.plusYears(figures.probationYears());
        var fullOn = probationEnds.plusMonths(extension);
        return person(man, nation, bornOn, joinedOn, fullOn, extension, named);
    }

    private LocalDate joined(LocalDate bornOn, LocalDate latest) {
        var ofAge = bornOn.plusYears(figures.age());
        var birthday = bornOn.plusYears(plan.joinedAt().draw(dice));
        var day = dice.between(birthday, birthday.plusYears(1).minusDays(1));
        if (day.isBefore(ofAge)) {
            day = ofAge;
        }
        return day.isAfter(latest) ? dice.between(ofAge, latest) : day;
    }

    private LocalDate born(Bands ages) {
        var birthday = today.minusYears(ages.draw(dice));
        return dice.between(birthday.minusYears(1).plusDays(1), birthday);
    }

    private Person person(
            boolean man,
            String nation,
            LocalDate bornOn,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn,
            int extension,
            @Nullable String named) {
        var name = named == null ? names.draw(man, nation, bornOn.getYear(), dice) : named;
        return new Person(
                MemberId.next(),
                name,
                man ? Person.MAN : Person.WOMAN,
                nation,
                bornOn,
                joinedOn,
                fullOn,
                extension);
    }
}
