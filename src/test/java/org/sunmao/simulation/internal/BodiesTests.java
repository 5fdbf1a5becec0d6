package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.code.Division;
import org.sunmao.organization.CreditCode;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.NewOrganization;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

class BodiesTests {

    private static final Set<String> OF_VILLAGES =
            Set.of("village-committee", "community-committee");

    private final Made made = Made.county();
    private final List<NewBody> bodies = made.land().bodies();

    @Test
    void everyBodyHasACreditCodeOfItsOwnThatIsNobodys() {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(code(body).valid()).as(body.name()).isTrue());
        assertThat(bodies)
                .allSatisfy(body -> assertThat(code(body).value()).matches("[0-9]{2}000000.*"));
        assertThat(bodies).extracting(NewBody::creditCode).doesNotHaveDuplicates();
    }

    @Test
    void everyBodyLiesInADivisionAndInTheChargeOfAnOrganizationThatIsNoYounger() {
        var divisions =
                made.land().divisions().stream().map(Division::code).collect(Collectors.toSet());
        for (var body : bodies) {
            assertThat(divisions).contains(String.valueOf(body.division()));
            var charge = made.get(body.organization().value());
            assertThat(body.since()).as(body.name()).isAfterOrEqualTo(charge.establishedOn());
            if (!body.organizations().isEmpty()) {
                assertThat(body.organizations()).contains(body.organization());
            }
        }
        assertThat(bodies).anyMatch(body -> body.organizations().isEmpty());
    }

    @Test
    void fewPeopleWorkForAVillageAndMoreThanItsMembersInASchool() {
        for (var body : bodies) {
            var people = body.headcount();
            if (OF_VILLAGES.contains(body.kind())) {
                assertThat(people == null || people <= 15).as(body.name()).isTrue();
            }
            if (body.kind().equals("school") && people != null) {
                var organization = made.get(body.organizations().getFirst().value());
                assertThat(people).as(body.name()).isGreaterThan((int) made.size(organization));
            }
        }
        assertThat(bodies).anyMatch(body -> body.headcount() == null);
        assertThat(bodies).filteredOn(body -> body.headcount() != null).hasSizeGreaterThan(250);
    }

    @Test
    void aBranchIsClassedByWhoIsInIt() {
        assertThat(classes("floating", "village")).containsExactly("floating");
        assertThat(classes("joint", "private-enterprise")).containsExactly("industry");
        assertThat(classes("branch", "private-enterprise")).containsExactly("industry");
        assertThat(classes("branch", "state-enterprise")).contains("industry");
        assertThat(classes("branch", "village")).containsExactly("vanguard");
        assertThat(classes("branch", "organ")).containsExactlyInAnyOrder("none", "sunset");
        for (var kind : List.of("committee", "work-committee", "group", "temporary")) {
            assertThat(made.land().organizations())
                    .filteredOn(organization -> organization.kind().equals(kind))
                    .isNotEmpty()
                    .allMatch(organization -> organization.branchClass() == null);
        }
    }

    /** What is the same each time; the ids are not. */
    static String told(NewBody body) {
        return String.join(
                "|",
                body.name(),
                body.since().toString(),
                String.valueOf(body.division()),
                code(body).value(),
                String.valueOf(body.headcount()));
    }

    private Set<String> classes(String kind, String field) {
        return made.land().organizations().stream()
                .filter(o -> o.kind().equals(kind) && o.field().equals(field))
                .map(NewOrganization::branchClass)
                .map(branchClass -> Objects.requireNonNullElse(branchClass, "none"))
                .collect(Collectors.toSet());
    }

    private static CreditCode code(NewBody body) {
        return Objects.requireNonNull(body.creditCode());
    }
}
