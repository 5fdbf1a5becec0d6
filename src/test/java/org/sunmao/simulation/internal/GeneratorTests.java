package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.member.NewMember;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class GeneratorTests {

    private static final Set<String> HOLDING = Set.of("branch", "joint", "floating");

    private final Made made = Made.county();
    private final List<NewOrganization> organizations = made.land().organizations();

    @Test
    void theTotalsAreExact() {
        assertThat(organizations).hasSize(700);
        assertThat(made.land().bodies()).hasSize(500);
        assertThat(made.members()).hasSize(20_000);
        assertThat(made.land().totals().all()).isEqualTo(21_200);
    }

    @Test
    void theSameSeedOnTheSameDayGivesTheSameCounty() {
        var again = Made.of("county", Made.TODAY);

        assertThat(again.land().organizations().stream().map(GeneratorTests::told))
                .containsExactlyElementsOf(
                        organizations.stream().map(GeneratorTests::told).toList());
        assertThat(again.land().bodies().stream().map(BodiesTests::told))
                .containsExactlyElementsOf(
                        made.land().bodies().stream().map(BodiesTests::told).toList());
        assertThat(again.members().stream().map(GeneratorTests::told))
                .containsExactlyElementsOf(
                        made.members().stream().map(GeneratorTests::told).toList());
    }

    @Test
    void aCityIsElevenCountiesBelowOneCommittee() {
        var city = Made.of("city", Made.TODAY);

        assertThat(city.land().organizations()).hasSize(8_300);
        assertThat(city.land().bodies()).hasSize(5_900);
        assertThat(city.members()).hasSize(220_000);
        assertThat(city.members()).extracting(NewMember::citizenNumber).doesNotHaveDuplicates();
        assertThat(city.land().organizations())
                .extracting(NewOrganization::name)
                .doesNotHaveDuplicates();
        var top = city.land().organizations().getFirst();
        assertThat(top.name()).isEqualTo("中共焦作市委员会");
        assertThat(city.below(top))
                .hasSize(11)
                .extracting(NewOrganization::name)
                .contains("中共焦作市解放区委员会", "中共武陟县委员会", "中共焦作城乡一体化示范区工作委员会");
    }

    @Test
    void everyRealTownshipAndVillageHasItsOrganization() {
        var names = organizations.stream().map(NewOrganization::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).contains("中共兴县委员会", "中共兴县蔚汾镇委员会", "中共兴县蔚汾镇东关村党支部", "中共兴县经济技术开发区工作委员会");
        var top = organizations.getFirst();
        var townships =
                made.below(top).stream().filter(o -> length(o) == "141123100".length()).toList();
        assertThat(townships).hasSize(16);
        var villages =
                townships.stream()
                        .flatMap(township -> made.below(township).stream())
                        .filter(o -> length(o) == "141123100200".length());
        assertThat(villages).hasSize(254);
    }

    @Test
    void parentsComeBeforeChildrenAndAreNotYounger() {
        var seen = new HashSet<Object>();
        for (var organization : organizations) {
            var parent = organization.parent();
            assertThat(organization.establishedOn().getYear()).isGreaterThanOrEqualTo(1937);
            if (parent != null) {
                assertThat(seen).contains(parent);
                assertThat(organization.establishedOn())
                        .isAfterOrEqualTo(made.get(parent.value()).establishedOn());
            }
            seen.add(organization.id());
        }
        var bodies = new HashSet<Object>();
        for (var body : made.land().bodies()) {
            assertThat(body.parent() == null || bodies.contains(body.parent())).isTrue();
            bodies.add(body.id());
        }
    }

    @Test
    void relationsAreHeldByBranchesAlone() {
        for (var member : made.members()) {
            var holder = made.holder(member);
            var whole = holder.kind().equals("general-branch") && made.below(holder).isEmpty();
            assertThat(HOLDING.contains(holder.kind()) || whole).as(holder.name()).isTrue();
        }
        assertThat(organizations)
                .filteredOn(o -> Set.of("temporary", "group").contains(o.kind()))
                .isNotEmpty()
                .allSatisfy(o -> assertThat(made.size(o)).isZero());
    }

    @Test
    void sizesObeyTheRulesOfTheirKind() {
        for (var organization : organizations) {
            var own = made.size(organization);
            if (HOLDING.contains(organization.kind())) {
                assertThat(own).as(organization.name()).isBetween(2L, 53L);
            }
            if (isOfVillage(organization) && organization.kind().equals("general-branch")) {
                assertThat(whole(organization)).as(organization.name()).isBetween(51L, 99L);
            }
            if (isOfVillage(organization) && organization.kind().equals("committee")) {
                assertThat(whole(organization)).as(organization.name()).isGreaterThan(99);
            }
        }
    }

    @Test
    void aFewBranchesAreTooSmallOrTooLarge() {
        assertThat(organizations).filteredOn(o -> made.size(o) > 0 && made.size(o) < 3).hasSize(2);
        assertThat(organizations)
                .filteredOn(o -> HOLDING.contains(o.kind()) && made.size(o) > 50)
                .hasSize(2);
    }

    @Test
    void membersOfABranchWithGroupsBelongToOneButForAFew() {
        var groups =
                organizations.stream()
                        .filter(o -> o.kind().equals("group"))
                        .collect(Collectors.toMap(o -> o.id().value(), NewOrganization::parent));
        var divided = Set.copyOf(groups.values());
        var without = 0;
        for (var member : made.members()) {
            var own = new OrganizationId(member.organization());
            var group = member.partyGroup();
            if (group == null) {
                without += divided.contains(own) ? 1 : 0;
            } else {
                assertThat(groups).containsEntry(group, own);
            }
        }
        assertThat(without).isBetween(1, 20);
    }

    @Test
    void whoIsAwayHasSomebodyInTheBranchWhoKeepsInTouchButForAFew() {
        var away = made.members().stream().filter(NewMember::floating).toList();
        var without = away.stream().filter(member -> member.contact() == null).toList();

        assertThat(without).isNotEmpty();
        assertThat(without.size()).isLessThan(away.size() / 20);
        assertThat(made.members())
                .filteredOn(member -> !member.floating())
                .allMatch(member -> member.contact() == null);
    }

    @Test
    void someOfThoseWhoAreAwayTakePartInABranchOfTheirCountyThere() {
        var hosts = new HashMap<UUID, NewOrganization>();
        organizations.forEach(one -> hosts.put(one.id().value(), one));
        var places = new HashMap<String, String>();
        made.land().divisions().forEach(one -> places.put(one.code(), one.name()));
        var hosted = made.members().stream().filter(member -> member.host() != null).toList();

        assertThat(hosted.size()).isBetween(20, 1_000);
        assertThat(hosted).allMatch(NewMember::floating);
        for (var member : hosted) {
            var host = Objects.requireNonNull(hosts.get(member.host()));
            assertThat(host.kind()).isEqualTo("floating");
            assertThat(host.id().value()).isNotEqualTo(member.organization());
            assertThat(host.establishedOn()).isBeforeOrEqualTo(member.since());
            var place = places.get(String.valueOf(member.floatingTo()));
            assertThat(host.name()).contains("驻" + place);
        }
    }

    @Test
    void everyBranchHasThreeFullMembers() {
        for (var organization : organizations) {
            if (made.size(organization) > 2) {
                assertThat(members(organization).filter(m -> m.fullOn() != null))
                        .as(organization.name())
                        .hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void aJointBranchLinksTwoToFiveUnitsAndOneOneMore() {
        var joint = organizations.stream().filter(o -> o.kind().equals("joint")).toList();
        assertThat(joint.stream().filter(branch -> units(branch) == 6)).hasSize(1);
        for (var branch : joint) {
            assertThat(units(branch)).as(branch.name()).isBetween(2L, 6L);
        }
        assertThat(made.land().bodies())
                .as("a body of several organizations")
                .anyMatch(body -> body.organizations().size() > 1);
    }

    @Test
    void theFirstMemberOfTheFirstVillageIsZhangSan() {
        var shown = made.land().shown();
        var zhangSan =
                made.members().stream()
                        .filter(m -> m.id().equals(shown.member().id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(zhangSan.name()).isEqualTo("张三");
        assertThat(zhangSan.sex()).isEqualTo("1");
        assertThat(made.holder(zhangSan).name()).isEqualTo("中共兴县蔚汾镇东关村党支部");
        assertThat(shown.secretary()).isNotEqualTo(shown.member());
        assertThat(shown.township().name()).isEqualTo("中共兴县蔚汾镇委员会");
        assertThat(shown.other()).isNotEqualTo(shown.township());
    }

    @Test
    void theDivisionsComeParentsFirst() {
        var seen = new HashSet<String>();
        for (var division : made.land().divisions()) {
            assertThat(division.parent() == null || seen.contains(division.parent())).isTrue();
            seen.add(division.code());
        }
        for (var member : made.members()) {
            var to = member.floatingTo();
            assertThat(to == null || seen.contains(to)).isTrue();
            assertThat(seen).contains(String.valueOf(member.residence()));
        }
    }

    @Test
    void itCanBeMadeOnALeapDay() {
        assertThat(Made.of("county", LocalDate.of(2028, 2, 29)).members()).hasSize(20_000);
    }

    private long units(NewOrganization branch) {
        return made.land().bodies().stream()
                .filter(body -> body.organizations().contains(branch.id()))
                .count();
    }

    private Stream<NewMember> members(NewOrganization organization) {
        return made.members().stream()
                .filter(member -> member.organization().equals(organization.id().value()));
    }

    private long whole(NewOrganization organization) {
        return made.size(organization)
                + made.below(organization).stream().mapToLong(made::size).sum();
    }

    private static boolean isOfVillage(NewOrganization organization) {
        return length(organization) == "141123100200".length();
    }

    private static int length(NewOrganization organization) {
        return String.valueOf(organization.division()).length();
    }

    private static String told(NewOrganization o) {
        return String.join(" ", o.name(), o.kind()) + o.establishedOn();
    }

    private static String told(NewMember m) {
        return String.join(
                " ", m.name(), m.citizenNumber(), m.mobile(), m.jobPost(), m.joinedOn().toString());
    }
}
