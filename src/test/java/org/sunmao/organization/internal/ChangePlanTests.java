package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.organization.internal.ChangeFacts.Later;
import org.sunmao.organization.internal.ChangeFacts.Member;
import org.sunmao.organization.internal.ChangeFacts.Organization;
import org.sunmao.organization.internal.ChangeFacts.Refusal;
import org.sunmao.organization.internal.ChangeStep.ChangeKind;
import org.sunmao.organization.internal.ChangeStep.Elsewhere;
import org.sunmao.organization.internal.ChangeStep.Establish;
import org.sunmao.organization.internal.ChangeStep.Merge;
import org.sunmao.organization.internal.ChangeStep.Move;
import org.sunmao.organization.internal.ChangeStep.Part;
import org.sunmao.organization.internal.ChangeStep.Rename;
import org.sunmao.organization.internal.ChangeStep.Revoke;
import org.sunmao.organization.internal.ChangeStep.Split;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Rule.Source;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What steps come to together, and what is refused at which place. */
class ChangePlanTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate SINCE = LocalDate.of(2001, 7, 1);
    private static final UUID COUNTY = new UUID(0, 1);
    private static final UUID EAST = new UUID(0, 2);
    private static final UUID WEST = new UUID(0, 3);
    private static final UUID ONE = new UUID(0, 11);
    private static final UUID TWO = new UUID(0, 12);
    private static final UUID GROUP = new UUID(0, 13);
    private static final UUID NEW = new UUID(0, 99);
    private static final UUID MEMBER = new UUID(1, 1);

    private final Map<UUID, Organization> known = new HashMap<>();

    ChangePlanTests() {
        add(COUNTY, "committee", null, 0, EAST, WEST);
        add(EAST, "committee", COUNTY, 0, ONE, TWO);
        add(WEST, "committee", COUNTY, 0);
        add(ONE, "branch", EAST, 5, GROUP);
        add(TWO, "branch", EAST, 2);
        add(GROUP, "group", ONE, 0);
    }

    @Test
    void aMergeTakesMembersAndWhatStandsBelowAlong() {
        var outcome = plan(new Merge(List.of(ONE), TWO, List.of()));
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.effects().moved()).containsEntry(GROUP, TWO);
        assertThat(outcome.effects().ended()).containsOnlyKeys(ONE);
        assertThat(outcome.effects().transfers()).hasSize(1);
    }

    @Test
    void nothingStandsBelowItselfHoweverItIsSaid() {
        assertRefused("/steps/0/parent", new Move(EAST, EAST));
        assertRefused("/steps/0/parent", new Move(EAST, ONE));
        assertRefused("/steps/0/parent", new Move(EAST, WEST), new Move(WEST, EAST));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertRefused("/steps/1/organization", new Rename(ONE, "甲"), new Rename(ONE, "乙"));
        assertRefused("/steps/1/organization", new Move(ONE, WEST), new Move(ONE, WEST));
        assertRefused("/steps/0/organization", new Move(ONE, WEST), revoke(ONE, TWO));
        assertRefused("/steps/1/organization", revoke(ONE, TWO), revoke(ONE, TWO));
        assertRefused("/steps/0/target", revoke(ONE, TWO), revoke(TWO, ONE));
        assertRefused("/steps/0/organizations/0", new Merge(List.of(ONE), ONE, List.of()));
        assertRefused("/steps/0/into", new Merge(List.of(ONE), NEW, List.of()));
    }

    @Test
    void nobodyAndNothingIsLeftBehind() {
        var refusal = assertRefused("/steps/0/target", revoke(ONE, null));
        assertThat(refusal.rule()).isEqualTo("R-BR-06");
        assertThat(refusal.says()).contains("5 名党员", "1 个下级党组织");
        assertRefused("/steps/0/exceptions/0/member", gone(ONE, new UUID(1, 7)));
    }

    @Test
    void whoCannotHoldRelationsIsNoTarget() {
        assertThat(assertRefused("/steps/0/into", new Merge(List.of(ONE), EAST, List.of())).says())
                .contains("党委");
        assertThat(assertRefused("/steps/0/target", revoke(TWO, GROUP)).rule())
                .isEqualTo("R-BR-13");
        var temporary = founding("temporary", "抗洪");
        assertThat(assertRefused("/steps/1/target", temporary, revoke(TWO, NEW)).rule())
                .isEqualTo("R-BR-07");
        assertThat(assertRefused("/steps/0/task", founding("temporary", null)).rule())
                .isEqualTo("R-BR-07");
        assertRefused("/steps/0/organizationKind", new ChangeKind(ONE, "committee"));
    }

    @Test
    void threeFullMembersMakeABranch() {
        var refusal = assertRefused("/steps/0/organizationKind", founding("branch", null));
        assertThat(refusal.rule()).isEqualTo("R-BR-01");
        assertThat(refusal.remedy()).contains("联合党支部");
        var split = new Split(ONE, List.of(new Part(NEW, List.of(MEMBER))), NEW);
        assertThat(plan(founding("branch", null), split).refusals()).isEmpty();
    }

    @Test
    void aDayBeforeTheFoundingOrALaterChangeIsRefused() {
        var early = plan(SINCE.minusDays(1), new Move(ONE, WEST));
        assertThat(early.refusals()).extracting(Refusal::pointer).contains("/steps/0/organization");
        var far = plan(TODAY.plusYears(3), new Rename(ONE, "甲"));
        assertThat(far.refusals()).extracting(Refusal::pointer).containsExactly("/effectiveOn");
        var later = new Later(TODAY.minusDays(1), null, null, null);
        known.compute(ONE, (_, o) -> o == null ? null : with(o, later));
        assertThat(plan(TODAY.minusDays(9), new Move(ONE, WEST)).refusals().getFirst().remedy())
                .contains("2026-11-24");
        assertThat(plan(TODAY.minusDays(9), new Rename(ONE, "甲")).refusals()).isEmpty();
    }

    @Test
    void theTopStaysWhereItIs() {
        assertRefused("/steps/0/organization", new Move(COUNTY, EAST));
        assertRefused("/steps/0/organization", revoke(COUNTY, EAST));
    }

    private Refusal assertRefused(String pointer, ChangeStep... steps) {
        var refusals = plan(steps).refusals();
        assertThat(refusals).extracting(Refusal::pointer).contains(pointer);
        return refusals.stream().filter(r -> r.pointer().equals(pointer)).findFirst().orElseThrow();
    }

    private ChangePlan.Outcome plan(ChangeStep... steps) {
        return plan(TODAY, steps);
    }

    private ChangePlan.Outcome plan(LocalDate on, ChangeStep... steps) {
        var holders = Map.of(MEMBER, new Member(ONE, true));
        var facts = new ChangeFacts(TODAY, known, holders, Map.of());
        return ChangePlan.of(List.of(steps), on, facts, ChangePlanTests::rule);
    }

    private static Revoke revoke(UUID id, @Nullable UUID target) {
        return new Revoke(id, target, List.of());
    }

    private static Revoke gone(UUID id, UUID member) {
        return new Revoke(id, TWO, List.of(new Elsewhere(member, TWO)));
    }

    private static Establish founding(String kind, @Nullable String task) {
        return new Establish(
                "new-1", NEW, EAST, "新的", kind, "village", null, null, List.of(), task, null);
    }

    private void add(UUID id, String kind, @Nullable UUID parent, int held, UUID... children) {
        known.put(
                id,
                new Organization(
                        id,
                        0,
                        "组织" + id.getLeastSignificantBits(),
                        kind,
                        "village",
                        parent,
                        "/" + id.getLeastSignificantBits() + "/",
                        SINCE,
                        null,
                        Later.NOTHING,
                        held,
                        held,
                        "",
                        0,
                        new ArrayList<>(List.of(children))));
    }

    private static Organization with(Organization of, Later later) {
        return new Organization(
                of.id(),
                of.version(),
                of.name(),
                of.kind(),
                of.field(),
                of.parent(),
                of.path(),
                of.establishedOn(),
                of.endedOn(),
                later,
                of.held(),
                of.full(),
                of.print(),
                of.ties(),
                of.children());
    }

    private static Rule rule(RuleId id) {
        var figures = new HashMap<String, Figure>();
        for (var name :
                List.of(
                        "full",
                        "members",
                        "units",
                        "general",
                        "committee",
                        "least",
                        "most",
                        "usual",
                        "without")) {
            var value = name.equals("full") ? 3 : name.equals("units") ? 5 : 50;
            figures.put(name, new Figure(value, "名", false));
        }
        return new Rule(id, "", "", new Source("", "", "yes"), figures);
    }
}
