package org.sunmao.simulation.internal;

import org.sunmao.simulation.internal.Plan.GivenNames;

import java.util.List;

/** Invented names of people, as they were given in the year of birth. */
final class Names {

    private static final int LONGEST = 2;

    /** The characters of one row of the plan, as code points. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Given(int until, double single, int[] men, int[] women) {

        static Given of(GivenNames row) {
            return new Given(
                    row.until(),
                    row.single(),
                    row.men().codePoints().toArray(),
                    row.women().codePoints().toArray());
        }
    }

    private final Plan plan;
    private final List<Given> given;

    Names(Plan plan) {
        this.plan = plan;
        this.given = plan.givenNames().stream().map(Given::of).toList();
    }

    String draw(boolean man, String nation, int bornIn, Dice dice) {
        var others = plan.longNames().get(nation);
        if (others != null) {
            return dice.one(man ? others.men() : others.women());
        }
        var row = given.stream().filter(g -> bornIn <= g.until()).findFirst().orElseThrow();
        var characters = man ? row.men() : row.women();
        var name = new StringBuilder(plan.surnames().draw(dice));
        var count = dice.chance(row.single()) ? 1 : LONGEST;
        for (var i = 0; i < count; i++) {
            name.appendCodePoint(characters[dice.below(characters.length)]);
        }
        if (dice.chance(plan.rareShare())) {
            var last = name.length() - 1;
            name.replace(last, last + 1, dice.one(plan.rareCharacters()));
        }
        return name.toString();
    }
}
