package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An organization that holds members, with its people and who of them leads it. */
record Branch(Draft draft, String profile, List<Person> people, List<Person> officers) {

    private static final String[] POSTS = {"副书记", "组织委员", "宣传委员", "纪检委员"};
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
        var from = eligible.isEmpty() ? full : eligible;
        var count = people.size() < plan.limits().board() ? 1 : people.size() < LARGE ? 3 : 5;
        return new Branch(
                draft, profile, people, List.copyOf(from.subList(0, Math.min(count, from.size()))));
    }

    @Nullable String secretary() {
        return officers.isEmpty() ? null : officers.getFirst().name();
    }

    /** 副书记：李四；组织委员：王五. */
    @Nullable String others() {
        if (officers.size() < 2) {
            return null;
        }
        var posts = new ArrayList<String>();
        for (var i = 1; i < officers.size(); i++) {
            // A committee of three has no deputy.
            var post = officers.size() <= POSTS.length ? POSTS[i] : POSTS[i - 1];
            posts.add(post + "：" + officers.get(i).name());
        }
        return String.join("；", posts);
    }
}
