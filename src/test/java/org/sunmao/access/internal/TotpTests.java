package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.sunmao.house.Authenticator;

import java.time.Instant;
import java.util.Map;

class TotpTests {

    /** The secret of RFC 6238, appendix B. */
    private static final Totp KNOWN = new Totp("12345678901234567890".getBytes(US_ASCII));

    private static final String TYPED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void theCodesAreThoseOfTheStandard() {
        var codes =
                Map.of(
                        59L, "287082",
                        1111111109L, "081804",
                        1111111111L, "050471",
                        1234567890L, "005924",
                        2000000000L, "279037",
                        20000000000L, "353130");

        codes.forEach(
                (second, code) -> {
                    assertThat(KNOWN.code(second / 30)).isEqualTo(code);
                    var shown = new Authenticator(TYPED).code(Instant.ofEpochSecond(second));
                    assertThat(shown).isEqualTo(code);
                });
    }

    @Property
    void aClockMayBeOneStepOffAndNoMore(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long at) {
        var now = Instant.ofEpochSecond(at + 120);
        for (var off = -3; off <= 3; off++) {
            var step = now.getEpochSecond() / 30 + off;
            var found = KNOWN.step(KNOWN.code(step), now, 1);
            if (Math.abs(off) <= 1) {
                assertThat(found).isPresent();
            } else if (found.isPresent()) { // one in a million codes is that of another step, too
                assertThat(KNOWN.code(found.getAsLong())).isEqualTo(KNOWN.code(step));
            }
        }
    }
}
