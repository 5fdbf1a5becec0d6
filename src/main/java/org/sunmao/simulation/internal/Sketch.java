package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.OrganizationId;
import org.sunmao.simulation.internal.Draft.Holding;
import org.sunmao.simulation.internal.Plan.Unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What has been drafted so far: organizations and bodies, parents before children. */
final class Sketch {

    private final List<Draft> organizations = new ArrayList<>();
    private final List<BodyDraft> bodies = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Dice dice;
    private final LocalDate latest;

    /**
     * @param today nothing is established within the year before it
     */
    Sketch(Dice dice, LocalDate today) {
        this.dice = dice;
        this.latest = today.minusYears(1);
    }

    /** What an organization is, without where it stands and since when. */
    record Kind(String name, String kind, String field, Area area, @Nullable Holding holding) {}

    Draft add(@Nullable Draft parent, Kind what, Bands established) {
        var draft =
                new Draft(
                        OrganizationId.next(),
                        parent,
                        what.name(),
                        what.kind(),
                        what.field(),
                        what.area(),
                        day(established, parent == null ? null : parent.establishedOn()),
                        what.holding());
        organizations.add(draft);
        names.add(draft.name());
        return draft;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** A body that is known by the organizations to be formed in it. */
    BodyDraft body(@Nullable BodyId parent, String name, String kind, String field, Area area) {
        return add(parent, name, kind, field, area, latest, null);
    }

    /** A body that no organization is formed in; it lies in the charge of one above. */
    void lone(@Nullable BodyId parent, String name, Unit unit, Area area, Draft above) {
        var kind = Objects.requireNonNull(unit.body());
        add(parent, name, kind, unit.field(), area, day(unit.established(), null), above);
    }

    private BodyDraft add(
            @Nullable BodyId parent,
            String name,
            String kind,
            String field,
            Area area,
            LocalDate since,
            @Nullable Draft above) {
        var body =
                new BodyDraft(
                        BodyId.next(),
                        bodies.size() + 1,
                        parent,
                        name,
                        kind,
                        field,
                        area,
                        since,
                        above,
                        new ArrayList<>());
        bodies.add(body);
        return body;
    }

    List<Draft> organizations() {
        return organizations;
    }

    List<BodyDraft> bodies() {
        return bodies;
    }

    /** No organization is older than the one above it. */
    private LocalDate day(Bands years, @Nullable LocalDate notBefore) {
        var year = years.draw(dice);
        var day = dice.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (notBefore != null && day.isBefore(notBefore)) {
            day = notBefore;
        }
        return day.isAfter(latest) ? latest : day;
    }
}
