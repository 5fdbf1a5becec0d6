package org.sunmao.simulation.internal;

import org.sunmao.member.NewMember;
import org.sunmao.organization.NewOrganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A land as the tests look at it: generated once, its members in a list. */
record Made(
        Land land,
        List<NewMember> members,
        Map<UUID, NewOrganization> organizations,
        Map<UUID, Long> sizes) {

    static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    static final Plan PLAN = Plan.read();
    static final People.Figures FIGURES = new People.Figures(18, 1, 60, 3, 5, 5);

    private static final class Once {
        static final Made COUNTY = of("county", TODAY);
    }

    static Made county() {
        return Once.COUNTY;
    }

    static Made of(String kind, LocalDate today) {
        var land = new Generator(PLAN, FIGURES, today).generate(kind);
        var members = land.members().toList();
        var organizations =
                land.organizations().stream()
                        .collect(Collectors.toMap(o -> o.id().value(), Function.identity()));
        var sizes =
                members.stream()
                        .collect(
                                Collectors.groupingBy(
                                        NewMember::organization, Collectors.counting()));
        return new Made(land, members, organizations, sizes);
    }

    long size(NewOrganization organization) {
        return sizes.getOrDefault(organization.id().value(), 0L);
    }

    NewOrganization holder(NewMember member) {
        return get(member.organization());
    }

    NewOrganization get(UUID organization) {
        var found = organizations.get(organization);
        if (found == null) {
            throw new IllegalStateException("no such organization: " + organization);
        }
        return found;
    }

    /** Whether it stands right below the committee of a township. */
    boolean isOfTownship(NewOrganization organization) {
        var parent = organization.parent();
        var division = parent == null ? null : get(parent.value()).division();
        return division != null && division.length() == "141123100".length();
    }

    List<NewOrganization> below(NewOrganization parent) {
        return land.organizations().stream().filter(o -> parent.id().equals(o.parent())).toList();
    }
}
