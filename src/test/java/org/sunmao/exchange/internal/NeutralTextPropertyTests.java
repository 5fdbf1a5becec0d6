package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Whatever stands in a register, no cell of a csv is taken for a formula, and nothing is lost. */
class NeutralTextPropertyTests {

    @Property(tries = 3000)
    void noTextBeginsAFormulaAndEachCanBeHadBack(
            @ForAll
                    @StringLength(max = 12)
                    @Chars({'=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '－', '＋', '＠'})
                    @CharRange(from = 'a', to = 'f')
                    @CharRange(from = '一', to = '丁')
                    String text) {
        var neutral = Inert.made(text);
        assertThat(neutral).doesNotMatch("(?s)^[=+\\-@\\t\\r\\n＝＋－＠].*");
        assertThat(Inert.undone(neutral)).isEqualTo(text);
    }
}
