package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.NewMember;
import org.sunmao.organization.OrganizationId;
import org.sunmao.simulation.internal.CountySketch.County;
import org.sunmao.simulation.internal.Draft.Holding;
import org.sunmao.simulation.internal.Land.Shown;
import org.sunmao.simulation.internal.Plan.Totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes a county or city from the plan: the same plan and the same day give the same people.
 *
 * <p>Knows no clock, no database and no framework.
 */
final class Generator {

    private final Plan plan;
    private final People.Figures figures;
    private final LocalDate today;

    Generator(Plan plan, People.Figures figures, LocalDate today) {
        this.plan = plan;
        this.figures = figures;
        this.today = today;
    }

    Land generate(String kind) {
        var totals = plan.totals(kind);
        var areas = Areas.of(totals.area());
        var dice = Dice.of(plan.seed());
        var sketch = new Sketch(dice.split(), today);
        var counties = counties(totals, areas, sketch, dice.split());
        var shown = counties.getFirst().villages().getFirst();
        var branches = branches(sketch, shown, totals.members(), dice.split());
        var care = new Care(plan, sketch, branches);
        var posts = new PostSketch(plan, figures, today, branches, sketch, care, dice.split());
        var dossiers = new Dossiers(plan, areas, figures, today, care, dice.split());
        var staff = new Staff(plan, branches, dice.split());
        return new Land(
                totals,
                areas.divisions(),
                sketch.organizations().stream().map(Draft::organization).toList(),
                sketch.bodies().stream().map(body -> body.body(staff.of(body))).toList(),
                sketch.organizations().stream()
                        .map(draft -> branches.get(draft.id()))
                        .filter(Objects::nonNull)
                        .flatMap(branch -> members(branch, dossiers)),
                posts.terms(),
                posts.posts(),
                posts.reviews(),
                shown(counties.getFirst(), Objects.requireNonNull(branches.get(shown.id()))));
    }

    private static Stream<NewMember> members(Branch branch, Dossiers dossiers) {
        return branch.people().stream().map(person -> dossiers.member(branch, person));
    }

    private static Shown shown(County county, Branch branch) {
        var township = Objects.requireNonNull(branch.draft().parent());
        var top = Objects.requireNonNull(township.parent());
        var other =
                county.townships().stream()
                        .map(CountySketch.Township::committee)
                        .filter(committee -> !committee.equals(township))
                        .findFirst()
                        .orElse(township);
        return new Shown(
                top.parent(),
                top,
                township,
                other,
                branch.draft(),
                branch.officers().getFirst(),
                branch.people().getFirst());
    }

    private List<County> counties(Totals totals, Areas areas, Sketch sketch, Dice dice) {
        var drawing = new CountySketch(plan, areas, sketch, dice);
        var counties = new ArrayList<County>();
        var roots = areas.counties();
        var city = roots.size() == 1 ? null : drawing.city(areas.above(roots.getFirst()));
        for (var area : roots) {
            counties.add(drawing.county(area, city, counties.isEmpty()));
        }
        var units =
                counties.stream().map(c -> new UnitSketch(plan, areas, sketch, c, dice)).toList();
        var sizes = counties.stream().mapToInt(county -> county.townships().size()).toArray();
        var missing = Parts.of(totals.organizations() - sketch.organizations().size(), sizes);
        for (var i = 0; i < units.size(); i++) {
            units.get(i).add(missing[i]);
        }
        var without = Parts.of(totals.bodies() - sketch.bodies().size(), sizes);
        for (var i = 0; i < units.size(); i++) {
            units.get(i).bodies(without[i]);
        }
        return counties;
    }

    private Map<OrganizationId, Branch> branches(Sketch sketch, Draft shown, int total, Dice dice) {
        var holders = sketch.organizations().stream().filter(d -> d.holding() != null).toList();
        var holdings = holders.stream().map(Draft::holding).map(Objects::requireNonNull).toList();
        var sizes = Sizes.fit(holdings, total, dice);
        var people = new People(plan, figures, today, dice);
        var branches = new HashMap<OrganizationId, Branch>();
        for (var i = 0; i < sizes.length; i++) {
            var draft = holders.get(i);
            var named = draft.id().equals(shown.id()) ? plan.firstMember() : null;
            branches.put(draft.id(), branch(draft, holdings.get(i), sizes[i], named, people));
        }
        return branches;
    }

    private Branch branch(
            Draft draft, Holding holding, int size, @Nullable String named, People people) {
        var profile = plan.profile(holding.profile());
        var full = plan.limits().leastMembers();
        var drawn = new ArrayList<Person>();
        for (var i = 0; i < size; i++) {
            drawn.add(people.draw(profile, i == 0 ? named : null, i >= full));
        }
        return Branch.of(draft, holding.profile(), drawn, plan, today);
    }
}
