package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.sunmao.simulation.internal.Draft.Holding;

import java.util.Arrays;
import java.util.List;

class SizesTests {

    @Property
    void sizesAddUpAndStayWithinTheirBounds(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 70) Integer> wished,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        var holdings = wished.stream().map(size -> new Holding("village", 3, 50, size)).toList();
        var total = holdings.size() * (3 + 47 * percent / 100);

        var sizes = Sizes.fit(holdings, total, Dice.of(percent));

        assertThat(Arrays.stream(sizes).sum()).isEqualTo(total);
        assertThat(Arrays.stream(sizes).boxed()).allMatch(size -> size >= 3 && size <= 50);
    }

    @Test
    void whatIsFixedStays() {
        var holdings = List.of(Holding.fixed("village", 80), new Holding("village", 3, 50, 10));
        assertThat(Sizes.fit(holdings, 120, Dice.of(1))).containsExactly(80, 40);
    }

    @Test
    void tooManyOrTooFewAreRefused() {
        var holdings = List.of(new Holding("village", 3, 50, 10));
        assertThatThrownBy(() -> Sizes.fit(holdings, 51, Dice.of(1))).hasMessageContaining("51");
        assertThatThrownBy(() -> Sizes.fit(holdings, 2, Dice.of(1))).hasMessageContaining("2");
    }

    @Property
    void partsAddUpInProportion(
            @ForAll @IntRange(min = 0, max = 10_000) int whole,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 300) Integer> weights) {
        var of = weights.stream().mapToInt(Integer::intValue).toArray();
        var sum = Arrays.stream(of).sum();

        var parts = Parts.of(whole, of);

        assertThat(Arrays.stream(parts).sum()).isEqualTo(whole);
        for (var i = 0; i < of.length; i++) {
            assertThat(Math.abs(parts[i] - (double) whole * of[i] / sum)).isLessThan(1);
        }
    }

    @Test
    void aPlanThatHasTooManyAlreadyIsRefused() {
        assertThatThrownBy(() -> Parts.of(-3, new int[] {1})).hasMessageContaining("3 too many");
    }
}
