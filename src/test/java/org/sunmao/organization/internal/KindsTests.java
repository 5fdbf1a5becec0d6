package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class KindsTests {

    private static final List<String> ALL =
            List.of(
                    "committee",
                    "work-committee",
                    "general-branch",
                    "branch",
                    "joint",
                    "temporary",
                    "floating",
                    "group");

    @Test
    void nothingStandsBelowAGroup() {
        for (var kind : ALL) {
            assertThat(Kinds.below("group", kind)).as(kind).isPresent();
        }
    }

    @Test
    void aGroupIsPartOfABranch() {
        for (var parent : List.of("branch", "joint", "floating", "general-branch", "temporary")) {
            assertThat(Kinds.below(parent, "group")).as(parent).isEmpty();
        }
        for (var parent : List.of("committee", "work-committee", "group")) {
            assertThat(Kinds.below(parent, "group")).as(parent).isPresent();
        }
        assertThat(Kinds.below(null, "group")).isPresent();
    }

    @Test
    void belowATemporaryBranchThereAreGroupsAlone() {
        for (var kind : ALL) {
            assertThat(Kinds.below("temporary", kind).isEmpty())
                    .as(kind)
                    .isEqualTo(kind.equals("group"));
        }
    }

    @Test
    void otherwiseEverythingMayStandBelowEverything() {
        for (var parent : List.of("committee", "work-committee", "general-branch", "branch")) {
            for (var kind : ALL.subList(0, 7)) {
                assertThat(Kinds.below(parent, kind)).as("%s below %s", kind, parent).isEmpty();
            }
        }
        assertThat(Kinds.below(null, "committee")).isEmpty();
    }

    @Test
    void groupsAndTemporaryBranchesHoldNoRelations() {
        for (var kind : ALL) {
            assertThat(Kinds.holding(kind, 0)).as(kind).isEmpty();
            assertThat(Kinds.holding(kind, 1).isPresent())
                    .as(kind)
                    .isEqualTo(kind.equals("group") || kind.equals("temporary"));
        }
    }

    @Test
    void onlyBranchesHaveAClass() {
        assertThat(ALL.stream().filter(Kinds::classed))
                .containsExactly("general-branch", "branch", "joint", "floating");
        assertThat(Kinds.classed(null)).isFalse();
    }
}
