package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class NamesTests {

    private static final List<String> COMPOUND = List.of("欧阳", "尉迟", "司马");
    private static final List<String> POLYPHONIC = List.of("仇", "曾", "单", "解", "查", "区");

    @Test
    void rareSurnamesOccurInACounty() {
        var names = names();
        for (var surname : COMPOUND) {
            assertThat(names).as(surname).anyMatch(name -> name.startsWith(surname));
        }
        for (var surname : POLYPHONIC) {
            assertThat(names).as(surname).anyMatch(name -> name.startsWith(surname));
        }
    }

    @Test
    void charactersOfFourBytesAndNamesWithDotsOccurInACounty() {
        assertThat(names())
                .anyMatch(name -> name.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                .anyMatch(name -> name.contains("·"));
    }

    @Test
    void aRareCharacterReplacesAWholeOne() {
        var plan = Made.PLAN;
        var names = new Names(plan);
        var dice = Dice.of(7);
        for (var i = 0; i < 100_000; i++) {
            var name = names.draw(i % 2 == 0, "01", 1930 + i % 80, dice);
            assertThat(name.codePointCount(0, name.length())).isBetween(2, 4);
            assertThat(
                            name.codePoints()
                                    .noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                    .isTrue();
        }
    }

    @Test
    void brandsAreNotGivenTwice() {
        var brands = new Brands("晋禾丰", Dice.of(1));
        Set<String> given = new HashSet<>();
        for (var i = 0; i < 12; i++) {
            assertThat(given.add(brands.next())).isTrue();
        }
    }

    private static Set<String> names() {
        var names = new HashSet<String>();
        Made.county().members().forEach(member -> names.add(member.name()));
        return names;
    }
}
