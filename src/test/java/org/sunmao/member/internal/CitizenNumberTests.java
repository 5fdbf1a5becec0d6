package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.sunmao.member.CitizenNumber;

class CitizenNumberTests {

    /** The example of the standard; its division and birth date are those of the standard, too. */
    @Test
    void theExampleOfTheStandardIsValid() {
        var digits = "11010519491231002";
        assertThat(CitizenNumber.check(digits)).isEqualTo('X');
        assertThat(CitizenNumber.of(" " + digits + "x ").valid()).isTrue();
        assertThat(CitizenNumber.of(digits + "1").valid()).isFalse();
    }

    @Property
    void oneWrongDigitIsAlwaysFound(
            @ForAll @NumericChars @StringLength(17) String digits,
            @ForAll @Chars({'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) char other) {
        var valid = digits + CitizenNumber.check(digits);
        assertThat(new CitizenNumber(valid).valid()).isTrue();
        for (var i = 0; i < digits.length(); i++) {
            var changed = valid.substring(0, i) + other + valid.substring(i + 1);
            assertThat(new CitizenNumber(changed).valid()).isEqualTo(changed.equals(valid));
        }
    }

    @Test
    void whatIsNotANumberIsRefusedAndMaskedWhole() {
        for (var text : new String[] {"", "1", "00000019700101001", "zzzzzz197001010010"}) {
            assertThat(new CitizenNumber(text).valid()).as(text).isFalse();
        }
        assertThat(new CitizenNumber("123").masked()).isEqualTo("***");
        assertThat(new CitizenNumber("000000197001010019").masked())
                .isEqualTo("000***********0019");
    }

    @Test
    void telephonesAndAddressesAreMasked() {
        assertThat(new PhoneNumber("10012345678").masked()).isEqualTo("100****5678");
        assertThat(new PhoneNumber("12345").masked()).isEqualTo("****");
        assertThat(Address.masked("兴县蔚汾镇镇东村 3 号")).isEqualTo("兴县蔚汾镇****");
        assertThat(Address.masked("某某路 3 号")).isEqualTo("****");
        assertThat(Address.masked("解放街道某某路")).isEqualTo("解放街道****");
    }
}
