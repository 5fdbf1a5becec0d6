package org.sunmao.member;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A masked name shows the surname and how long the name is, and no more. */
class MaskedNameTests {

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "张三丰, 张**",
        "欧阳建国, 欧阳**",
        "欧阳修, 欧阳*",
        "诸葛亮, 诸葛*",
        "司马, 司*",
        "单于明, 单于*",
        "淳于意, 淳于*",
        "欧冶子, 欧**",
        "张, *",
        "𬱟𬱟明, 𬱟**",
        "欧阳𬱟, 欧阳*",
        "阿依古丽·买买提, 阿依古丽·**",
        "阿依古丽•买买提, 阿依古丽·**",
        "·张, ·*"
    })
    void theSurnameStaysAndTheRestIsCovered(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
    }

    @Property
    void nothingOfAGivenNameIsEverShown(
            @ForAll @StringLength(min = 1, max = 6) @CharRange(from = '丁', to = '龟') String name) {
        var masked = MaskedName.of(name);
        var shown = masked.replace("*", "");
        assertThat(name).startsWith(shown);
        assertThat(shown.length()).isLessThan(name.length()).isLessThanOrEqualTo(2);
        assertThat(masked).hasSameSizeAs(name);
    }
}
