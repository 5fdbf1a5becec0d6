package org.sunmao.simulation.internal;

import java.util.HashSet;
import java.util.Set;

/** Invented names of enterprises, no two alike within a county. */
final class Brands {

    private static final int PAIRS = 2;

    private final int[] characters;
    private final Dice dice;
    private final Set<String> given = new HashSet<>();

    Brands(String characters, Dice dice) {
        this.characters = characters.codePoints().toArray();
        this.dice = dice;
    }

    /** Of two characters; of three when those of two are nearly used up. */
    String next() {
        var length = given.size() < characters.length * characters.length / 2 ? PAIRS : PAIRS + 1;
        while (true) {
            var name = new StringBuilder();
            for (var i = 0; i < length; i++) {
                name.appendCodePoint(characters[dice.below(characters.length)]);
            }
            if (given.add(name.toString())) {
                return name.toString();
            }
        }
    }
}
