package org.sunmao.tally.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.sunmao.tally.internal.Suppression.Mark;
import org.sunmao.tally.internal.Suppression.Sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whoever sees all that is published, and can reckon, learns no small number from it. */
class SuppressionPropertyTests {

    private static final long LEAST = 1;
    private static final long MOST = 4;

    @Property(tries = 3_000)
    void noSmallNumberIsShownOrFollows(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 12) Integer> ages,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 9) Integer> nations,
            @ForAll @IntRange(max = 30) int rest,
            @ForAll @IntRange(max = 100) int women) {
        var world = new World();
        var total = ages.stream().mapToLong(Integer::longValue).sum() + rest;
        world.put("total", total);
        var bands = new ArrayList<String>();
        for (var i = 0; i < ages.size(); i++) {
            bands.add(world.put("age" + i, ages.get(i)));
        }
        bands.add(world.put("age-rest", rest));
        world.sums.add(new Sum("total", bands));
        women(world, total * women / 100, total);
        nations(world, nations, total);

        var marks = Suppression.of(world.values, world.sums, LEAST, MOST);

        world.values.forEach(
                (name, value) -> {
                    if (value >= LEAST && value <= MOST) {
                        assertThat(marks).as("%s", world.values).containsKey(name);
                        assertThat(Attack.possible(world.values, world.sums, marks, name))
                                .as("%s of %s with %s", name, world.values, marks)
                                .hasSizeGreaterThan(1);
                    }
                });
    }

    @Property(tries = 1_000)
    void whatIsLargeAndApartIsShown(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 5, max = 500) Integer> parts) {
        var world = new World();
        var names = new ArrayList<String>();
        for (var i = 0; i < parts.size(); i++) {
            names.add(world.put("part" + i, parts.get(i)));
        }
        world.put("total", parts.stream().mapToLong(Integer::longValue).sum());
        world.sums.add(new Sum("total", names));

        assertThat(Suppression.of(world.values, world.sums, LEAST, MOST)).isEmpty();
    }

    private static void women(World world, long women, long total) {
        world.put("female", women);
        world.put("male", total - women);
        world.sums.add(new Sum("total", List.of("female", "male")));
    }

    private static void nations(World world, List<Integer> sizes, long total) {
        var names = new ArrayList<String>();
        var sum = 0L;
        for (var i = 0; i < sizes.size() && sum + sizes.get(i) <= total; i++) {
            names.add(world.put("nation" + i, sizes.get(i)));
            sum += sizes.get(i);
        }
        world.put("minority", sum);
        world.put("han", total - sum);
        world.put("nation-han", total - sum);
        world.sums.add(new Sum("total", List.of("minority", "han")));
        world.sums.add(new Sum("han", List.of("nation-han")));
        if (!names.isEmpty()) {
            world.sums.add(new Sum("minority", List.copyOf(names)));
            names.add("nation-han");
            world.sums.add(new Sum("total", names));
        }
    }

    /** Numbers and how they hang together. */
    private static final class World {

        final Map<String, Long> values = new HashMap<>();
        final List<Sum> sums = new ArrayList<>();

        String put(String name, long value) {
            values.put(name, value);
            return name;
        }
    }

    /** Reckons within which bounds a held back number lies, from all sums at once. */
    private static final class Attack {

        private static final long UNBOUNDED = 10_000;

        private final Map<String, long[]> bounds = new HashMap<>();
        private final List<Sum> sums;

        private Attack(Map<String, Long> values, List<Sum> sums, Map<String, Mark> marks) {
            this.sums = sums;
            values.forEach((name, value) -> bounds.put(name, known(value, marks.get(name))));
        }

        private static long[] known(long value, @Nullable Mark mark) {
            if (mark == null) {
                return new long[] {value, value};
            }
            return mark == Mark.FEW ? new long[] {LEAST, MOST} : new long[] {0, UNBOUNDED};
        }

        /** The values of 1 to 4 that a number can have, as far as bounds tell. */
        static List<Long> possible(
                Map<String, Long> values, List<Sum> sums, Map<String, Mark> marks, String name) {
            var attack = new Attack(values, sums, marks);
            attack.tighten();
            var found = attack.of(name);
            var possible = new ArrayList<Long>();
            for (var x = found[0]; x <= Math.min(found[1], found[0] + MOST); x++) {
                possible.add(x);
            }
            return possible;
        }

        private void tighten() {
            var moved = true;
            while (moved) {
                moved = false;
                for (var sum : sums) {
                    moved |= tighten(sum);
                }
            }
        }

        private long[] of(String name) {
            return Objects.requireNonNull(bounds.get(name));
        }

        private boolean tighten(Sum sum) {
            var low = sum.parts().stream().mapToLong(part -> of(part)[0]).sum();
            var high = sum.parts().stream().mapToLong(part -> of(part)[1]).sum();
            var whole = of(sum.whole());
            var moved = narrow(whole, low, high);
            for (var part : sum.parts()) {
                var its = of(part);
                moved |= narrow(its, whole[0] - high + its[1], whole[1] - low + its[0]);
            }
            return moved;
        }

        private static boolean narrow(long[] bounds, long low, long high) {
            var moved = low > bounds[0] || high < bounds[1];
            bounds[0] = Math.max(bounds[0], low);
            bounds[1] = Math.min(bounds[1], high);
            return moved;
        }
    }
}
