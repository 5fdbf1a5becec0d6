package org.sunmao.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

class CreditCodeTests {

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** A code of the form, of no division: measured against another program (rulebook 3 §1.5). */
    @Test
    void theKnownCodeIsValidAndItsNeighboursAreNot() {
        assertThat(new CreditCode("11000000000000000U").valid()).isTrue();
        assertThat(CreditCode.complete("11000000000000000").value())
                .isEqualTo("11000000000000000U");
        assertThat(new CreditCode("110000000000000000").valid()).isFalse();
        assertThat(new CreditCode("1100000000000000U").valid()).isFalse();
    }

    @Test
    void smallLettersAndSpacesAreForgiven() {
        assertThat(CreditCode.of("1100 0000 0000 0000 0u").value()).isEqualTo("11000000000000000U");
    }

    @Test
    void lettersThatLookLikeDigitsAreNoPartOfACode() {
        for (var letter : new String[] {"I", "O", "S", "V", "Z", "中", "-"}) {
            assertThat(new CreditCode("1100000000000000" + letter + "U").wellFormed())
                    .as(letter)
                    .isFalse();
        }
        assertThat(new CreditCode("").valid()).isFalse();
    }

    @Property
    void oneWrongDigitIsAlwaysFound(
            @ForAll("beginnings") String first, @ForAll("digits") char other) {
        var valid = CreditCode.complete(first).value();
        assertThat(new CreditCode(valid).valid()).isTrue();
        for (var i = 0; i < valid.length(); i++) {
            var changed = valid.substring(0, i) + other + valid.substring(i + 1);
            assertThat(new CreditCode(changed).valid()).isEqualTo(changed.equals(valid));
        }
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.strings().withChars(DIGITS.toCharArray()).ofLength(17);
    }

    @Provide
    Arbitrary<Character> digits() {
        return Arbitraries.chars().with(DIGITS.toCharArray());
    }
}
