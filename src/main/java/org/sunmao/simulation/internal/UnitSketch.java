package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.simulation.internal.CountySketch.County;
import org.sunmao.simulation.internal.CountySketch.Township;
import org.sunmao.simulation.internal.Draft.Holding;
import org.sunmao.simulation.internal.Plan.Round;
import org.sunmao.simulation.internal.Plan.Unit;
import org.sunmao.simulation.internal.Sketch.Kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drafts the organs, schools, enterprises and so on of one county, so many as are asked for. */
final class UnitSketch {

    private static final String FLOATING = "floating";

    /** Units whose first branches are too small, or too large. */
    private static final String SMALL = "cooperative";

    private static final String LARGE = "bureau";

    private static final Round FIRST = new Round("", null);

    /** The branch of a unit has the place of the unit, which is that of its county or township. */
    private record Seat(Area area, Draft above, BodyDraft government) {}

    private final Plan plan;
    private final Areas areas;
    private final PlaceNames places;
    private final Sketch sketch;
    private final County county;
    private final Brands brands;
    private final Dice dice;
    private final Map<String, BodyDraft> bodies = new HashMap<>();
    private final List<Township> townships;

    UnitSketch(Plan plan, Areas areas, Sketch sketch, County county, Dice dice) {
        this.plan = plan;
        this.areas = areas;
        this.places = new PlaceNames(areas);
        this.sketch = sketch;
        this.county = county;
        this.brands = new Brands(plan.brands(), dice);
        this.dice = dice;
        this.townships = county.townships().stream().filter(t -> !t.area().isZone()).toList();
    }

    void add(int count) {
        var units = plan.units();
        var counts = Parts.of(count, units.stream().mapToInt(Unit::weight).toArray());
        for (var i = 0; i < counts.length; i++) {
            add(units.get(i), counts[i]);
        }
    }

    /** Units without any Party organization. */
    void bodies(int count) {
        for (var i = 0; i < count; i++) {
            var key = plan.bodiesWithout().draw(dice);
            var unit =
                    plan.units().stream()
                            .filter(u -> u.key().equals(key))
                            .findFirst()
                            .orElseThrow();
            var seat = seat(unit, i);
            var name = places.full(seat.area()) + name(unit, i);
            sketch.lone(seat.government().id(), name, unit, seat.area(), seat.above());
        }
    }

    private void add(Unit unit, int count) {
        for (var i = 0; i < count; i++) {
            var seat = seat(unit, i);
            var round = round(unit, i);
            var bodies = bodies(unit, seat, i);
            var name = "中共" + named(unit, seat, bodies, i) + round.word();
            while (unit.kind().equals(FLOATING) && sketch.has(name + suffix(FLOATING))) {
                name = "中共" + named(unit, seat, bodies, i);
            }
            var profile = round.profile() == null ? unit.profile() : round.profile();
            var kind =
                    new Kind(
                            name + suffix(unit.kind()),
                            unit.kind(),
                            unit.field(),
                            seat.area(),
                            holding(unit, profile, i));
            var draft = sketch.add(seat.above(), kind, unit.established());
            bodies.forEach(body -> body.organizations().add(draft));
        }
    }

    private Seat seat(Unit unit, int number) {
        return switch (unit.under()) {
            case "township" -> {
                var township = townships.get(number % townships.size());
                yield new Seat(township.area(), township.committee(), township.government());
            }
            case "branch" -> {
                var turn = number / unit.names().size();
                var branch = county.villages().get(turn % county.villages().size());
                yield new Seat(branch.area(), branch, county.government());
            }
            default ->
                    new Seat(
                            county.area(),
                            Plan.of(county.systems(), unit.under()),
                            county.government());
        };
    }

    private static Round round(Unit unit, int number) {
        var rounds = unit.rounds();
        return rounds == null ? FIRST : rounds.get(number / unit.names().size() % rounds.size());
    }

    /** The units a branch is formed in: none, one, or several under a joint branch. */
    private List<BodyDraft> bodies(Unit unit, Seat seat, int number) {
        if (unit.body() == null) {
            return List.of();
        }
        var joins = unit.joins();
        var many = joins != null && number < plan.outOfOrder().jointUnits();
        var count = many ? plan.limits().jointUnits() + 1 : joins == null ? 1 : joins.draw(dice);
        var joined = new ArrayList<BodyDraft>();
        for (var i = 0; i < count; i++) {
            joined.add(body(unit, seat, places.full(seat.area()) + name(unit, number + i)));
        }
        return joined;
    }

    private BodyDraft body(Unit unit, Seat seat, String name) {
        var kind = unit.body() == null ? CountySketch.GOVERNMENT : unit.body();
        return bodies.computeIfAbsent(
                name,
                _ -> sketch.body(seat.government().id(), name, kind, unit.field(), seat.area()));
    }

    private String named(Unit unit, Seat seat, List<BodyDraft> bodies, int number) {
        var place = places.full(seat.area());
        if (unit.joins() != null) {
            return place + brands.next() + "片区";
        }
        return bodies.isEmpty() ? place + name(unit, number) : bodies.getFirst().name();
    }

    private String name(Unit unit, int number) {
        var name = unit.names().get(number % unit.names().size());
        if (unit.kind().equals(FLOATING)) {
            return name.replace("外", areas.get(destination()).name());
        }
        var county = this.county.area().name();
        var rank = county.substring(county.length() - 1);
        return name.contains("{brand}")
                ? name.replace("{brand}", brands.next())
                : name.replace("{rank}", rank);
    }

    private String destination() {
        return Plan.of(plan.destinations(), county.area().province()).draw(dice);
    }

    private @Nullable Holding holding(Unit unit, @Nullable String profile, int number) {
        var sizes = unit.sizes();
        var limits = plan.limits();
        if (profile != null && unit.key().equals(SMALL) && number < plan.outOfOrder().tooSmall()) {
            return Holding.fixed(profile, limits.leastMembers() - 1);
        }
        if (profile != null && unit.key().equals(LARGE) && number < plan.outOfOrder().tooLarge()) {
            return Holding.fixed(profile, limits.branch() + 2 + number);
        }
        return profile == null || sizes == null
                ? null
                : new Holding(
                        profile,
                        limits.leastMembers(),
                        Math.min(limits.branch(), sizes.most()),
                        sizes.draw(dice));
    }

    private static String suffix(String kind) {
        return switch (kind) {
            case "joint" -> "联合党支部";
            case FLOATING -> "流动党员党支部";
            case "temporary" -> "临时党支部";
            case "group" -> "";
            default -> "党支部";
        };
    }
}
