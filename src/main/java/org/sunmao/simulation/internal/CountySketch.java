package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.simulation.internal.Draft.Holding;
import org.sunmao.simulation.internal.Plan.TownshipUnit;
import org.sunmao.simulation.internal.Plan.VillageKind;
import org.sunmao.simulation.internal.Sketch.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts what every county has: its committee, systems, townships, villages. */
final class CountySketch {

    static final String COMMITTEE = "committee";
    static final String WORK_COMMITTEE = "work-committee";
    static final String BRANCH = "branch";
    static final String GENERAL_BRANCH = "general-branch";
    static final String ORGAN = "organ";
    static final String VILLAGE = "village";
    static final String GOVERNMENT = "government";
    private static final String[] ORDINALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

    record Township(Area area, Draft committee, BodyDraft government) {}

    /**
     * A drafted county.
     *
     * @param villages branches of villages that have no branches below; the one shown to visitors
     *     is the first
     */
    record County(
            Area area,
            BodyDraft government,
            Map<String, Draft> systems,
            List<Township> townships,
            List<Draft> villages) {}

    private final Plan plan;
    private final Areas areas;
    private final PlaceNames places;
    private final Sketch sketch;
    private final Dice dice;

    CountySketch(Plan plan, Areas areas, Sketch sketch, Dice dice) {
        this.plan = plan;
        this.areas = areas;
        this.places = new PlaceNames(areas);
        this.sketch = sketch;
        this.dice = dice;
    }

    Draft city(Area area) {
        var years = Plan.of(plan.established(), "county");
        var city = sketch.add(null, committee(area.name(), area), years);
        sketch.body(null, area.name() + "人民政府", GOVERNMENT, ORGAN, area).organizations().add(city);
        return city;
    }

    /**
     * @param first whether its first village is the one shown to visitors: a branch for certain
     */
    County county(Area area, @Nullable Draft above, boolean first) {
        var place = places.full(area);
        var top = sketch.add(above, committee(place, area), Plan.of(plan.established(), "county"));
        var government =
                sketch.body(
                        null, place + (area.isZone() ? "管委会" : "人民政府"), GOVERNMENT, ORGAN, area);
        government.organizations().add(top);
        var systems = new LinkedHashMap<String, Draft>();
        for (var system : plan.systems()) {
            var kind =
                    new Kind(
                            "中共" + place + system.name(),
                            system.kind(),
                            system.field(),
                            area,
                            null);
            systems.put(system.key(), sketch.add(top, kind, system.established()));
        }
        var county = new County(area, government, systems, new ArrayList<>(), new ArrayList<>());
        for (var township : areas.below(area)) {
            county.townships().add(township(county, township, top));
        }
        var shown = first ? shown(county.townships()) : null;
        for (var township : county.townships()) {
            for (var village : areas.below(township.area())) {
                village(county, township, village, village.equals(shown));
            }
        }
        return county;
    }

    /** The first village of farmers, or else the first community. */
    private Area shown(List<Township> townships) {
        var villages = townships.stream().flatMap(t -> areas.below(t.area()).stream()).toList();
        return villages.stream().filter(Area::isFarming).findFirst().orElse(villages.getFirst());
    }

    private static Kind committee(String place, Area area) {
        var work = area.isZone() || area.isStreet();
        return new Kind(
                "中共" + place + (work ? "工作委员会" : "委员会"),
                work ? WORK_COMMITTEE : COMMITTEE,
                ORGAN,
                area,
                null);
    }

    private Township township(County county, Area area, Draft top) {
        var place = places.full(area);
        var years = Plan.of(plan.established(), area.isZone() ? "zone" : "township");
        var committee = sketch.add(top, committee(place, area), years);
        var name = place + (area.isZone() ? "管委会" : area.isStreet() ? "办事处" : "人民政府");
        var government = sketch.body(county.government().id(), name, GOVERNMENT, ORGAN, area);
        government.organizations().add(committee);
        var township = new Township(area, committee, government);
        var units = plan.everyTownship();
        for (var unit : area.isZone() ? units.subList(0, 1) : units) {
            unit(township, unit, place);
        }
        return township;
    }

    private void unit(Township township, TownshipUnit unit, String place) {
        var inStreet = unit.inStreet();
        var street = township.area().isStreet() && inStreet != null;
        var name = place + (street ? inStreet : unit.name());
        var sizes = unit.sizes();
        var holding =
                new Holding(
                        unit.profile(),
                        plan.limits().leastMembers(),
                        plan.limits().branch(),
                        sizes.draw(dice));
        var kind =
                new Kind("中共" + name + "党支部", unit.kind(), unit.field(), township.area(), holding);
        var draft = sketch.add(township.committee(), kind, unit.established());
        var body = unit.body();
        if (body == null) {
            township.government().organizations().add(draft);
        } else {
            sketch.body(township.government().id(), name, body, unit.field(), township.area())
                    .organizations()
                    .add(draft);
        }
    }

    private void village(County county, Township township, Area area, boolean shown) {
        var villages = plan.villages();
        var kind = area.isFarming() ? villages.village() : villages.community();
        var limits = plan.limits();
        var size = kind.sizes().draw(dice);
        while (shown && size > limits.branch()) {
            size = kind.sizes().draw(dice);
        }
        var draft =
                size <= limits.branch()
                        ? branch(township, area, kind, size)
                        : larger(township, area, kind, size);
        if (draft.kind().equals(BRANCH)) {
            county.villages().add(shown ? 0 : county.villages().size(), draft);
        }
        var body =
                sketch.body(
                        township.government().id(),
                        places.official(area),
                        kind.body(),
                        VILLAGE,
                        area);
        body.organizations().add(draft);
    }

    private Draft branch(Township township, Area area, VillageKind kind, int size) {
        var limits = plan.limits();
        var holding = new Holding(kind.profile(), limits.leastMembers(), limits.branch(), size);
        var what = new Kind("中共" + places.full(area) + "党支部", BRANCH, VILLAGE, area, holding);
        return sketch.add(township.committee(), what, kind.established());
    }

    /** A general branch or a committee: with branches of the village's groups below, mostly. */
    private Draft larger(Township township, Area area, VillageKind kind, int size) {
        var name = "中共" + places.full(area);
        var general = size <= plan.limits().generalBranch();
        var whole = general && dice.chance(plan.villages().undivided());
        var what =
                new Kind(
                        name + (general ? "总支部委员会" : "委员会"),
                        general ? GENERAL_BRANCH : COMMITTEE,
                        VILLAGE,
                        area,
                        whole ? Holding.fixed(kind.profile(), size) : null);
        var draft = sketch.add(township.committee(), what, kind.established());
        var count = whole ? 0 : Math.ceilDiv(size, plan.villages().branchBelow());
        for (var i = 0; i < count; i++) {
            var part = size * (i + 1) / count - size * i / count;
            var below =
                    new Kind(
                            name + "第" + ORDINALS[i] + "党支部",
                            BRANCH,
                            VILLAGE,
                            area,
                            Holding.fixed(kind.profile(), part));
            sketch.add(draft, below, kind.established());
        }
        return draft;
    }
}
