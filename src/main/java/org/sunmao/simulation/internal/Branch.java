package org.sunmao.simulation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An organization that holds members, with its people and who of them leads it. */
record Branch(Draft draft, String profile, List<Person> people, List<Person> officers) {

    private static final int LARGE = 25;

    /** From so many members on as the plan says, a branch has a committee (R-BR-08). */
    static Branch of(Draft draft, String profile, List<Person> people, Plan plan, LocalDate today) {
        var eligible = new ArrayList<Person>();
        var ages = plan.officerAges();
        for (var person : people.subList(1, people.size())) {
            var age = person.bornOn().until(today).getYears();
            if (person.isFullBy(today.minusYears(1)) && age >= ages.least() && age <= ages.most()) {
                eligible.add(person);
            }
        }
        var full = people.stream().filter(person -> person.isFullBy(today)).toList();
        var count = full.size() < plan.limits().board() ? 1 : people.size() < LARGE ? 3 : 5;
        // Where too few are of the usual age, others lead with them.
        var officers =
                Stream.concat(eligible.stream(), full.stream()).distinct().limit(count).toList();
        return new Branch(draft, profile, people, officers);
    }

    /** Whoever may lead besides those who do: full members of a year and more. */
    List<Person> eligible(LocalDate day) {
        return people.stream()
                .filter(person -> person.isFullBy(day.minusYears(1)))
                .filter(person -> !officers.contains(person))
                .toList();
    }
}
